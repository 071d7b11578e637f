import assert from 'node:assert/strict';
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
const browser = (outcome: string): string =>
  junit(`${outcome} suite="chrome" classname="${PATH}" name="chrome &gt; Orders &gt; empty &gt; works"`);
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
  ['a run that skipped it and spells otherwise what stands around it', [passed, browser('skipped')], 'skipped'],
  ['a run that skipped it and spells it otherwise, and one that passed', [passed, browser('skipped'), passed], 'passed'],
  ['a run that failed and spells it otherwise', [passed, browser('failed')], 'failed'],
  ['a run that skipped the failing test and spells it otherwise', [failed, browser('skipped')], 'failed'],
  ['a failure before another and a pass behind both', [failed, failed, passed], 'passed'],
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

describe('the newest result of a test', () => {
  for (const [what, reports, outcome] of RUNS) {
    // @verifies RT-3.2/AC4~20521d
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
    assert.equal(at(passed, browser('skipped')), 'AC1 passed');
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
});

/** What is shown, reports with the minute of their run, and what the link gets. */
const PLATFORMS: readonly (readonly [
  what: string,
  reports: Readonly<Record<string, readonly [text: string, minute: number]>>,
  outcome: string,
])[] = [
  ['a pass on another platform', { 'r/windows.xml': [failed, 0], 'r/ubuntu.xml': [passed, 1] }, 'failed'],
  [
    'a later pass on that platform',
    { 'r/w-20261128.xml': [failed, 0], 'r/w-20261129.xml': [passed, 1], 'r/u-20261129.xml': [passed, 2] },
    'passed',
  ],
  [
    'a later pass on another one',
    { 'r/w-20261128.xml': [failed, 0], 'r/u-20261128.xml': [passed, 1], 'r/u-20261129.xml': [passed, 2] },
    'failed',
  ],
  ['later runs of all', { 'r/1/w/j.xml': [failed, 0], 'r/1/u/j.xml': [passed, 1], 'j.xml': [passed, 2] }, 'passed'],
  ['a run that skipped it elsewhere', { 'r/windows.xml': [failed, 0], 'r/ubuntu.xml': [skipped, 1] }, 'failed'],
  ['skipped runs of all but one', { 'r/windows.xml': [skipped, 1], 'r/ubuntu.xml': [passed, 0] }, 'passed'],
  ['a file that one platform could not load', { 'r/windows.xml': [unloaded, 0], 'r/ubuntu.xml': [passed, 1] }, 'failed'],
];

describe('a failure on one of several platforms', () => {
  for (const [what, reports, outcome] of PLATFORMS) {
    it(`is told from ${what}`, () => {
      const runs = Object.entries(reports).map(([path, [text, minute]]) => [path, text, minute * 60_000] as const);
      assert.equal(linkResultsAt({ [PATH]: CODE }, runs), `AC1 ${outcome}`);
    });
  }
});

/** A report that names the file, and what others write that name none. */
const NAMELESS: readonly (readonly [what: string, reports: readonly string[], outcome: string])[] = [
  [
    'a failure of TAP behind a pass',
    [
      passed,
      'TAP version 13\n# Subtest: Orders\n    # Subtest: empty\n        not ok 1 - works\n        1..1\n    not ok 1 - empty\n    1..1\nnot ok 1 - Orders\n1..1\n',
    ],
    'failed',
  ],
  ['a flat failure of TAP behind a pass', [passed, 'TAP version 13\nnot ok 1 - Orders empty works\n1..1\n'], 'failed'],
  ['a flat pass of TAP behind a failure', [failed, 'TAP version 13\nok 1 - Orders empty works\n1..1\n'], 'passed'],
  ['a flat pass of TAP before a failure', ['TAP version 13\nok 1 - Orders empty works\n1..1\n', failed], 'failed'],
  ['a failure of jest-junit behind a pass', [passed, junit('failed classname="Orders empty works" name="Orders empty works"')], 'failed'],
  ['an error of jest-junit behind a pass', [passed, junit('error classname="Orders empty works" name="Orders empty works"')], 'failed'],
  ['what jest-junit skipped behind a pass', [passed, junit('skipped classname="Orders empty works" name="Orders empty works"')], 'skipped'],
  ['a failure of lab behind a pass', [passed, junit('failed classname="Orders empty" name="works"')], 'failed'],
  ['a failure of node --test behind a pass', [passed, junit('failed classname="test" name="Orders empty works"')], 'failed'],
  ['a failure of another group behind a pass', [passed, junit('failed classname="Carts empty" name="works"')], 'passed'],
  ['a failure of a longer name behind a pass', [passed, junit('failed classname="Orders empty" name="never works"')], 'passed'],
];

describe('a result that names no file', () => {
  for (const [what, reports, outcome] of NAMELESS) {
    it(`counts by its time as ${what}`, () => {
      const byPath = Object.fromEntries(reports.map((text, at) => [`${'x/'.repeat(at)}${at}`, text]));
      assert.equal(linkResults({ [PATH]: CODE }, byPath), `AC1 ${outcome}`);
    });
  }
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
