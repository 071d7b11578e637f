import assert from 'node:assert/strict';
import { withoutReruns, withoutRerunsOfSuite } from '../../../../src/formats/evidence/results/goReruns.ts';
import type { TestResult } from '../../../../src/model/evidence.ts';

/** Results in the order in which they are written: `fail A, pass A`, what of them counts in a suite, and among events. */
const CASES: readonly (readonly [written: string, suite: string, events?: string])[] = [
  ['fail A, pass A', 'pass A'],
  ['fail A, fail A, pass A', 'pass A'],
  ['fail A, fail A', 'fail A, fail A'],
  ['fail A, fail B, pass A, pass C', 'fail B, pass A, pass C'],
  ['fail A, skip B, pass A', 'skip B, pass A'],
  // What failed after it had passed was not run again because it had failed.
  ['pass A, fail A', 'pass A, fail A'],
  ['fail A, pass A, fail A', 'fail A, pass A, fail A'],
  ['pass A, pass B, fail A', 'pass A, pass B, fail A'],
  // All were run several times.
  ['fail A, pass A, pass B, pass B', 'fail A, pass A, pass B, pass B'],
  ['fail A, pass A, pass A', 'fail A, pass A, pass A'],
  // gotestsum has failures first; events stand in the order of the run.
  ['pass B, fail A, pass A', 'pass B, fail A, pass A', 'pass B, pass A'],
  ['fail A, pass A, fail B, pass B', 'fail A, pass A, fail B, pass B', 'pass A, pass B'],
  // Go numbers real duplicates.
  ['fail A, pass A#01', 'fail A, pass A#01'],
];

const OUTCOMES = { pass: 'passed', fail: 'failed', skip: 'skipped' } as const;

describe('tests of Go that are run again', () => {
  for (const [written, suite, events = suite] of CASES) {
    it(`are told from ${written}`, () => {
      const results = written.split(', ').map((one): TestResult => {
        const [outcome = '', name = ''] = one.split(' ');
        return { outcome: OUTCOMES[outcome as keyof typeof OUTCOMES], groups: ['example.com/shop'], title: `Test${name}` };
      });
      const brief = (kept: readonly TestResult[]): string =>
        kept.map(({ outcome, title }) => `${outcome.slice(0, 4)} ${title.slice('Test'.length)}`).join(', ');
      assert.equal(brief(withoutRerunsOfSuite(results)), suite);
      assert.equal(brief(withoutReruns(results)), events);
    });
  }

  it('are none of other tools', () => {
    const results: readonly TestResult[] = (['failed', 'passed'] as const).map((outcome) => ({
      outcome,
      groups: ['Orders'],
      title: 'works',
    }));
    assert.deepEqual(withoutRerunsOfSuite(results), results);
  });
});
