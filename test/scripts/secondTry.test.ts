import assert from 'node:assert/strict';
import type { TestCase } from '../../scripts/results/junit.ts';
import { describeUnpassed, groupsToTryAgain, secondTry, sumOf } from '../vscode/result.ts';
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

const HOOK = '"before each" hook for "b"';

function hookFailed({ passed, failed, cases }: TestRunResult): TestRunResult {
  const hook: TestCase = { file: 'tree.ts', group: 'the tree', title: HOOK, outcome: 'failed', message: 'it broke' };
  return { passed, failed: failed + 1, cases: [...cases, hook] };
}

describe('groupsToTryAgain', () => {
  it('are those in which something failed', () => {
    const [test] = result('a failed').cases;
    assert.ok(test);
    const run = {
      passed: 0,
      failed: 3,
      cases: [...result('b passed').cases, test, { ...test, title: 'c' }, { ...test, group: 'a row (of two)' }],
    };
    const pattern = new RegExp(groupsToTryAgain(run) ?? '', 'u');
    for (const title of ['the tree a', 'the tree b', 'a row (of two) a']) assert.match(title, pattern);
    for (const title of ['the treetop a', 'in the tree a', 'a row of two a']) assert.doesNotMatch(title, pattern);
  });

  it('are all where VS Code itself ended', () => {
    const ended: TestCase = { file: 'test/vscode/run.ts', group: 'orders', title: 'the suites', outcome: 'failed', message: 'ended' };
    assert.equal(groupsToTryAgain({ passed: 0, failed: 1, cases: [ended] }), undefined);
  });
});

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
      'fails what broke at the second try and hid what it stands before, which has not passed',
      result('a failed'),
      result('hook failed'),
      0,
      ['✘ tree.ts: the tree: a: a broke', '✘ tree.ts: the tree: hook: hook broke'],
    ],
    [
      'keeps what was not tried again',
      result('a passed', 'b failed'),
      result('b passed'),
      2,
      ['~ failed at one of two tries: tree.ts: the tree: b: b broke'],
    ],
    ['fails what was to be tried again, and was not', result('a failed'), result(), 0, ['✘ tree.ts: the tree: a: a broke']],
    [
      'passes a hook whose group ran without it',
      hookFailed(result('a passed')),
      result('a passed', 'b passed'),
      2,
      [`~ failed at one of two tries: tree.ts: the tree: ${HOOK}: it broke`],
    ],
    ['fails a hook whose group did not run again', hookFailed(result('a passed')), result(), 1, [`✘ tree.ts: the tree: ${HOOK}: it broke`]],
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
