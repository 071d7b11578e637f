import type { Evidence, TestResult } from '../../../src/model/evidence.ts';

/** Results of one run of tests: `evidenceOf({ title: 'rejects more', outcome: 'passed' })`. */
export function evidenceOf(...results: readonly Pick<TestResult, 'title' | 'outcome'>[]): Evidence {
  const file = { path: 'results/a.xml', time: 100, results: results.map((one) => ({ ...one, groups: [] })), coverage: [], problems: [] };
  return { files: [file], modified: new Map() };
}
