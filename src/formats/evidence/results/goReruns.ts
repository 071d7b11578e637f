import type { TestResult } from '../../../model/evidence.ts';

/** Tests of Go, `TestReserve/rejects_an_empty_order`. */
const GO_TEST = /^(?:Test|Example|Fuzz)(?![a-z])\S*$/u;

const GO_PACKAGE = /^(?:[\w.~-]+(?:\/[\w.~-]+)+|[a-z][a-z0-9_]*)$/u;

/**
 * Results of a suite, where tests of Go that failed first and passed when `gotestsum --rerun-fails` ran them again have passed. It writes both and marks neither,
 * but Go numbers real duplicates (`TestReserve#01`), and only what failed is run again, until it passes. Where a test passed twice all were run
 * several times (`go test -count=2`), and every failure counts.
 */
export function withoutReruns(results: readonly TestResult[]): readonly TestResult[] {
  const passed = new Set<string>();
  for (const { title, groups, outcome } of results) {
    if (outcome !== 'passed') continue;
    const [group = ''] = groups;
    const key = `${group}\n${title}`;
    if (groups.length !== 1 || !GO_PACKAGE.test(group) || !GO_TEST.test(title) || passed.has(key)) return results;
    passed.add(key);
  }
  return results.filter(({ outcome, title, groups: [group = ''] }) => outcome !== 'failed' || !passed.has(`${group}\n${title}`));
}
