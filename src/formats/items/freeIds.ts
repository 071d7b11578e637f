import { withHyphen } from '../ids/shortForm.ts';
import type { ListGrammar, ListMember } from '../references/list.ts';
import { readList } from '../references/list.ts';
import type { FoundId } from './itemGrammar.ts';

/**
 * Ids as agents make them up where no tool says how: segments of capitals, and a number with dots, hyphens or a letter behind: `AUTH-01`, `FR-1.2`,
 * `FR-01-02`, `NFR-PERF-01`, `US-D1`. Behind the commonest prefixes the hyphen may be left out: `FR1` is `FR-1`.
 */
const NUMBER = String.raw`\d{1,9}(?:\.\d{1,9}){0,5}[a-z]?(?:-\d{1,9}){0,3}`;
const SEGMENTS = '[A-Z][A-Z0-9]{0,19}(?:-[A-Z][A-Z0-9]{0,19}){0,4}';
const SHORT_PREFIXES = 'NFR|FR|US|BR|SC';
const SHORT = String.raw`(?:${SHORT_PREFIXES})\d{1,3}(?:\.\d{1,3}){0,3}`;
const ID = String.raw`(?:${SEGMENTS}-${NUMBER}|[A-Z]{2,19}-[A-Z]{1,4}\d{1,4}|(?<!#)${SHORT})`;
const BEFORE = String.raw`(?<![\p{L}\p{N}_-])`;
const AFTER = String.raw`(?![\p{L}\p{N}_]|\.\d|-(?!${ID})[\p{L}\p{N}])`;

const HERE = new RegExp(`${ID}${AFTER}`, 'uy');
const EVERYWHERE = new RegExp(`${BEFORE}${ID}${AFTER}`, 'gu');
const CRITERION = /A[CS][-_ ]?(?<number>\d{1,3}(?:\.\d{1,3})?)(?![\p{L}\p{N}_]|\.\d|-[\p{L}\p{N}])/uy;

/** `FR-1` for `FR1`; any other text stays as it is. */
export const normalId = withHyphen(SHORT_PREFIXES);

/** The id that stands exactly at an offset: `idAt('- FR1: Boil', 2)` is `FR-1`. */
export function idAt(text: string, offset: number): FoundId | undefined {
  HERE.lastIndex = offset;
  const written = HERE.exec(text)?.[0];
  return written === undefined ? undefined : { id: normalId(written), end: offset + written.length };
}

/** True for a whole text that is an id. */
export function isId(text: string): boolean {
  return idAt(text, 0)?.end === text.length;
}

/** The number of a criterion that a text names at an offset: 2 for `AC2` and `AC-2`. */
export function criterionAt(text: string, offset: number): { readonly number: string; readonly end: number } | undefined {
  CRITERION.lastIndex = offset;
  const number = CRITERION.exec(text)?.groups?.['number'];
  return number === undefined ? undefined : { number, end: CRITERION.lastIndex };
}

/** An id at its place in a text. */
export interface PlacedId extends ListMember {
  readonly id: string;
  /** True for what only a range speaks of. */
  readonly between?: true;
}

/** A range over more is none of requirements. */
const MOST_BETWEEN = 500;
const ENDS = /^(?<stem>.*?)(?<digits>\d+)$/u;

const LIST: ListGrammar<PlacedId> = {
  at(text, offset, _end, previous) {
    const found = idAt(text, offset);
    if (found) return { id: found.id, start: offset, end: found.end };
    return previous && shortened(text, offset, previous);
  },
  between(first, last, place) {
    const [from, to] = [ENDS.exec(first.id)?.groups, ENDS.exec(last.id)?.groups];
    if (!from || !to || from['stem'] !== to['stem']) return undefined;
    const [low, high] = [Number(from['digits']), Number(to['digits'])];
    if (!(low < high) || high - low > MOST_BETWEEN) return undefined;
    const width = from['digits']?.length ?? 0;
    return Array.from({ length: high - low - 1 }, (_one, at) => ({
      ...place,
      id: `${from['stem']}${String(low + 1 + at).padStart(width, '0')}`,
    }));
  },
};

const SHORT_NUMBER = /\d{1,9}(?![\p{L}\p{N}_]|\.\d|-\p{L})/uy;

/** `03` behind `A-01–` and `A-01/`, of as many digits. */
function shortened(text: string, offset: number, previous: PlacedId): PlacedId | undefined {
  SHORT_NUMBER.lastIndex = offset;
  const number = SHORT_NUMBER.exec(text)?.[0];
  const ends = ENDS.exec(previous.id)?.groups;
  if (number === undefined || ends?.['digits']?.length !== number.length) return undefined;
  if (!/^\s?(?:[–—/]|\.{2,3}|to)\s?$/u.test(text.slice(previous.end, offset))) return undefined;
  return { id: `${ends['stem']}${number}`, start: offset, end: offset + number.length };
}

/** All ids of a text in order, those within ranges included: of `A-1 to A-3, B-1` four. */
export function idsIn(text: string): readonly PlacedId[] {
  const found: PlacedId[] = [];
  let behind = 0;
  for (const { 0: written, index } of text.matchAll(EVERYWHERE)) {
    if (index < behind) continue;
    const { members, end } = readList(text, index, text.length, LIST);
    behind = Math.max(end, index + written.length);
    found.push(...(members.length > 0 ? members : [{ id: normalId(written), start: index, end: behind }]));
  }
  return found;
}
