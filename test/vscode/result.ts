import type { TestCase } from '../../scripts/results/junit.ts';

/** How many tests of one run passed and failed, and which; a test that never started counts as neither. */
export interface TestRunResult {
  readonly passed: number;
  readonly failed: number;
  readonly cases: readonly TestCase[];
  /** What failed at one of two tries, and passed at the other. */
  readonly unsteady?: readonly TestCase[];
}

/** The results of several windows as one. */
export function sumOf(results: readonly TestRunResult[]): TestRunResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    cases: results.flatMap(({ cases }) => cases),
    unsteady: results.flatMap(({ unsteady = [] }) => unsteady),
  };
}

/** What Mocha calls a hook that failed; one that did not has no name. */
const HOOK = /^"(?:before|after) (?:all|each)" hook/u;

/** Full titles begin like this in the groups of which something failed: all that a second try has to run. Undefined where only a whole one tells. */
export function groupsToTryAgain({ cases }: TestRunResult): string | undefined {
  const failures = cases.filter(({ outcome }) => outcome === 'failed');
  if (failures.some(({ file, group }) => file === NO_TEST || group === '')) return undefined;
  const groups = [...new Set(failures.map(({ group }) => group.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')))];
  return `^(?:${groups.join('|')}) `;
}

/** Where a failure is put that belongs to no test. */
export const NO_TEST = 'test/vscode/run.ts';

/**
 * What a try of all tests and another of those groups in which something failed come to: what passed at either has passed. A hook that fails
 * hides tests, and has no other try that passed: it has failed, unless its group ran without it.
 *
 * @example
 * secondTry(result('a failed', 'b passed'), result('a passed', 'b failed')) // both passed, both unsteady
 */
export function secondTry(first: TestRunResult, second: TestRunResult): TestRunResult {
  const passedAtFirst = new Set(first.cases.filter(({ outcome }) => outcome === 'passed').map(keyOf));
  const triedAgain = new Set(second.cases.map(keyOf));
  const groupsAgain = new Set(second.cases.map(({ group }) => group));
  const untouched = first.cases.filter((one) => !triedAgain.has(keyOf(one)) && !(HOOK.test(one.title) && groupsAgain.has(one.group)));
  const again = second.cases.map((one) => (one.outcome === 'failed' && passedAtFirst.has(keyOf(one)) ? passing(one) : one));
  const cases = [...untouched, ...again];
  const failures = cases.filter(({ outcome }) => outcome === 'failed');
  const failed = new Set(failures.map(keyOf));
  const unsteady = [...first.cases, ...second.cases].filter((one) => one.outcome === 'failed' && !failed.has(keyOf(one)));
  return { passed: cases.length - failures.length, failed: failures.length, cases, unsteady };
}

/** What is said below the counts: each test that failed, and each that needed two tries, with the first line of its message. */
export function describeUnpassed({ cases, unsteady = [] }: TestRunResult): readonly string[] {
  const failures = cases.filter(({ outcome }) => outcome === 'failed');
  return [...failures.map((one) => `✘ ${titleOf(one)}`), ...unsteady.map((one) => `~ failed at one of two tries: ${titleOf(one)}`)];
}

function keyOf({ file, group, title }: TestCase): string {
  return [file, group, title].join('\0');
}

function passing({ file, group, title }: TestCase): TestCase {
  return { file, group, title, outcome: 'passed' };
}

function titleOf({ file, group, title, message = '' }: TestCase): string {
  return `${file}: ${group}: ${title}: ${message.split('\n', 1)[0]}`;
}
