/** How many tests of one run passed and failed; a test that never started counts as neither. */
export interface TestRunResult {
  readonly passed: number;
  readonly failed: number;
}
