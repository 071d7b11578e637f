import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { durationOf, failureOf } from '../failure.ts';
import { listIn, numberIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { wholeOf } from './junitWholes.ts';
import { failuresOf, readResults, untold } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** The lists that mocha sorts tests into; `tests` has all of them again, without what became of them. */
const LISTS: readonly (readonly [name: string, outcome: Outcome])[] = [
  ['passes', 'passed'],
  ['failures', 'failed'],
  ['pending', 'skipped'],
];

/** True for the beginning of what `mocha --reporter json` writes: `stats` with numbers of passes and failures, then lists of tests. */
export function isMochaJson(head: string): boolean {
  return /^\s*\{\s*"stats"\s*:\s*\{/mu.test(head) && /"passes"\s*:\s*\d/u.test(head) && !/"testsRegistered"|"results"\s*:/u.test(head);
}

/**
 * Reads the JSON reporter of mocha (`lib/reporters/json.js`, 8 to 12). `fullTitle` is the titles of the groups and of the test with blanks between. A hook that threw is among
 * the failures, `"before all" hook for "adds"`, and fails its group; tests that it kept from running are nowhere.
 */
export function readMochaJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  const results = LISTS.flatMap(([name, outcome]) =>
    listIn(root, name).flatMap((test): TestResult[] => {
      const title = textIn(test, 'title');
      if (title === undefined) return [];
      const full = textIn(test, 'fullTitle') ?? title;
      const file = textIn(test, 'file') || undefined;
      const group = full.endsWith(title) ? full.slice(0, full.length - title.length).trim() : '';
      const isHook = outcome === 'failed' && /^"(?:before|after) /u.test(title);
      const hook = isHook ? wholeOf({ title: full, className: '', suite: '', file, error: false, message: '' }) : undefined;
      const failure =
        outcome === 'failed' ? failureOf({ message: textIn(test, 'err', 'message'), text: textIn(test, 'err', 'stack') }) : {};
      if (hook) return [{ ...hook, ...failure }];
      const time = durationOf(numberIn(test, 'duration'));
      return [{ outcome, ...(file !== undefined && { file }), groups: group === '' ? [] : [group], title, ...failure, ...time }];
    }),
  );
  return readResults(results, textIn(root, 'stats', 'start'), untold(numberIn(root, 'stats', 'failures') ?? 0, failuresOf(results)));
}
