import assert from 'node:assert/strict';
import { areOneRun } from '../../../src/index/evidence/newestResults.ts';
import { isNewer } from '../../../src/index/evidence/times.ts';
import { junit, linkResults, linkResultsAt } from '../../support/index/linkResults.ts';

const PATH = 'test/a.test.js';
const CODE = "describe('Orders', () => {\n  describe('empty', () => {\n    // @verifies IP-1/AC1\n    it('works', () => {});\n  });\n});\n";
const NAME = `suite="${PATH}" classname="${PATH}" name="Orders &gt; empty &gt; works"`;
const passed = junit(`passed ${NAME}`);
const failed = junit(`failed ${NAME}`);
const skipped = junit(`skipped ${NAME}`);
const absent = junit(`passed suite="${PATH}" classname="${PATH}" name="Orders &gt; other"`);
/** Jest JSON of a run in which the file could not be loaded. */
const unloaded = JSON.stringify({ numTotalTests: 0, testResults: [{ name: `/p/${PATH}`, status: 'failed', assertionResults: [] }] });
const hook = (group: string): string =>
  `<testsuite><testcase classname="${group}" name="&quot;before all&quot; hook" file="/p/${PATH}"><failure/></testcase></testsuite>`;
const inSuite = (name: string): string => `<testsuite name="${name}"><error message="x"/></testsuite>`;

/** What is shown, reports in the order of their runs, and what the link gets. */
const RUNS: readonly (readonly [what: string, reports: readonly string[], outcome: string])[] = [
  ['a pass behind a failure', [failed, passed], 'passed'],
  ['a failure behind a pass', [passed, failed], 'failed'],
  ['a run that left the test out', [passed, absent], 'passed'],
  ['a run that left the failing test out', [failed, absent], 'failed'],
  ['a run that skipped the failing test', [failed, skipped], 'failed'],
  ['a run that skipped the test', [passed, skipped], 'skipped'],
  ['a run that skipped it, another that passed', [failed, skipped, passed], 'passed'],
  ['a run that skipped it between', [failed, passed, skipped], 'skipped'],
  ['a run that could not load the file', [passed, unloaded], 'failed'],
  ['a run that could not load the file, and one that left the test out', [passed, unloaded, absent], 'failed'],
  ['a run that could not load the file, and one that skipped the test', [passed, unloaded, skipped], 'failed'],
  ['a run that could not load the file, and a later pass', [unloaded, passed], 'passed'],
  ['a run that could not load the file, and nothing else', [unloaded], 'failed'],
  ['a hook of the group around the test', [passed, hook('Orders empty')], 'failed'],
  ['a hook of the outer group', [passed, hook('Orders')], 'failed'],
  ['a hook of the inner group by its own name', [passed, inSuite('empty')], 'failed'],
  ['a hook of another group', [passed, hook('Carts empty')], 'passed'],
  ['a hook of another group in the group', [passed, hook('Orders full')], 'passed'],
  ['a hook of the file', [passed, hook('')], 'failed'],
  ['a hook, and a later pass', [hook('Orders'), passed], 'passed'],
];

/** Whether reports are of one run; the second came an hour later. */
const PATHS: readonly (readonly [a: string, b: string, one: boolean])[] = [
  ['test-results/windows/junit.xml', 'test-results/ubuntu/junit.xml', true],
  ['artifacts/shard-1/a/junit.xml', 'artifacts/shard-2/a/junit.xml', true],
  ['artifacts/windows/20/junit.xml', 'artifacts/ubuntu/22/junit.xml', true],
  ['windows/junit.xml', 'ubuntu/junit.xml', true],
  ['results/junit-windows.xml', 'results/junit-ubuntu.xml', true],
  ['results/try.1.xml', 'results/try.2.xml', true],
  ['results/junit.xml', 'results/other.xml', false],
  ['results/junit.xml', 'results/unit/junit.xml', false],
  ['results/2026-11-28/junit.xml', 'results/2026-11-29/junit.xml', false],
  ['results/run_20261128_1010/junit.xml', 'results/run_20261129_1010/junit.xml', false],
  ['results/junit-2026-11-28.xml', 'results/junit-2026-11-29.xml', false],
  ['results/a/junit.xml', 'results/b/report.xml', false],
];

describe('the newest result of a test', () => {
  for (const [what, reports, outcome] of RUNS) {
    it(`is told from ${what}`, () => {
      const byPath = Object.fromEntries(reports.map((text, at) => [`r${at}/${'x/'.repeat(at)}${at}`, text]));
      assert.equal(linkResults({ [PATH]: CODE }, byPath), `AC1 ${outcome}`);
    });
  }

  it('of several platforms is that of all of them', () => {
    const at = (windows: string, ubuntu: string): string =>
      linkResults({ [PATH]: CODE }, { 'test-results/windows/junit.xml': windows, 'test-results/ubuntu/junit.xml': ubuntu });
    assert.equal(at(failed, passed), 'AC1 failed');
    assert.equal(at(passed, failed), 'AC1 failed');
    assert.equal(at(passed, skipped), 'AC1 passed');
    assert.equal(at(unloaded, passed), 'AC1 failed');
  });

  it('of runs that began at once is that of all of them', () => {
    assert.equal(
      linkResultsAt({ [PATH]: CODE }, [
        ['a/1', failed, 5],
        ['b/2/2', passed, 5],
      ]),
      'AC1 failed',
    );
  });

  for (const [a, b, one] of PATHS) {
    it(`counts ${one ? 'with' : 'without'} that in ${b} where one is in ${a}`, () => {
      const hour = 60 * 60 * 1000;
      assert.equal(areOneRun({ path: a, time: 0 }, { path: b, time: hour }), one);
      assert.equal(areOneRun({ path: b, time: hour }, { path: a, time: 0 }), one);
    });
  }

  it('counts without that of last week in another folder of the root', () => {
    const week = 7 * 24 * 60 * 60 * 1000;
    assert.equal(areOneRun({ path: 'coverage/junit.xml', time: 0 }, { path: 'reports/junit.xml', time: week }), false);
    assert.equal(areOneRun({ path: 'r/windows/junit.xml', time: 0 }, { path: 'r/ubuntu/junit.xml', time: week }), true);
  });
});

describe('a file that changed', () => {
  for (const [modified, began, newer] of [
    [1001, 1000, false],
    [1999, 1000, false],
    [2000, 1000, true],
    [999, 1000, false],
    [1002, 1001, true],
    [1001, 1001, false],
    [-Infinity, 0, false],
  ] as const) {
    it(`at ${modified} is ${newer ? '' : 'not '}newer than a run of ${began}`, () => assert.equal(isNewer(modified, began), newer));
  }
});
