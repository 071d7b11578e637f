import type { FormatContext } from '../../../notation/context.ts';
import { REQUIREMENT } from '../words.ts';

/** What the title of a heading names. */
export interface Head {
  /** In its normal form: `REQ-1`, `DR-2`, `FR-001`. */
  readonly localId: string;
  /** Number of the criterion, where the heading names one: 2 of `Requirement 1.2: …`. */
  readonly criterion?: number;
  /** Empty where only the number is written. */
  readonly title: string;
  /** What people call it, where that is not its id: `Requirement 1`. */
  readonly shown?: string;
  /** Where the number, or the id, is in the title. */
  readonly start: number;
  readonly end: number;
}

/** `Requirement 1: Boil`, `要件 1`, `Derived Requirement 2: Speed`; what is before and behind the word is judged apart. */
const WORDED = new RegExp(
  String.raw`^(?<before>[^\p{N}\n]{0,40}?)(?<![\p{L}\p{N}])${REQUIREMENT}\s{0,3}[-#№.]?\s{0,3}(?<number>\d{1,4})(?:\.(?<part>\d{1,4}))?(?<rest>.*)$`,
  'iu',
);
/** `R1: Boil`, `DR2: Speed`, `US001: Boil`, written in one; a sign behind it must show that it is a name. */
const SHORT = /^\[?(?<prefix>R|REQ|DR|NFR|FR|US|TR|BR)[ -]?(?<number>\d{1,4})\]?(?=\s*(?:[:：.)–—]|$)|\s-\s)(?<rest>.*)$/u;
/** `User Story 3: Pour`, `Story 4 - Pour`. */
const STORY = /^(?:User\s+)?Story\s{1,3}#?(?<number>\d{1,4})(?<rest>.*)$/iu;
/** Behind a number: the end, a sign, or a word; not what makes a list or a range of it. */
const REST = /^(?:\s*$|\s*[:：.)\]–—(（-]\s*(?!\d)|\s+(?!(?:and|to|or|und|bis|y|e|et)\s|[&,/\d–—-]\s*))/iu;
const SEPARATOR = /^\s*[:：.)\]–—-]*\s*/u;

/** Words before `Requirement` that begin a count of their own, by the prefix of what they count: `Derived Requirement 1` is `DR1` in references. */
const QUALIFIERS: readonly (readonly [words: RegExp, prefix: string])[] = [
  [/^\P{L}*(?:functional\s+)?$/iu, 'REQ'],
  [/^\P{L}*derived\s+$/iu, 'DR'],
  [/^\P{L}*non-?\s?functional\s+$/iu, 'NFR'],
];

/** What a heading names: `headOf('Requirement 1: Boil', ids)` is `REQ-1` with the title `Boil`; undefined for a heading that names nothing. */
export function headOf(text: string, ids: FormatContext['ids']): Head | undefined {
  return wordedHead(text) ?? short(text) ?? story(text) ?? withId(text, ids);
}

/** What a text names that begins with the word: `Requirement 1: Boil`, `Derived Requirement 2`. */
export function wordedHead(text: string): Head | undefined {
  const match = WORDED.exec(text);
  const { before = '', number = '', part, rest = '' } = match?.groups ?? {};
  if (!match || !REST.test(rest)) return undefined;
  const prefix = QUALIFIERS.find(([words]) => words.test(before))?.[1];
  if (prefix === undefined) return undefined;
  const written = part === undefined ? number : `${number}.${part}`;
  const start = text.length - rest.length - written.length;
  return {
    localId: `${prefix}-${Number(number)}`,
    ...(part !== undefined && { criterion: Number(part) }),
    title: titleIn(rest),
    shown: text.slice(0, start + number.length).replace(/^\P{L}+/u, ''),
    start,
    end: start + written.length,
  };
}

function short(text: string): Head | undefined {
  const { prefix = '', number = '', rest = '' } = SHORT.exec(text)?.groups ?? {};
  if (number === '') return undefined;
  const start = text.indexOf(prefix);
  const name = prefix === 'R' || prefix === 'REQ' ? `REQ-${Number(number)}` : `${prefix}-${number}`;
  const end = text.indexOf(number, start) + number.length;
  return { localId: name, title: titleIn(rest), shown: text.slice(start, end), start, end };
}

function story(text: string): Head | undefined {
  const { number = '', rest = '' } = STORY.exec(text)?.groups ?? {};
  if (number === '' || !REST.test(rest)) return undefined;
  const end = text.length - rest.length;
  return { localId: `US-${number}`, title: titleIn(rest), shown: text.slice(0, end), start: end - number.length, end };
}

function withId(text: string, ids: FormatContext['ids']): Head | undefined {
  const start = text.startsWith('[') ? 1 : 0;
  const id = ids.leadingId(text.slice(start));
  if (id === undefined) return undefined;
  return { localId: id, title: titleIn(text.slice(start + id.length)), start, end: start + id.length };
}

function titleIn(rest: string): string {
  return rest.replace(SEPARATOR, '').trim();
}
