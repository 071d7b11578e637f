import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import Mocha from 'mocha';
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

/**
 * Runs the tests that `define` declares with `describe` and `it`, prints them line by line, and counts them.
 *
 * @param onFailed is called with the full title of each failed test, while what it saw is still there.
 * @example
 * await runMocha({ timeout: 20_000 }, () => import('./suites/smoke.ts')); // { passed: 2, failed: 0 }
 */
export async function runMocha(
  options: MochaOptions,
  define: () => unknown,
  onFailed?: (title: string) => Promise<void>,
): Promise<TestRunResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: options.timeout, forbidPending: true, forbidOnly: true, reporter: Mocha.reporters.Base });
  if (options.grep !== undefined) mocha.grep(new RegExp(options.grep, 'u'));
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  if (onFailed !== undefined) {
    mocha.suite.afterEach(async function () {
      if (this.currentTest?.state === 'failed') await onFailed(this.currentTest.fullTitle());
    });
  }
  await define();
  const result = await new Promise<TestRunResult>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
    report(runner, (line) => console.log(`${options.mark ?? ''}${line}`));
  });
  const { resultFile, holdsOpen = false } = options;
  if (resultFile === undefined) return result;
  writeFileSync(`${resultFile}.new`, JSON.stringify(result));
  renameSync(`${resultFile}.new`, resultFile);
  if (holdsOpen) while (existsSync(resultFile)) await wait(100);
  return result;
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
