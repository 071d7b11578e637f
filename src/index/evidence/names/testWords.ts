import type { Declaration } from '../../../model/facts.ts';

/** As much of a name as counts, in UTF-16 code units; what is longer is data. */
const LONGEST = 1000;
/** `%s` and `%#` of `it.each`, `$name` of its tables, `${…}` of a template. */
const PLACEHOLDER = /\$\{[^}]*\}|%[sdifjopO#%$]|\$[\p{L}_][\p{L}\p{N}_.]*|#\{[^}]*\}/gu;
/** What stands for data elsewhere, where it may be the very title as well: in outlines of Gherkin, `buys <n> things`, and in Spock, `buys #n things`. */
const OTHER_PLACEHOLDERS: Readonly<Record<string, RegExp>> = { feature: /<[^<>]+>/gu, groovy: /#[\p{L}_][\p{L}\p{N}_.]*(?:\(\))?/gu };

/** A name as functions have it, before what a tool puts behind it for one instance: `rejects(int)[1]`, `test_rejects[list[int]]`, `test_rejects [msg] (i=1)`. */
const CALLED = /^[\p{L}\p{N}_.$:\\/-]*[\p{L}\p{N}_](?=\s?[[({][\s\S]*[\])}]$)/u;
/** What tools put behind the title of a test for one instance of it; none of them can begin a title. */
const INSTANCES: readonly RegExp[] = [
  // PHPUnit, whose data sets may be called anything.
  /\swith data set [#"][\s\S]*$/u,
  // Rows of outlines: `buys 1 things -- @1.1 large` of behave, `buys - large - #2.1: buys 2` of Cucumber, `buys - Example #1.1`.
  /\s--\s@\d+(?:\.\d+)*(?:\s[\s\S]*)?$/u,
  /\s-\s(?:(?:(?!\s-\s)[^\n]){0,200}\s-\s)?(?:Examples?\s?)?#\d+(?:\.\d+)*(?::\s[\s\S]*)?$/u,
  // GoogleTest `Rejects/0`, and `TestRejects#01` of Go, where a name comes twice.
  /[/#]\d+$/u,
  // rstest.
  /::case_\d+\w*$/u,
];
const MOST_SUFFIXES = 4;

/**
 * A name as words with a blank before, between and after, so that tools that write `Orders > rejects`, `Orders.rejects` or
 * `Orders/rejects_it` can be compared: `' Orders rejects '`.
 */
export function wordsOf(text: string): string {
  const words = text.slice(0, LONGEST).match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? ` ${words.join(' ')} ` : ' ';
}

/** The last of the words that `wordsOf` found: `rejects` of `' Orders rejects '`; empty where there are none. */
export function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ', words.length - 2) + 1, -1);
}

/** How many words `wordsOf` found. */
export function countWords(words: string): number {
  let count = -1;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count += 1;
  return Math.max(0, count);
}

/**
 * The tests that a result may be an instance of, the longest name first: `works (fast)` and `works` for `works (fast)[1]`, none for `works`. Brackets and
 * quotes within what tells instances apart belong to it: `test_rejects` for `test_rejects[a[0]]`.
 */
export function instanceBases(title: string): readonly string[] {
  const bases: string[] = [];
  let base = title.slice(0, LONGEST).trimEnd();
  const called = CALLED.exec(base)?.[0];
  if (called !== undefined && called.length > 0) return [called, ...instanceBases(called)];
  for (let count = 0; count < MOST_SUFFIXES; count += 1) {
    const at = instanceAt(base);
    if (at <= 0) break;
    base = base.slice(0, at).trimEnd();
    bases.push(base);
  }
  return bases;
}

/** Where the last thing begins that tells instances apart; -1 where there is none. */
function instanceAt(title: string): number {
  for (const pattern of INSTANCES) {
    const match = pattern.exec(title);
    if (match && match.index > 0) return match.index;
  }
  return openingBracket(title);
}

const BRACKETS: Readonly<Record<string, string>> = { ']': '[', ')': '(', '}': '{' };

/** Where the bracket opens that the text ends in; -1 where it ends in none or the bracket is not opened. */
function openingBracket(text: string): number {
  const close = text.at(-1) ?? '';
  const open = Object.hasOwn(BRACKETS, close) ? BRACKETS[close] : undefined;
  let depth = 0;
  if (open === undefined) return -1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === close) depth += 1;
    else if (text[at] === open && (depth -= 1) === 0) return at;
  }
  return text.indexOf(open);
}

/** What the declaration is called in results: `reserve` for `reserve()`, `Stock` for `class Stock`; a title as it is. */
export function spokenName({ name, kind }: Pick<Declaration, 'name' | 'kind'>): string {
  if (name.endsWith('()')) return name.slice(0, -2);
  return kind === 'class' ? name.slice(name.lastIndexOf(' ') + 1) : name;
}

/** A title with places that are filled when the tests run, `adds %i and %i`. */
export interface Template {
  /** Words of the parts between the places, in order; without a blank at an end that a place is joined to, `size${n}`. */
  readonly parts: readonly string[];
  /** True if it begins, or ends, with words and not with a place. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * The template that a title is; undefined for a title without places.
 *
 * @param ending of the file; some languages have places of their own, `<n>` in Gherkin.
 */
export function templateOf(name: string, ending = ''): Template | undefined {
  const pieces = name.split(placeholdersOf(ending) ?? PLACEHOLDER);
  if (pieces.length < 2) return undefined;
  const parts = pieces.map((piece, at) => {
    const words = wordsOf(piece);
    const from = at > 0 && /^[\p{L}\p{M}\p{N}]/u.test(piece) ? 1 : 0;
    const to = at < pieces.length - 1 && /[\p{L}\p{M}\p{N}]$/u.test(piece) ? -1 : undefined;
    return words === ' ' ? words : words.slice(from, to);
  });
  return { parts: parts.filter((words) => words !== ' '), opens: parts[0] !== ' ', closes: parts.at(-1) !== ' ' };
}

/** What stands for data in titles of such files and may be meant as it is written, too. */
export function placeholdersOf(ending: string): RegExp | undefined {
  return Object.hasOwn(OTHER_PLACEHOLDERS, ending) ? OTHER_PLACEHOLDERS[ending] : undefined;
}

/** A title of one word that comes over and over must not be tried at each place. */
const MOST_STARTS = 20;

/** Where a template can begin that fills the words to their end, the last place first; none where it does not fit. */
export function templateStarts(words: string, { parts, closes }: Template): readonly number[] {
  const [first, ...others] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || (closes && !words.endsWith(last))) return [];
  const starts: number[] = [];
  for (let at = words.indexOf(first); at >= 0 && starts.length < MOST_STARTS; at = words.indexOf(first, at + 1)) {
    let from = endOfPart(first, at);
    const fits = others.every((part, index) => {
      const found = closes && index === others.length - 1 ? words.length - part.length : words.indexOf(part, from);
      if (found < from) return false;
      from = endOfPart(part, found);
      return true;
    });
    if (fits && (others.length > 0 || !closes || at === words.length - first.length)) starts.unshift(at);
  }
  return starts;
}

/** The blank behind a part is the one before the next. */
function endOfPart(part: string, at: number): number {
  return at + part.length - (part.endsWith(' ') ? 1 : 0);
}

/** Keys to look words up by: their last one, two and three words. */
export function tailKeys(words: string): string[] {
  const keys: string[] = [];
  let at = words.length - 1;
  for (let count = 0; count < 3; count += 1) {
    at = at > 0 ? words.lastIndexOf(' ', at - 1) : -1;
    if (at < 0) break;
    keys.push(words.slice(at));
  }
  return keys;
}

/** Keys to look words up by: their first one, two and three words. */
export function headKeys(words: string): string[] {
  const keys: string[] = [];
  let at = 0;
  for (let count = 0; count < 3; count += 1) {
    at = words.indexOf(' ', at + 1);
    if (at < 0) break;
    keys.push(words.slice(0, at + 1));
  }
  return keys;
}

/** True if an id is in the words and no number goes on with it: `IP-1.1` in `IP-1.1/AC2`, not in `IP-1.1.1`. */
export function namesId(words: string, id: string, criterion: string | undefined): boolean {
  const end = endOf(words, wordsOf(id), 0);
  return end >= 0 && (criterion === undefined || endOf(words, wordsOf(criterion), end) >= 0);
}

/** Ends of numbers are followed by no other number. */
function endOf(words: string, part: string, from: number): number {
  for (let at = words.indexOf(part, from); at >= 0; at = words.indexOf(part, at + 1)) {
    const end = at + part.length - 1;
    if (!/^\d/u.test(words.slice(end + 1, end + 2))) return end;
  }
  return -1;
}
