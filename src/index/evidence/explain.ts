import type { TestResult } from '../../model/evidence.ts';
import { SpelledName } from './names/boundaries.ts';
import type { Name, ShownName, Sought } from './names/sought.ts';
import { stemOf } from './places/plainPath.ts';
import { countWords, templateStarts, wordsOf } from './names/testWords.ts';

/** What RSpec makes of the class that a group describes, with a method or without. */
const DESCRIBED = /^[A-Z]\w*(?:::[A-Z]\w*)*(?: ?[#.]\S+)?$/u;

/** What may be before a title without more than a blank between, by the ending of the file. */
const SAID_BEFORE: readonly (readonly [ending: string, pattern: RegExp])[] = [
  ['.rb', DESCRIBED],
  // `A stock should add` of ScalaTest.
  ['.scala', /\s(?:should|must|can)$/u],
];

/** How well what is before a test in a result fits what is around it in the source. */
export interface Fit {
  /** False where something is there that the source does not show: it is of this test only if no other result fits. */
  readonly sure: boolean;
  /** The greater the more of it fits. */
  readonly rank: number;
  /** Words before the groups that fit: packages, browsers, projects; all before the test where that is not sure. */
  readonly outside: string;
}

/** Where results may have another name for a class than the source. */
const DISPLAYED = /\.(?:java|kts?|groovy|scala)$/u;

/**
 * Compares the words before those of the test with the groups around it, from the inside to the outside; undefined where the result is of another test.
 *
 * @param before all words of the result before those of the test.
 * @param spelled the name of the result as it is written.
 * @param placed true if something else says that the result is of the file.
 */
export function fitOf(sought: Sought, result: TestResult, before: string, spelled: SpelledName, placed: boolean): Fit | undefined {
  const { around, loose, strict } = sought;
  const shown = around.filter(({ kind }) => kind !== 'hidden');
  if (shown.length === 0) return fitAlone(sought, result, before, placed);
  // doctest writes the file and no suites: a failure counts for each test of that title, a pass for none.
  if (placed && result.outcome === 'failed' && isWithoutGroups(sought, result)) return { sure: false, rank: 0, outside: before };
  let rest = before;
  let matched = 0;
  let sure = true;
  for (const name of shown) {
    const next = without(rest, name);
    if (next !== undefined) {
      rest = next;
      matched += 1;
      continue;
    }
    if (matched > 0) break;
    const inside = name.kind === 'fixed' ? rest.lastIndexOf(name.words) : -1;
    // What is between the group around the test and the test would be another group: the result is of another test of the same title.
    if (inside < 0 || (!loose && (!DISPLAYED.test(sought.path) || !placed))) return undefined;
    sure &&= loose;
    rest = rest.slice(0, inside + 1);
    matched += 1;
  }
  // `Orders` is not the group of `Old Orders > works`.
  const boundary = spelled.before(countWords(rest));
  if (boundary === 'joined' || (boundary === 'blank' && strict)) return undefined;
  const isExplained = explains(sought, result, rest);
  if (matched < shown.length && strict && !isExplained) return undefined;
  return { sure, rank: 2 * matched + (isExplained ? 1 : 0), outside: sure ? rest : before };
}

/** True for a result of a file of C++ that tells nothing of what the test is in but its program, `./stock_test`. */
function isWithoutGroups({ path }: Sought, { file, groups }: TestResult): boolean {
  const isProgram = groups.every((group) => /^(?:\.{0,2}|[A-Za-z]:)[\\/]|\.exe$/u.test(group));
  return file !== undefined && isProgram && /\.(?:cc|cpp|cxx|c\+\+|mm)$/u.test(path);
}

/** For a test with nothing around it that results show. */
function fitAlone(sought: Sought, result: TestResult, before: string, placed: boolean): Fit | undefined {
  if (sought.loose || explains(sought, result, before)) return { sure: true, rank: 1, outside: before };
  return placed && (!sought.strict || mayHaveFailed(result, before)) ? { sure: false, rank: 0, outside: before } : undefined;
}

/** True for a failure of the file below one name, which may be that of a suite as well as of a group: `<testsuite name="unit">` around `classname="test/a.test.js"`. */
function mayHaveFailed({ outcome, file, groups }: TestResult, before: string): boolean {
  return outcome === 'failed' && file !== undefined && groups.length === 1 && countWords(before) <= countWords(wordsOf(groups.join(' ')));
}

/** True if nothing is there but the file, numbers behind it, and what is not a group of the source: packages, fixtures. */
function explains({ path, strict }: Sought, { groups }: TestResult, before: string): boolean {
  const stem = wordsOf(stemOf(path));
  const at = stem === ' ' ? -1 : before.lastIndexOf(stem);
  if (at >= 0) return /^[ \d]*$/u.test(before.slice(at + stem.length - 1));
  return countWords(before) <= (strict ? 0 : countWords(wordsOf(groups.join(' '))));
}

/** The words before those of the group that they end in; undefined if they end in another. */
function without(words: string, name: Name): string | undefined {
  if (name.kind === 'fixed') return words.endsWith(name.words) ? words.slice(0, 1 - name.words.length) : undefined;
  const [start] = name.kind === 'template' ? templateStarts(words, name.template) : [];
  return start === undefined ? undefined : words.slice(0, start + 1);
}

/**
 * True if the name of the test begins where it is found, and is not the end of a longer one: `works` is in `Orders > works`, and in `Orders works` where `Orders` is known to
 * are around it, but neither in `never_works` nor in `never works`.
 *
 * @param before all words of the result before those of the test.
 * @param name that of the result as it is written.
 */
export function beginsThere({ path, loose }: Sought, fit: Fit, before: string, name: SpelledName): boolean {
  const at = countWords(before);
  const boundary = name.before(at);
  if (boundary === 'hard') return true;
  const start = name.hardStart(at);
  if (fit.sure && at - countWords(fit.outside) >= at - start) return true;
  if (boundary === 'joined') return false;
  return loose || SAID_BEFORE.some(([ending, pattern]) => path.endsWith(ending) && pattern.test(name.lineBefore(at)));
}

/** Instances that may follow titles of words, by the ending of the file; behind those of all others brackets are words of the title. */
const INSTANCES: readonly (readonly [ending: RegExp, instance: RegExp])[] = [
  // A row of QUnit, and what TestCafe calls a test that passed in the end.
  [/\.(?:[cm]?[jt]sx?|vue|svelte|coffee)$/u, /^ (?:\[\d+(?:: [\s\S]*)?\]|\(unstable\))$/u],
  [/\.go$/u, /^#\d+$/u],
  [/\.(?:feature|groovy|kts?|java|scala|cs|fs|vb|php)$/u, /^[\s\S]*$/u],
];

/** True if a result may be an instance of the test: behind the name of a function nothing else can be in brackets. */
export function mayHaveInstance({ path, isFunction }: Sought, { raw }: ShownName, instance: string): boolean {
  if (isFunction || /^\w+\s*,\s*\w+$/u.test(raw)) return true;
  return INSTANCES.some(([ending, pattern]) => ending.test(path) && pattern.test(instance));
}

/** True if a result is of something in the group, the class or the test of that name, and not of one with a longer name. */
export function isWithin(sought: Sought, name: ShownName, words: string, raw: string): boolean {
  const { around, annotation } = sought;
  const group = around.find(({ kind }) => kind === 'fixed');
  const spelled = new SpelledName(raw);
  const places =
    name.kind === 'fixed'
      ? placesOf(words, name.words)
      : templateStarts(words, { ...name.template, closes: false }).map((start) => [start, start] as const);
  return places.some(([start, end]) => {
    if (end >= words.length - 1) return false;
    const before = words.slice(0, start + 1);
    if (group?.kind === 'fixed' && !before.includes(group.words)) return false;
    const from = countWords(before);
    const known = group?.kind === 'fixed' && before.endsWith(group.words);
    if (spelled.before(from) !== 'hard' && !known) return false;
    if (name.kind === 'template') return true;
    const behind = spelled.before(from + countWords(name.words));
    return behind === 'hard' || (behind === 'blank' && annotation.declaration?.group === true);
  });
}

/** Titles of the source are cut there, in UTF-16 code units. */
const LONGEST_TITLE = 200;

/**
 * True if a result that names the item of a test has its title as well, but for signs that tools leave out or cut words at: WebdriverIO writes `AC1 gr e 1 2` of `AC1 größe: 1/2`, testthat leaves
 * letters out that are not of ASCII. That both name one item says nothing else: a test of another title is another test, or was before somebody wrote a new one.
 */
export function isSpeltOtherwise({ names, around: [inner] }: Sought, words: string): boolean {
  const plain = plainLetters(words);
  if (inner?.kind === 'fixed' && !plain.includes(plainLetters(inner.raw))) return false;
  return names.some(({ kind, raw }) => {
    const own = plainLetters(raw);
    if (kind !== 'fixed' || own === '') return false;
    return raw.length >= LONGEST_TITLE ? plain.includes(own) : plain.endsWith(own);
  });
}

function plainLetters(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/gu, '');
}

/** Where words are in others, and where they end: the blank behind them. */
function placesOf(words: string, part: string): (readonly [start: number, end: number])[] {
  const places: (readonly [number, number])[] = [];
  for (let at = words.indexOf(part); at >= 0 && places.length < MOST_PLACES; at = words.indexOf(part, at + 1))
    places.push([at, at + part.length - 1]);
  return places;
}

/** A word that comes over and over must not be tried at each place. */
const MOST_PLACES = 20;
