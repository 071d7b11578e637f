import { say } from '../../../../model/message.ts';
import { readList as readMembers, readOn } from '../../../references/list.ts';
import type { ListGrammar, ListMember, ReadList } from '../../../references/list.ts';
import { formatReference } from '../ids.ts';
import type { FoundReference, IdGrammar } from '../ids.ts';
import { AFTER, CRITERION, CRITERION_WORD, normalCriterion, PIN } from '../grammar.ts';
import { nearForm } from './nearForm.ts';
import type { NearForm } from './nearForm.ts';
import type { ListedReference } from './listedReference.ts';
import { between } from './ranges.ts';

/** What a keyword's list says on one line. */
export interface ReferenceList {
  readonly references: readonly ListedReference[];
  /** Requirements that only say which one the criteria behind them belong to, as `REQ-1` in `REQ-1 AC1`. */
  readonly stems: readonly ListedReference[];
  /** Offset behind the last thing that was read. */
  readonly end: number;
  /** Offset of a comma with nothing behind it on the line. */
  readonly openComma?: number;
  readonly near?: NearForm;
}

const SPACE = /[^\S\n\r]*/y;
/** `AC2` or `AC2~3f2a9c`, at the offset that it is set to; before the other end of a range, too: `AC1-AC3`. */
const BARE_CRITERION = new RegExp(`(${CRITERION_WORD})(${PIN})?(?:${AFTER}|(?=-AC[-_]?\\d))`, 'uy');
/** `REQ-1 AC1`, `REQ-1.AC1`, `REQ-1:AC1`, `REQ-1 (AC1)`, `REQ-1 - AC1`, `REQ-1 criterion 1`: what stands between them is no reason to claim all of REQ-1. */
const CRITERION_BEHIND = new RegExp(
  String.raw`(?:[^\S\n\r]*[-.:/\u2013\u2014]?[^\S\n\r]*[(\[]?[^\S\n\r]*(?<label>${CRITERION})(?<pin>${PIN})?|[^\S\n\r]*[,:(\[]?[^\S\n\r]*(?:acceptance )?(?:criterion|criteria|crit\.)[^\S\n\r]+#?(?<number>\d+(?:\.\d+)*))${AFTER}[)\]]?`,
  'uyi',
);

const LOOSE_CRITERION = new RegExp(`(?<![\\p{L}\\p{N}_-])${CRITERION}${AFTER}`, 'u');
/** A reference to a criterion with a hyphen and another one behind it. */
const RANGE_OF_CRITERIA = /[^\s,;/]{1,300}\/AC[-_]?\d+(?=-AC[-_]?\d)/uy;

/** Where a list is looked for, and what it depends on. */
export interface ListPlace {
  readonly from: number;
  readonly end: number;
  /** The last reference of the line before, where the list goes on from there. */
  readonly previous?: ListedReference;
  /** False where a colon ends the list, as before the reason of a waiver. */
  readonly colon?: boolean;
}

/**
 * Reads references in one of the ways that lists are written in, as in `IP-1.1.1/AC1, AC2 and IP-1.1.2`; a criterion alone belongs to the requirement
 * before it, which then says nothing more.
 */
export function readList(ids: IdGrammar, text: string, { from, end: lineEnd, previous, colon = true }: ListPlace): ReferenceList {
  const grammar = grammarOf(ids);
  const start = skipSpace(text, from, lineEnd);
  const members: ListedReference[] = [];
  let list: ReadList<ListedReference> = readMembers<ListedReference>(text, start, lineEnd, grammar, previous);
  members.push(...list.members);
  for (;;) {
    const last = members.at(-1);
    const behind = last && criterionBehind(text, list.end, lineEnd, last, colon);
    if (!behind) break;
    list = readOn(text, { ...behind.member, end: behind.end }, lineEnd, grammar);
    members.push(behind.member, ...list.members);
  }
  const loose = looseCriterion(ids, text, list.end, colon ? lineEnd : colonBefore(text, list.end, lineEnd), members.at(-1));
  // Which of two is meant is open, so neither is claimed.
  const open = loose || list.fault?.kind === 'or' ? members.splice(-1) : [];
  const { references, stems } = claimed(members);
  const end = loose ? { near: loose } : rest(ids, text, list, lineEnd, list.end === start);
  return { references, stems: [...stems, ...open], end: list.end, ...end };
}

/**
 * A criterion that the words behind a requirement name in a way that no list has: `REQ-1 (only AC1)`, `REQ-1 except AC2`. Whatever they say, it is not
 * that all of the requirement is meant.
 */
function looseCriterion(ids: IdGrammar, text: string, from: number, end: number, last: ListedReference | undefined): NearForm | undefined {
  if (last === undefined || last.criterion !== undefined) return undefined;
  const words = text.slice(from, end);
  const next = Math.min(...[words.indexOf('@'), ids.findReferences(words)[0]?.start ?? -1].map((at) => (at < 0 ? words.length : at)));
  const found = LOOSE_CRITERION.exec(words.slice(0, next));
  if (!found) return undefined;
  const start = from + found.index;
  const message = say(
    '"{0}" behind {1} leaves open whether all of {1} is meant: write {1}/{2} or only {1}',
    found[0],
    last.text,
    normalCriterion(found[0]),
  );
  return { start, end: start + found[0].length, message };
}

