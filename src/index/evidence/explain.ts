import type { TestResult } from '../../model/evidence.ts';
import type { Name, Sought } from './sought.ts';
import { stemOf } from './plainPath.ts';
import { countWords, templateStarts, wordsOf } from './testWords.ts';

/** How well what stands before a test in a result fits what stands around it in the source. */
export interface Fit {
  /** False where something stands there that the source does not show: it is of this test only if no other result fits. */
  readonly sure: boolean;
  /** The greater the more of it fits. */
  readonly rank: number;
  /** Words before the groups that fit: packages, browsers, projects; all before the test where that is not sure. */
  readonly outside: string;
}

/**
 * Compares the words before those of the test with the groups around it, from the inside to the outside; undefined where the result is of another test.
 *
 * @param before all words of the result before those of the test.
 * @param placed true if something else says that the result is of the file.
 */
export function fitOf(sought: Sought, result: TestResult, before: string, placed: boolean): Fit | undefined {
  const { around, loose, strict } = sought;
  const shown = around.filter(({ kind }) => kind !== 'hidden');
  if (shown.length === 0) return fitAlone(sought, result, before, placed);
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
    // What stands between the group around the test and the test would be another group: the result is of another test of the same title.
    if (inside < 0 || (!loose && (strict || !placed))) return undefined;
    sure &&= loose;
    rest = rest.slice(0, inside + 1);
    matched += 1;
  }
  const isExplained = explains(sought, result, rest);
  if (matched < shown.length && strict && !isExplained) return undefined;
  return { sure, rank: 2 * matched + (isExplained ? 1 : 0), outside: sure ? rest : before };
}

/** For a test with nothing around it that results show. */
function fitAlone(sought: Sought, result: TestResult, before: string, placed: boolean): Fit | undefined {
  if (sought.loose || explains(sought, result, before)) return { sure: true, rank: 1, outside: before };
  return !sought.strict && placed ? { sure: false, rank: 0, outside: before } : undefined;
}

/** True if nothing stands there but the file, numbers behind it, and what is no group of the source: packages, fixtures. */
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
