import { say } from '../../../../model/message.ts';
import { readList as readMembers, readOn } from '../../../references/list.ts';
import type { ListGrammar, ListMember, ReadList } from '../../../references/list.ts';
import { formatReference } from '../../../ids/idGrammar.ts';
import type { FoundReference, IdGrammar } from '../../../ids/idGrammar.ts';
import { AFTER, CRITERION, CRITERION_WORD, isCriterionLabel, normalCriterion } from '../../../ids/criterionLabel.ts';
import { PIN } from '../../../ids/pin.ts';
import { CRITERION_NOUN, NUMBER_SIGN } from './criterionNouns.ts';
import { nearForm } from './nearForm.ts';
import type { NearForm } from './nearForm.ts';
import type { ListedReference } from './listedReference.ts';
import { narrowed } from './narrowed.ts';
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
/** What is between an id and a criterion behind it. */
const JOINT = String.raw`[^\S\n\r]{0,9}[-.,:/\u2013\u2014]?[^\S\n\r]{0,9}[(\[]?[^\S\n\r]{0,9}`;
/** `REQ-1 AC1`, `REQ-1.AC1`, `REQ-1:AC1`, `REQ-1 (AC1)`, `REQ-1 - AC1`, `REQ-1 criterion 1`: what is between them is not a reason to claim all of REQ-1. */
const CRITERION_BEHIND = new RegExp(
  String.raw`${JOINT}(?:(?<label>${CRITERION})|(?:${CRITERION_NOUN}|ACs?)${NUMBER_SIGN}(?<number>\d+(?:\.\d+)*))(?<pin>${PIN})?(?:${AFTER}[)\]]?|(?=-(?:AC[-_]?)?\d))`,
  'uyi',
);
/** The next number of `criteria 1, 2 and 3` or of `AC1, 2`, where nothing but the list can go on behind it. */
const BARE_NUMBER = new RegExp(
  String.raw`#?(?<number>\d{1,3}(?:\.\d+)*)(?<pin>${PIN})?(?=[^\S\n\r]*(?:$|[\n\r,;&+)\]:]|\.(?!\d)|\*\/|-->|(?:and|to)\b|[-\u2013\u2014]))`,
  'uyi',
);
/** What joins such a number to the one before it; a blank alone does not. */
const JOINS_NUMBERS = /[,;&+\u2013\u2014\u2026.-]|\b(?:and|to|through)\b/iu;
/** An issue that only a blank or a bracket sets apart from the id before it may as well be the number of a criterion. */
const SHORT_ISSUE = /^#\d{1,2}$/u;
/** `AC#1` has the shape of a document and a heading. */
const LABEL_ALONE = /^(?:ACs?|criterion|criteria)$/iu;
/** `AC1-3` has the shape of an id. */
const RANGE_OF_LABELS = /^AC\d+-\d+$/u;
/** A range without its other end: `AC1..`. */
const OPEN_RANGE = /[^\S\n\r]*\.\.(?![.\p{L}\p{N}])/uy;

/** One with a sign before it that joins numbers, and two digits or more, of which the first is none of a quantity behind a comma. */
const SHORT_BEHIND =
  /[^\S\n\r]*(?<sign>\.{2,3}|[\u2013\u2014\u2026/]|(?:[,;&+]|\b(?:and|to|through)\b)[^\S\n\r]*(?=0))(?<number>\d{2,9})(?![\p{L}\p{N}_]|\.\d|-\p{L})/uy;
const RANGE_SIGN = /^(?:[.\u2013\u2014\u2026]|to|through)/u;
const ENDS = /^(?<stem>.*?)(?<digits>\d+)$/u;

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
  const last = members.at(-1);
  const openRange = last && openRangeAt(text, list.end, lineEnd);
  const wordsEnd = before('@', text, list.end, colon ? lineEnd : before(':', text, list.end, lineEnd));
  const less = last && !openRange ? narrowed(ids, text, { from: list.end, end: wordsEnd, last, colon }) : undefined;
  // Which of two is meant is open, so neither is claimed.
  const isOpen = less !== undefined || openRange !== undefined || list.fault?.kind === 'or';
  const taken = less?.members === 'all' ? members.length : Number(isOpen);
  const { references, stems } = claimed(members);
  const open = references.splice(Math.max(0, references.length - taken)).filter(({ between: isBetween }) => !isBetween);
  const near = openRange ?? less?.near ?? (last && shortBehind(text, list.end, lineEnd, last));
  const end = near ? { near } : rest(ids, text, list, lineEnd, list.end === start);
  return { references, stems: [...stems, ...open], end: list.end, ...end };
}

function openRangeAt(text: string, at: number, end: number): NearForm | undefined {
  OPEN_RANGE.lastIndex = at;
  const written = OPEN_RANGE.exec(text)?.[0].trim();
  if (written === undefined || OPEN_RANGE.lastIndex > end) return undefined;
  const start = OPEN_RANGE.lastIndex - written.length;
  return { start, end: start + written.length, message: say('"{0}" is a range without an end. Write the last one after it', written) };
}

