import assert from 'node:assert/strict';
import { resultsOf } from '../../../support/formats/evidenceBrief.ts';

const FILE = '/p/a.test.js';
const test = (status: string, title: string, ...ancestorTitles: readonly string[]): object => ({ ancestorTitles, title, status });
const file = (status: string, tests: readonly object[], more: object = {}, name = FILE): object => ({
  name,
  status,
  message: '',
  assertionResults: tests,
  ...more,
});
const json = (totals: object, ...testResults: readonly object[]): string => JSON.stringify({ numTotalTests: 9, ...totals, testResults });

const MIXED = [test('passed', 'works', 'two'), test('failed', 'other')];
const BOTH = [`passed ${FILE} | two > works`, `failed ${FILE} | other`];
const WHOLE = `failed whole file ${FILE} | `;

/** What is written, and its results. */
const JSON_REPORTS: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'a hook beside a test that failed',
    json({}, file('failed', MIXED, { message: '  ● Test suite failed to run\n\n    x' })),
    [...BOTH, WHOLE],
  ],
  ['a hook of a group', json({}, file('failed', MIXED, { message: '  ● a\n\n  ● two › Test suite failed to run\n' })), [...BOTH, WHOLE]],
  ['a hook by its error', json({}, file('failed', MIXED, { testExecError: { message: 'x' } })), [...BOTH, WHOLE]],
  [
    'a hook as results of Jest themselves have it',
    json({}, file('failed', MIXED, { failureMessage: '● Test suite failed to run' })),
    [...BOTH, WHOLE],
  ],
  [
    'an error although nothing failed',
    json({}, file('passed', [test('passed', 'works')], { testExecError: { message: 'x' } })),
    [`passed ${FILE} | works`, WHOLE],
  ],
  ['a hook by the totals of Jest', json({ numRuntimeErrorTestSuites: 1 }, file('failed', MIXED)), [...BOTH, WHOLE]],
  ['no hook by the totals of Jest', json({ numRuntimeErrorTestSuites: 0, numFailedTestSuites: 9 }, file('failed', MIXED)), BOTH],
  ['only a test that says so in its name', json({}, file('failed', MIXED, { message: '  ● two › says "Test suite failed to run"' })), BOTH],
  ['a hook by the totals of Vitest', json({ numFailedTestSuites: 2 }, file('failed', MIXED)), [...BOTH, WHOLE]],
  ['no hook by the totals of Vitest', json({ numFailedTestSuites: 1 }, file('failed', MIXED)), BOTH],
  [
    'groups with failed tests in them, by the totals of Vitest',
    json({ numFailedTestSuites: 3 }, file('failed', [test('failed', 'x', 'a', 'b'), test('failed', 'y', 'a')])),
    [`failed ${FILE} | a > b > x`, `failed ${FILE} | a > y`],
  ],
  [
    'two groups of one name, by the totals of Vitest',
    json({ numFailedTestSuites: 3 }, file('failed', [test('failed', 'x', 'a'), test('passed', 'z'), test('failed', 'y', 'a')])),
    [`failed ${FILE} | a > x`, `passed ${FILE} | z`, `failed ${FILE} | a > y`],
  ],
  [
    'a group in which only a hook failed beside one with a failed test',
    json({ numFailedTestSuites: 3 }, file('failed', [test('failed', 'x', 'a'), test('passed', 'y', 'b')])),
    [`failed ${FILE} | a > x`, `passed ${FILE} | b > y`, WHOLE],
  ],
  [
    'a hook of the one file, and a test of the other, by the totals of Vitest',
    json(
      { numFailedTestSuites: 3 },
      file('failed', [test('skipped', 'x', 'a')]),
      file('failed', [test('failed', 'y')], {}, '/p/b.test.js'),
    ),
    [`skipped ${FILE} | a > x`, WHOLE, 'failed /p/b.test.js | y'],
  ],
  [
    'a status that nobody knows',
    json({}, file('passed', [test('focused', 'x'), test('interrupted', 'y')])),
    [`skipped ${FILE} | x`, `skipped ${FILE} | y`],
  ],
];

const HOOK = " Test execution failure: could be caused by test hooks like 'afterAll'.";
const passed = (name: string, more = ''): string => `<testcase classname="${name}" name="${name}" ${more}/>`;
const hook = (more = ''): string => `<testcase classname="${HOOK}" name="${HOOK}" ${more}><failure/></testcase>`;

const JUNIT_REPORTS: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'any group',
    `<testsuite name="one">${passed('one w')}${passed('two works')}${hook()}</testsuite>`,
    ['failed one w', 'failed two works', 'failed whole group one > '],
  ],
  [
    'a file that is named',
    `<testsuite name="one">${passed('one w', 'file="a.test.js"')}${hook('file="a.test.js"')}</testsuite>`,
    ['failed a.test.js | one w', 'failed whole file a.test.js | '],
  ],
  [
    'a suite that is named like its file',
    `<testsuite name="test/a.test.js">${passed('one w')}${hook()}</testsuite>`,
    ['failed test/a.test.js | one w', 'failed whole file test/a.test.js | '],
  ],
  [
    'a suite beside others',
    `<testsuites><testsuite name="a">${passed('a x')}</testsuite><testsuite name="b">${passed('b x')}${hook()}</testsuite><testsuite name="c">${passed('c x')}</testsuite></testsuites>`,
    ['passed a x', 'failed b x', 'failed whole group b > ', 'passed c x'],
  ],
  [
    'tests that were skipped',
    `<testsuite name="b"><testcase classname="b x" name="b x"><skipped/></testcase>${hook()}</testsuite>`,
    ['skipped b x', 'failed whole group b > '],
  ],
];

// @verifies RT-3.2/AC5~7f477a
describe('A hook of Jest or Vitest that failed', () => {
  for (const [what, text, results] of JSON_REPORTS) {
    it(`is told in JSON: ${what}`, () => assert.deepEqual(resultsOf(text), results));
  }
  for (const [what, text, results] of JUNIT_REPORTS) {
    it(`fails all tests of its suite in JUnit XML: ${what}`, () => assert.deepEqual(resultsOf(`<?xml version="1.0"?>${text}`), results));
  }
});
