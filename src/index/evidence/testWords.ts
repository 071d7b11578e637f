import type { Declaration } from '../../model/facts.ts';

/** As much of a name as counts, in UTF-16 code units; what is longer is data. */
const LONGEST = 1000;
/** `%s` and `%#` of `it.each`, `$name` of its tables, `${…}` of a template. */
const PLACEHOLDER = /\$\{[^}]*\}|%[sdifjopO#%$]|\$[\p{L}_][\p{L}\p{N}_.]*|#\{[^}]*\}/gu;
/** What tools put behind the name of a test for one instance of it. */
const INSTANCES: readonly RegExp[] = [
  // PHPUnit.
  /\swith data set (?:#\d+|"[^"]*")$/u,
  // JUnit 5 `rejects(int)[1]`, pytest `test_rejects[1-a]`, `rejects{int}[1]`, xUnit `Rejects(x: 1)`, TestNG `rejects[0](1)`.
  /(?:\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\})$/u,
  // GoogleTest `Rejects/0`, and `TestRejects#01` of Go, where a name comes twice.
  /[/#]\d+$/u,
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

/** How many words `wordsOf` found. */
export function countWords(words: string): number {
  let count = -1;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count += 1;
  return Math.max(0, count);
}

/** The test that a result is an instance of: `rejects` for `rejects(int)[1]`; the same for one without parameters. */
export function withoutInstance(title: string): string {
  let base = title.slice(0, LONGEST);
  for (let count = 0; count < MOST_SUFFIXES; count += 1) {
    const suffix = INSTANCES.map((pattern) => pattern.exec(base)).find((match) => match !== null && match.index > 0);
    if (!suffix) break;
    base = base.slice(0, suffix.index).trimEnd();
  }
  return base;
}

/** What the declaration is called in results: `reserve` for `reserve()`, `Stock` for `class Stock`; a title as it is. */
export function spokenName({ name, kind }: Pick<Declaration, 'name' | 'kind'>): string {
  if (name.endsWith('()')) return name.slice(0, -2);
  return kind === 'class' ? name.slice(name.lastIndexOf(' ') + 1) : name;
}

/** Words of the parts between the placeholders of a title, `adds %i and %i`; undefined for a title without any. */
export function templateOf(name: string): readonly string[] | undefined {
  const parts = name.split(PLACEHOLDER);
  if (parts.length < 2) return undefined;
  return parts.map(wordsOf).filter((words) => words !== ' ');
}

/** Where the parts begin that stand in the words, in order; -1 if they do not. */
export function findTemplate(words: string, parts: readonly string[]): number {
  let start = -1;
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(part, from);
    if (at < 0) return -1;
    if (start < 0) start = at;
    from = at + part.length - 1;
  }
  return start;
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

/** True if an id stands in the words and no number goes on with it: `IP-1.1` in `IP-1.1/AC2`, not in `IP-1.1.1`. */
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