/** A number that goes on with the id before it, of as many digits: `..003` behind `FR-001`. Only a whole id says surely which one is meant. */
function shortBehind(text: string, at: number, lineEnd: number, last: ListedReference): NearForm | undefined {
  SHORT_BEHIND.lastIndex = at;
  const { sign = '', number = '' } = SHORT_BEHIND.exec(text)?.groups ?? {};
  const { stem, digits } = ENDS.exec(last.id)?.groups ?? {};
  const end = SHORT_BEHIND.lastIndex;
  if (number === '' || end > lineEnd || last.criterion !== undefined || stem === undefined || digits?.length !== number.length)
    return undefined;
  const isRange = RANGE_SIGN.test(sign);
  const suggestion = isRange ? `${last.text}..${stem}${number}` : `${stem}${number}`;
  const start = isRange ? last.start : end - number.length;
  return { start, end, suggestion, message: say('"{0}" is not a valid reference. Write {1}', text.slice(start, end), suggestion) };
}

/** Where a sign is before an offset, or that offset. */
function before(sign: string, text: string, from: number, end: number): number {
  const at = text.slice(from, end).indexOf(sign);
  return at < 0 ? end : from + at;
}

/** A requirement whose criteria follow is named for their sake. */
function claimed(members: readonly ListedReference[]): {
  readonly references: ListedReference[];
  readonly stems: readonly ListedReference[];
} {
  const isStem = ({ criterion, id }: ListedReference, at: number): boolean => {
    const next = members[at + 1];
    return criterion === undefined && next?.composed === true && next.id === id;
  };
  return { references: members.filter((member, at) => !isStem(member, at)), stems: members.filter(isStem) };
}

function grammarOf(ids: IdGrammar): ListGrammar<ListedReference> {
  return {
    at(text, offset, end, previous) {
      const bare = previous && (bareCriterion(text, offset, previous) ?? bareNumber(text, offset, previous));
      if (bare) return bare;
      const found = beforeHyphen(ids, text, offset) ?? ids.referenceAt(text, offset) ?? labelled(text, offset);
      if (!found || isMemberName(ids, text, found) || nearForm(text, offset, end, found)) return undefined;
      if (LABEL_ALONE.test(found.document ?? '') || (previous && RANGE_OF_LABELS.test(found.id))) return undefined;
      if (previous && SHORT_ISSUE.test(found.text) && !JOINS_NUMBERS.test(text.slice(previous.end, offset))) return undefined;
      const scope = found.document === undefined ? (previous?.document ?? previous?.scope) : undefined;
      return scope === undefined ? found : { ...found, scope };
    },
    between,
  };
}

/** Labels that documents number things with, as people say them. */
const LABELLED = new RegExp(
  String.raw`(?<label>(?:User )?Story|Use Case|Integration Point)[ -]#?(?<number>\d{1,4}(?:[.-]\d{1,3}){0,3}[a-z]?)(?!\.\p{L})${AFTER}`,
  'uyi',
);
const PREFIXES: Readonly<Record<string, string>> = { story: 'STORY', 'user story': 'US', 'use case': 'UC', 'integration point': 'IP' };

/** `Story 1.1`, which is `STORY-1.1`. */
function labelled(text: string, at: number): FoundReference | undefined {
  LABELLED.lastIndex = at;
  const match = LABELLED.exec(text);
  const { label = '', number = '' } = match?.groups ?? {};
  const prefix = PREFIXES[label.toLowerCase()];
  if (!match || prefix === undefined) return undefined;
  return { text: match[0], id: `${prefix}-${number.replaceAll('-', '.')}`, start: at, end: LABELLED.lastIndex };
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
        ? say('"{0}" is unclear: which of them is meant? Write those that are, separated by commas', written)
        : say('"{0}" is not a range. Its ends must belong to one requirement and be in order', written);
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

/** An id of another tool, `REQ001` or `REQ_001`, which no member is called. */
const CAPITALS = /^[A-Z]{2,}[A-Z0-9_]*\d$/u;

/** `Foo#reserveStock` and `Foo#bar()` name a member of a class: GitHub's heading slugs have no capitals. */
function isMemberName(ids: IdGrammar, text: string, reference: FoundReference): boolean {
  if (reference.document === undefined || ids.isId(reference.id)) return false;
  if (CAPITALS.test(reference.id)) return false;
  return (/\p{Lu}/u.test(reference.id) && reference.revision === undefined) || text[reference.end] === '(';
}

function bareCriterion(text: string, at: number, before: ListedReference): ListedReference | undefined {
  BARE_CRITERION.lastIndex = at;
  const match = BARE_CRITERION.exec(text);
  return match?.[1] === undefined
    ? undefined
    : composed(before, { start: at, end: BARE_CRITERION.lastIndex }, match[0], match[1], match[2]);
}

function bareNumber(text: string, at: number, before: ListedReference): ListedReference | undefined {
  if (before.criterion === undefined || !isCriterionLabel(before.criterion)) return undefined;
  BARE_NUMBER.lastIndex = at;
  const match = BARE_NUMBER.exec(text);
  const { number, pin } = match?.groups ?? {};
  if (!match || number === undefined || !JOINS_NUMBERS.test(text.slice(before.end, at))) return undefined;
  const end = BARE_NUMBER.lastIndex;
  const written = `${number}${pin ?? ''}`;
  return composed(before, { start: end - written.length, end }, written, `AC${number}`, pin);
}

/** The criterion that follows a requirement in a form of its own, and where that form ends. */
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
  const written = `${label ?? number ?? ''}${pin ?? ''}`;
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
