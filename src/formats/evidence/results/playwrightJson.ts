import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { durationOf, failureOf } from '../failure.ts';
import { fieldIn, listIn, numberIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { failuresOf, readResults, untold } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';
import { isSourceFile } from '../sourceFile.ts';

/** Groups in groups; the deepest honest report has a handful. */
const DEEPEST = 100;

/** True for the beginning of what `playwright test --reporter=json` writes: its configuration comes first. */
export function isPlaywrightJson(head: string): boolean {
  return /^\s*\{/mu.test(head) && /"config"\s*:\s*\{/u.test(head) && /"(?:rootDir|forbidOnly|fullyParallel)"\s*:/u.test(head);
}

/**
 * Reads the JSON reporter of Playwright (`packages/playwright/src/reporters/json.ts`, 1.50 to 1.65): suites of files, suites of groups, specs, and of each spec one
 * `test` for every project, which count as instances. `ok` of a spec says nothing of projects and is not looked at. A test that is `flaky` passed when it was run again; one that
 * was expected to fail is not proof, whatever became of it. Errors outside of tests are of a file that could not be loaded, or of the whole run.
 */
export function readPlaywrightJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  const rootDir = textIn(root, 'config', 'rootDir');
  const results: TestResult[] = [];
  const lost: Loss[] = [];
  const visit = (suite: unknown, groups: readonly string[], depth: number): void => {
    if (depth > DEEPEST) return;
    for (const spec of listIn(suite, 'specs')) {
      const file = textIn(spec, 'file') ?? textIn(suite, 'file');
      const title = textIn(spec, 'title');
      if (title === undefined) continue;
      for (const test of listIn(spec, 'tests')) {
        const outcome = outcomeOf(test);
        results.push({ outcome, ...(file !== undefined && { file: inRoot(rootDir, file) }), groups, title, ...lastTry(test, outcome) });
      }
    }
    for (const inner of listIn(suite, 'suites')) visit(inner, [...groups, textIn(inner, 'title') ?? ''].filter(Boolean), depth + 1);
  };
  for (const file of listIn(root, 'suites')) visit(file, [], 0);
  for (const error of listIn(root, 'errors')) {
    const file = textIn(error, 'location', 'file');
    if (file !== undefined && isSourceFile(file)) results.push({ outcome: 'failed', whole: 'file', file, groups: [], title: '' });
    lost.push({ reason: say('it has an error that is of no test'), line: 0 });
  }
  lost.push(...untold(numberIn(root, 'stats', 'unexpected') ?? 0, failuresOf(results)));
  return readResults(results, textIn(root, 'stats', 'startTime'), lost.slice(0, 1));
}

/** What the last try says of its failure, and how long it took. */
function lastTry(test: unknown, outcome: Outcome): Pick<TestResult, 'failure' | 'duration'> {
  const last = listIn(test, 'results').at(-1);
  const time = durationOf(numberIn(last, 'duration'));
  if (outcome !== 'failed') return time;
  const [error] = [...listIn(last, 'errors'), fieldIn(last, 'error')];
  const [message, text] = [textIn(error, 'message'), textIn(error, 'stack')];
  const at = { file: textIn(error, 'location', 'file'), line: numberIn(error, 'location', 'line') };
  return { ...failureOf({ message: message ?? text, text, ...at }), ...time };
}

/** Nothing but a run that ended as a test should end has passed. */
function outcomeOf(test: unknown): Outcome {
  const status = textIn(test, 'status');
  const last = textIn(listIn(test, 'results').at(-1), 'status');
  if (status === 'unexpected') return 'failed';
  if ((status !== 'expected' && status !== 'flaky') || last !== 'passed') return 'skipped';
  const expected = fieldIn(test, 'expectedStatus') ?? 'passed';
  return expected === 'passed' ? 'passed' : 'skipped';
}

/** Files are written relative to the folder of the tests. */
function inRoot(rootDir: string | undefined, file: string): string {
  return rootDir === undefined || /^(?:[/\\]|[A-Za-z]:)/u.test(file) ? file : `${rootDir.replace(/[/\\]+$/u, '')}/${file}`;
}