function colonBefore(text: string, from: number, end: number): number {
  const colon = text.indexOf(':', from);
  return colon < 0 || colon > end ? end : colon;
}

/** A requirement whose criteria follow is named for their sake. */
function claimed(members: readonly ListedReference[]): Pick<ReferenceList, 'references' | 'stems'> {
  const isStem = ({ criterion, id }: ListedReference, at: number): boolean => {
    const next = members[at + 1];
    return criterion === undefined && next?.composed === true && next.id === id;
  };
  return { references: members.filter((member, at) => !isStem(member, at)), stems: members.filter(isStem) };
}

function grammarOf(ids: IdGrammar): ListGrammar<ListedReference> {
  return {
    at(text, offset, end, previous) {
      const bare = previous && bareCriterion(text, offset, previous);
      if (bare) return bare;
      const found = beforeHyphen(ids, text, offset) ?? ids.referenceAt(text, offset);
      if (!found || isMemberName(ids, text, found) || nearForm(text, offset, end, found)) return undefined;
      const scope = found.document === undefined ? (previous?.document ?? previous?.scope) : undefined;
      return scope === undefined ? found : { ...found, scope };
    },
    between,
  };
}

/** `REQ-1/AC1` in `REQ-1/AC1-AC3`. */
function beforeHyphen(ids: IdGrammar, text: string, at: number): FoundReference | undefined {
  RANGE_OF_CRITERIA.lastIndex = at;
  const written = RANGE_OF_CRITERIA.exec(text)?.[0];
  const parts = written === undefined ? undefined : ids.parse(written);
  return parts && { ...parts, start: at, end: RANGE_OF_CRITERIA.lastIndex };
}

/** What stands where the list ends: a comma, or something that was meant to be one of it. */
function rest(
  ids: IdGrammar,
  text: string,
  { end, open, fault }: ReadList<ListedReference>,
  lineEnd: number,
  isEmpty: boolean,
): Pick<ReferenceList, 'openComma' | 'near'> {
  if (fault) {
    const written = text.slice(fault.start, fault.end);
    const message =
      fault.kind === 'or'
        ? say('"{0}" leaves open which of them is meant: write those that are, with commas between them', written)
        : say('"{0}" is not a range: its ends belong to no common requirement, or stand in the wrong order', written);
    return { near: { start: fault.start, end: fault.end, message } };
  }
  const at = skipSpace(text, open ? open.end : end, lineEnd);
  const isComma = open !== undefined && text[open.start] === ',' && open.end - open.start === 1;
  if (at >= lineEnd) return isComma ? { openComma: open.start } : {};
  // Words that go on behind a blank are prose.
  if (!isEmpty && !open) return {};
  const found = ids.referenceAt(text, at);
  const near = nearForm(text, at, lineEnd, found && !isMemberName(ids, text, found) ? found : undefined);
  return near ? { near } : {};
}

/** `Foo#reserveStock` and `Foo#bar()` name a member of a class: GitHub's heading slugs have no capitals. */
function isMemberName(ids: IdGrammar, text: string, reference: FoundReference): boolean {
  if (reference.document === undefined || ids.isId(reference.id)) return false;
  return /\p{Lu}/u.test(reference.id) || text[reference.end] === '(';
}

function bareCriterion(text: string, at: number, before: ListedReference): ListedReference | undefined {
  BARE_CRITERION.lastIndex = at;
  const match = BARE_CRITERION.exec(text);
  return match?.[1] === undefined
    ? undefined
    : composed(before, { start: at, end: BARE_CRITERION.lastIndex }, match[0], match[1], match[2]);
}

/** The criterion that stands behind a requirement in a form of its own, and where that form ends. */
function criterionBehind(
  text: string,
  at: number,
  end: number,
  before: ListedReference,
  colon: boolean,
): { readonly member: ListedReference; readonly end: number } | undefined {
  CRITERION_BEHIND.lastIndex = at;
  const match = CRITERION_BEHIND.exec(text);
  const { label, pin, number } = match?.groups ?? {};
  if (!match || CRITERION_BEHIND.lastIndex > end || (!colon && match[0].includes(':'))) return undefined;
  const written = label === undefined ? (number ?? '') : `${label}${pin ?? ''}`;
  const start = at + match[0].lastIndexOf(written);
  const name = label?.toUpperCase() ?? `AC${number ?? ''}`;
  return {
    member: composed(before, { start, end: start + written.length }, written, name, pin),
    end: CRITERION_BEHIND.lastIndex,
  };
}

function composed(
  { document, scope, id }: ListedReference,
  place: ListMember,
  text: string,
  criterion: string,
  pin: string | undefined,
): ListedReference {
  return {
    ...place,
    text,
    id,
    criterion: normalCriterion(criterion),
    ...(document !== undefined && { document }),
    ...(scope !== undefined && { scope }),
    ...(pin !== undefined && { revision: pin.slice(1) }),
    composed: true,
  };
}

/** As a whole, whatever of it is written: `REQ-1/AC2`. */
export function wholeReference(reference: ListedReference): string {
  return reference.composed || reference.between ? formatReference(reference) : reference.text;
}

function skipSpace(text: string, at: number, end: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return Math.min(SPACE.lastIndex, end);
}
