import type { TestResult } from '../../../model/evidence.ts';

/** Tests of Go, `TestReserve/rejects_an_empty_order`. */
const GO_TEST = /^(?:Test|Example|Fuzz)(?![a-z])\S*$/u;

const GO_PACKAGE = /^(?:[\w.~-]+(?:\/[\w.~-]+)+|[a-z][a-z0-9_]*)$/u;

/**
 * Results of a package, where tests of Go that failed first and passed when `gotestsum --rerun-fails` ran them again have passed. It writes both and marks neither,
 * but Go numbers real duplicates (`TestReserve#01`), and only what failed is run again, until it passes. Where a test passed twice, or failed after it had passed, all were
 * run several times (`go test -count=2`), and every failure counts.
 */
export function withoutReruns(results: readonly TestResult[]): readonly TestResult[] {
  const passed = new Set<string>();
  for (const result of results) {
    const { title, groups, outcome } = result;
    if (outcome === 'failed' && passed.has(keyOf(result))) return results;
    if (outcome !== 'passed') continue;
    const [group = ''] = groups;
    if (groups.length !== 1 || !GO_PACKAGE.test(group) || !GO_TEST.test(title) || passed.has(keyOf(result))) return results;
    passed.add(keyOf(result));
  }
  return results.filter((result) => result.outcome !== 'failed' || !passed.has(keyOf(result)));
}

/**
 * The same for a suite of JUnit XML, in which gotestsum has all failures first (version 1.8.2). Another order is that of the run, as other
 * tools write it, and none of these runs tests again.
 */
export function withoutRerunsOfSuite(results: readonly TestResult[]): readonly TestResult[] {
  const first = results.findIndex(({ outcome }) => outcome === 'passed');
  const isSorted = !results.slice(first).some(({ outcome }) => outcome === 'failed');
  return first >= 0 && isSorted ? withoutReruns(results) : results;
}

function keyOf({ groups: [group = ''], title }: TestResult): string {
  return `${group}\n${title}`;
}
