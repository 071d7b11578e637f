import assert from 'node:assert/strict';
import type { TestCase } from '../../scripts/results/junit.ts';
import { describeUnpassed, secondTry, sumOf } from '../vscode/result.ts';
import type { TestRunResult } from '../vscode/result.ts';

/** `a failed` is a test called `a` that failed. */
function result(...tests: readonly string[]): TestRunResult {
  const cases = tests.map((test): TestCase => {
    const [title = '', outcome] = test.split(' ');
    const named = { file: 'tree.ts', group: 'the tree', title };
    return outcome === 'failed' ? { ...named, outcome, message: `${title} broke\nat a line` } : { ...named, outcome: 'passed' };
  });
  const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
  return { passed: cases.length - failed, failed, cases };
}

describe('secondTry', () => {
  const rows: readonly (readonly [what: string, first: TestRunResult, second: TestRunResult, passed: number, said: readonly string[]])[] = [
    [
      'passes what passed at the second try, and says so',
      result('a failed', 'b passed'),
      result('a passed', 'b passed'),
      2,
      ['~ failed at one of two tries: tree.ts: the tree: a: a broke'],
    ],
    [
      'passes what passed at the first try alone',
      result('a failed', 'b passed'),
      result('a passed', 'b failed'),
      2,
      ['~ failed at one of two tries: tree.ts: the tree: a: a broke', '~ failed at one of two tries: tree.ts: the tree: b: b broke'],
    ],
    ['fails what failed twice', result('a failed', 'b passed'), result('a failed', 'b passed'), 1, ['✘ tree.ts: the tree: a: a broke']],
    [
      'fails what broke at the second try and hid what it stands before',
      result('a failed'),
      result('hook failed'),
      0,
      ['✘ tree.ts: the tree: hook: hook broke', '~ failed at one of two tries: tree.ts: the tree: a: a broke'],
    ],
  ];
  for (const [what, first, second, passed, said] of rows) {
    it(what, () => {
      const both = secondTry(first, second);
      assert.equal(both.passed, passed);
      assert.equal(both.failed, said.filter((line) => line.startsWith('✘')).length);
      assert.deepEqual(describeUnpassed(both), said);
    });
  }
});

describe('sumOf', () => {
  it('keeps what needed two tries', () => {
    const sum = sumOf([result('a passed'), secondTry(result('b failed'), result('b passed'))]);
    assert.deepEqual([sum.passed, sum.failed, sum.unsteady?.map(({ title }) => title)], [2, 0, ['b']]);
  });
});
