import type { TestCase } from '../../scripts/results/junit.ts';

/** How many tests of one run passed and failed, and which; a test that never started counts as neither. */
export interface TestRunResult {
  readonly passed: number;
  readonly failed: number;
  readonly cases: readonly TestCase[];
}
