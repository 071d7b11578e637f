import type { Message } from '../../../../model/message.ts';
import { say } from '../../../../model/message.ts';
import type { ListMember } from '../../../references/list.ts';
import { between } from '../annotations/ranges.ts';
import type { ListedReference } from '../annotations/listedReference.ts';
import { isCriterionLabel, normalCriterion } from '../../../ids/criterionLabel.ts';
import type { FoundReference, IdGrammar } from '../../../ids/idGrammar.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';

/** What the references of a title are with its ranges, each of which names no more than what lies between its ends. */
export interface RangedReferences {
  readonly references: readonly ListedReference[];
  /** Ranges that cannot be read, with what may be meant. */
  readonly faults: readonly (ListMember & { readonly message: Message; readonly suggestion?: string })[];
}

/** `..`, `...`, `…`, a long dash, or *to*; of a hyphen the blanks tell that it is none of an id. */
const SIGN = /\s?(?<tight>\.{2,3}|[–—…])\s?|\s+(?:-|to|through)\s+/uy;
const SHORT = /AC[-_ ]?\d{1,4}(?![\p{L}\p{N}_]|\.\d|-\p{L})|\d{1,9}(?![\p{L}\p{N}_%]|\.\d|-\p{L})/uy;
/** Two ids with a hyphen between them, which are not two ids by themselves. */
export const JOINED: ShownPattern = {
  pattern:
    /(?<![\p{L}\p{N}_#/-])(?<first>[A-Z][A-Z0-9-]{0,40}-\d{1,9}(?:\.\d{1,9}){0,5}(?:\/AC[-_]?\d{1,4})?)-(?<last>[A-Z][A-Z0-9-]{0,40}-\d{1,9}(?:\.\d{1,9}){0,5}|AC[-_]?\d{1,4}|\d{1,4})(?![\p{L}\p{N}_/-]|\.\d)/gu,
  fits: ['FR-001-FR-003', 'FR-001-003', 'REQ-1/AC1-AC3'],
  misses: ['FR-001', 'FR-001 - FR-003', 'FR-001-003-x'],
};
const ENDS = /^(?<stem>.*?)(?<digits>\d+)$/u;

/**
 * Reads the ranges of a title, `FR-001..FR-003`, `FR-001 to FR-003`, `REQ-1/AC1–AC3`: both ends and what lies between. Ends that have no common parent are
 * none of it where a sign says that a range is meant, and a short end, `FR-001–003`, is only told.
 */
export function withRanges(text: string, found: readonly FoundReference[], ids: IdGrammar): RangedReferences {
  const joined = joinedIn(text, ids);
  const isJoined = ({ start }: ListMember): boolean => joined.some((range) => range.start <= start && start < range.end);
  const references: ListedReference[] = joined.flatMap(({ members }) => members);
  const faults: RangedReferences['faults'][number][] = [];
  const single = found.filter((reference) => !isJoined(reference));
  const dropped = new Set<FoundReference>();
  for (const reference of single) {
    SIGN.lastIndex = reference.end;
    const sign = SIGN.exec(text);
    if (!sign) continue;
    const place = placeOf(text, reference.end, SIGN.lastIndex);
    const next = single.find(({ start }) => start === SIGN.lastIndex) ?? shortEnd(text, SIGN.lastIndex, reference);
    if (next === undefined) {
      const fault = shortId(text, SIGN.lastIndex, reference, sign.groups?.['tight'] !== undefined);
      if (fault) faults.push(fault);
      continue;
    }
    const inner = between(reference, next, place);
    if (inner) references.push(...inner, ...(single.includes(next) ? [] : [next]));
    else if (sign[0] === sign.groups?.['tight']) {
      dropped.add(reference).add(next);
      faults.push({ start: reference.start, end: next.end, message: noRange(text.slice(place.start, next.end)) });
    }
  }
  references.push(...single.filter((reference) => !dropped.has(reference)));
  return { references: references.sort((a, b) => a.start - b.start), faults };
}

function noRange(written: string): Message {
  return say('"{0}" is not a range. Its ends must belong to one requirement and be in order', written);
}

/** `AC3` or `3` behind `REQ-1/AC1..`. */
function shortEnd(text: string, at: number, before: FoundReference): ListedReference | undefined {
  SHORT.lastIndex = at;
  const written = SHORT.exec(text)?.[0];
  if (written === undefined || before.criterion === undefined || !isCriterionLabel(before.criterion)) return undefined;
  const criterion = normalCriterion(written.startsWith('AC') ? written : `AC${written}`);
  const { document, id } = before;
  return { text: written, start: at, end: at + written.length, ...(document !== undefined && { document }), id, criterion, composed: true };
}

/** A number of as many digits behind `FR-001..` may be one of the same prefix; only a whole id says so surely. */
function shortId(
  text: string,
  at: number,
  { text: first, start, id, criterion }: FoundReference,
  isTight: boolean,
): RangedReferences['faults'][number] | undefined {
  SHORT.lastIndex = at;
  const written = SHORT.exec(text)?.[0] ?? '';
  const { stem, digits } = ENDS.exec(id)?.groups ?? {};
  if (
    !isTight ||
    criterion !== undefined ||
    stem === undefined ||
    written === '' ||
    digits?.length !== written.length ||
    written.length < 2
  )
    return undefined;
  const suggestion = `${first}..${stem}${written}`;
  const end = at + written.length;
  return { start, end, suggestion, message: say('"{0}" is not a valid reference. Write {1}', text.slice(start, end), suggestion) };
}

/** `FR-001-FR-003`, `REQ-1/AC1-AC3` and `REQ-1/AC1-3`. */
function joinedIn(text: string, ids: IdGrammar): readonly (ListMember & { readonly members: readonly ListedReference[] })[] {
  return Array.from(text.matchAll(JOINED.pattern)).flatMap(({ 0: written, index, groups }) => {
    const { first = '', last = '' } = groups ?? {};
    const one = ids.parse(first);
    if (!one || !ids.isId(one.id)) return [];
    const end = index + written.length;
    const from: ListedReference = { ...one, start: index, end: index + first.length };
    const place = { start: from.end, end: from.end + 1 };
    const whole = ids.isId(last) && !isCriterionLabel(last) ? { text: last, id: last, start: place.end, end } : undefined;
    const to = whole ?? shortEnd(text, place.end, from);
    const inner = to && between(from, to, place);
    return inner ? [{ start: index, end, members: [from, ...inner, to] }] : [];
  });
}

function placeOf(text: string, from: number, to: number): ListMember {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return { start, end: Math.max(start + inner.trim().length, start) };
}
