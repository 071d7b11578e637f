import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import Mocha from 'mocha';
import type { TestCase } from '../../scripts/results/junit.ts';
import type { TestRunResult } from './result.ts';

/** What the runner tells the tests inside the extension host. */
export interface MochaOptions {
  /** Only tests whose full title this regular expression finds something in: `hover|rename`. */
  readonly grep?: string;
  /** Where the counts go, absolute, when the runner is another process. */
  readonly resultFile?: string;
  /** Ends only when `resultFile` is removed: until then the window stays as the tests left it. */
  readonly holdsOpen?: boolean;
  /** Stands before each line of the report, where other output must be told from it. */
  readonly mark?: string;
  /** Milliseconds for one test. */
  readonly timeout: number;
}

/** A file of tests, by its path from the root of the repository, and what declares them with `describe` and `it`. */
export interface TestFile {
  readonly file: string;
  readonly define: () => unknown;
}

/**
 * Runs the tests of these files, prints them line by line, and counts them.
 *
 * @param onFailed is called with the full title of each failed test, while what it saw is still there.
 * @example
 * const file = 'test/vscode/suites/smoke.ts';
 * await runMocha({ timeout: 20_000 }, [{ file, define: () => import('./suites/smoke.ts') }]); // { passed: 2, failed: 0, … }
 */
export async function runMocha(
  options: MochaOptions,
  files: readonly TestFile[],
  onFailed?: (title: string) => Promise<void>,
): Promise<TestRunResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: options.timeout, forbidPending: true, forbidOnly: true, reporter: Mocha.reporters.Base });
  if (options.grep !== undefined) mocha.grep(new RegExp(options.grep, 'u'));
  if (onFailed !== undefined) {
    mocha.suite.afterEach(async function () {
      if (this.currentTest?.state === 'failed') await onFailed(this.currentTest.fullTitle());
    });
  }
  for (const { file, define } of files) {
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
    await define();
  }
  const cases: TestCase[] = [];
  const result = await new Promise<TestRunResult>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, cases }));
    report(runner, (line) => console.log(`${options.mark ?? ''}${line}`));
    runner.on('pass', (test) => cases.push(caseOf(test, 'passed')));
    runner.on('fail', (test, error: unknown) => cases.push({ ...caseOf(test, 'failed'), message: describeError(error) }));
  });
  const { resultFile, holdsOpen = false } = options;
  if (resultFile === undefined) return result;
  writeFileSync(`${resultFile}.new`, JSON.stringify(result));
  renameSync(`${resultFile}.new`, resultFile);
  if (holdsOpen) while (existsSync(resultFile)) await wait(100);
  return result;
}

function caseOf({ file = '', title, parent }: Mocha.Runnable, outcome: TestCase['outcome']): TestCase {
  return { file, group: parent?.fullTitle() ?? '', title, outcome };
}

/** Mocha's own reporters want a terminal; this one wants nothing: a line per suite and test, the whole error under a failed one. */
function report(runner: Mocha.Runner, print: (line: string) => void): void {
  let depth = 0;
  const line = (text: string): void => print(`${'  '.repeat(depth)}${text}`);
  runner.on('suite', (suite) => {
    if (suite.root) return;
    depth += 1;
    line(suite.title);
  });
  runner.on('suite end', (suite) => {
    if (!suite.root) depth -= 1;
  });
  runner.on('pass', (test) => line(`  ✔ ${test.title} (${test.duration ?? 0} ms)`));
  runner.on('fail', (test, error: unknown) => {
    line(`  ✘ ${test.title}`);
    for (const text of describeError(error).split('\n')) line(`      ${text}`);
  });
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
