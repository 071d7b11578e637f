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

/**
 * What two tries of the same tests come to: only what fails at the second and did not pass at the first has failed. A hook that fails hides
 * tests, and has no other try that passed: it has failed.
 *
 * @example
 * secondTry(result('a failed', 'b passed'), result('a passed', 'b failed')) // both passed, both unsteady
 */
export function secondTry(first: TestRunResult, second: TestRunResult): TestRunResult {
  const passedAtFirst = new Set(first.cases.filter(({ outcome }) => outcome === 'passed').map(keyOf));
  const cases = second.cases.map((one) => (one.outcome === 'failed' && passedAtFirst.has(keyOf(one)) ? passing(one) : one));
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
