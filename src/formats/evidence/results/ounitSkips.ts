import type { TestResult } from '../../../model/evidence.ts';

/** A line of OUnit's log: `vm#00 W: Skip test stock:2:is left out: no reason.` */
const SKIP = /^\S+ \S+ W: Skip test (?<skip>\S.*)$/gmu;

/**
 * Results of a suite, where OUnit 2.2 writes a test that was left out like one that passed: only its log, in the output of the suite, says so.
 *
 * @param output what is in `system-out` of the suite.
 */
export function withSkips(results: readonly TestResult[], output: string): readonly TestResult[] {
  const skipped = new Set<string>();
  for (const { groups } of output.matchAll(SKIP)) {
    const skip = groups?.['skip'] ?? '';
    // Where the title ends and the reason begins, only the titles tell.
    for (let at = skip.indexOf(': '); at >= 0; at = skip.indexOf(': ', at + 1)) skipped.add(skip.slice(0, at));
  }
  if (skipped.size === 0) return results;
  return results.map((result) =>
    result.outcome === 'passed' && skipped.has(result.title) ? { ...result, outcome: 'skipped' as const } : result,
  );
}

/** A test of OUnit by its place in the suites around it, `stock:2:is left out`. */
const NUMBERED = /^[^\n]+?:\d+:/u;

/** Results of a suite that is cut off: where OUnit names a test, the log that would say that it was left out is missing. */
export function withoutUnsure(results: readonly TestResult[]): readonly TestResult[] {
  return results.filter(({ outcome, title }) => outcome !== 'passed' || !NUMBERED.test(title));
}
