import assert from 'node:assert/strict';
import { readEvidence } from '../../../../src/formats/evidence/readEvidence.ts';
import { problemsOf } from '../../../support/formats/evidenceBrief.ts';

const jest = (totals: object, ...tests: readonly string[]): string =>
  JSON.stringify({
    numTotalTests: tests.length,
    testResults: [
      { name: '/p/a.test.js', status: 'passed', assertionResults: tests.map((status) => ({ title: 'a', ancestorTitles: [], status })) },
    ],
    ...totals,
  });
const mocha = (failures: number, failed: readonly object[]): string =>
  JSON.stringify({
    stats: { passes: 0, failures, start: '2026-11-29T08:00:00.000Z' },
    tests: [],
    failures: failed,
    passes: [],
    pending: [],
  });
const playwright = (unexpected: number, status: string): string =>
  JSON.stringify({
    config: { rootDir: '/p' },
    suites: [{ specs: [{ title: 'a', file: 'a.spec.ts', tests: [{ status, results: [{ status: 'passed' }] }] }] }],
    stats: { unexpected },
  });
const pytest = (exitcode: number, summary: object, ...outcomes: readonly string[]): string =>
  JSON.stringify({ created: 1, exitcode, root: '/p', summary, tests: outcomes.map((outcome) => ({ nodeid: 'a.py::test_a', outcome })) });
const libtest = (failed: number, event: string): string =>
  `{ "type": "suite", "event": "started", "test_count": 1 }\n{ "type": "test", "event": "started", "name": "a" }\n{ "type": "test", "name": "a", "event": "${event}" }\n{ "type": "suite", "event": "failed", "passed": 1, "failed": ${failed} }\n`;
const trx = (counters: string, outcome: string): string =>
  `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testId="1" testName="A.B" outcome="${outcome}"/></Results><ResultSummary outcome="Completed"><Counters total="2" ${counters}/></ResultSummary></TestRun>`;
const xunit = (totals: string, result: string): string =>
  `<assemblies><assembly name="a.dll" ${totals}><collection><test name="A.B" type="A" method="B" result="${result}"/></collection></assembly></assemblies>`;
const messages = (success: boolean, status: string): string =>
  [
    { meta: {} },
    { pickle: { id: 'p', uri: 'a.feature', name: 'a', steps: [{}], astNodeIds: [] } },
    { testCase: { id: 'c', pickleId: 'p' } },
    { testCaseStarted: { id: 's', testCaseId: 'c' } },
    { testStepFinished: { testCaseStartedId: 's', testStepResult: { status } } },
    { testCaseFinished: { testCaseStartedId: 's', willBeRetried: false } },
    { testRunFinished: { success } },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n');

/** Reports, and how many failures they announce and do not tell of. */
const CASES: readonly [what: string, text: string, lost: number][] = [
  ['Jest: a file that could not be loaded', jest({ numRuntimeErrorTestSuites: 1, success: false, testResults: [] }), 1],
  ['Jest: two tests that failed', jest({ numFailedTests: 2 }, 'failed'), 1],
  ['Jest: files that failed', jest({ numFailedTestSuites: 3 }, 'passed'), 3],
  ['Jest: no success', jest({ success: false }, 'passed'), 1],
  ['Jest: an obsolete snapshot', jest({ success: false, snapshot: { failure: true } }, 'passed'), 0],
  ['Jest: all that failed', jest({ numFailedTests: 1, numFailedTestSuites: 1, success: false }, 'failed', 'passed'), 0],
  ['Vitest: failed groups', jest({ numFailedTests: 1, numFailedTestSuites: 2, success: false }, 'failed'), 0],
  ['mocha: nothing of it', mocha(1, []), 1],
  ['mocha: one of two', mocha(2, [{ title: 'a', fullTitle: 'a' }]), 1],
  ['mocha: all', mocha(1, [{ title: 'a', fullTitle: 'a' }]), 0],
  ['Playwright: nothing of it', playwright(1, 'expected'), 1],
  ['Playwright: all', playwright(1, 'unexpected'), 0],
  ['pytest: a report without tests', pytest(1, { failed: 2, total: 2 }), 2],
  ['pytest: an exit code', pytest(1, {}, 'passed'), 1],
  ['pytest: failed and error', pytest(1, { failed: 1, error: 1 }, 'failed', 'passed'), 1],
  ['pytest: all', pytest(1, { failed: 1, error: 1 }, 'failed', 'error'), 0],
  ['libtest: nothing of it', libtest(1, 'ok'), 1],
  ['libtest: all', libtest(1, 'failed'), 0],
  ['TRX: nothing of it', trx('failed="1" passed="1"', 'Passed'), 1],
  ['TRX: errors and time limits', trx('failed="0" error="1" timeout="1"', 'Passed'), 2],
  ['TRX: all', trx('failed="1"', 'Failed'), 0],
  ['xUnit.net: nothing of it', xunit('failed="1"', 'Pass'), 1],
  ['xUnit.net: errors', xunit('failed="0" errors="2"', 'Pass'), 2],
  ['xUnit.net: all', xunit('failed="1"', 'Fail'), 0],
  ['NUnit 3: nothing of it', '<test-run id="2" failed="1"><test-suite><test-case name="A" result="Passed"/></test-suite></test-run>', 1],
  ['NUnit 3: all', '<test-run id="2" failed="1"><test-suite><test-case name="A" result="Failed"/></test-suite></test-run>', 0],
  [
    'NUnit 2: nothing of it',
    '<test-results failures="1" errors="1"><test-suite><results><test-case name="A" executed="True" success="True"/></results></test-suite></test-results>',
    2,
  ],
  [
    'NUnit 2: all',
    '<test-results failures="1" errors="0"><test-suite><results><test-case name="A" executed="True" success="False"/></results></test-suite></test-results>',
    0,
  ],
  ['Cucumber: nothing of it', messages(false, 'PASSED'), 1],
  ['Cucumber: a step without a definition', messages(false, 'UNDEFINED'), 0],
  ['Cucumber: all passed', messages(true, 'PASSED'), 0],
];

describe('totals of what failed', () => {
  for (const [what, text, lost] of CASES)
    it(`${lost > 0 ? 'are more than is told' : 'are what is told'} of ${what}`, () => {
      const problems = problemsOf(text);
      assert.equal(problems.length, Number(lost > 0), problems.join());
      if (lost > 0) assert.match(problems.join(), new RegExp(`: it announces ${lost} failures more than it tells of\\.`, 'u'));
    });
});

const PASSED = { title: 'a', ancestorTitles: [], status: 'passed' };
const one = (name: string, status = 'passed'): string =>
  JSON.stringify({ numTotalTests: 1, testResults: [{ name, status, assertionResults: [{ ...PASSED, status }] }] });

/** Texts with several documents, the files that these are about, and what is lost by line. */
const SEVERAL: readonly [what: string, text: string, files: string, lost: string][] = [
  ['on two lines', `${one('a.test.js')}\n${one('b.test.js', 'failed')}`, 'passed a.test.js, failed b.test.js', ''],
  ['on one line', `${one('a.test.js')}${one('b.test.js', 'failed')}`, 'passed a.test.js, failed b.test.js', ''],
  [
    'of many lines each',
    [one('a.test.js'), one('b.test.js', 'failed')].map((text) => JSON.stringify(JSON.parse(text), undefined, 2)).join('\n'),
    'passed a.test.js, failed b.test.js',
    '',
  ],
  [
    'with output between',
    `> jest --json\n${one('a.test.js')}\nnpm notice {new} version "1\n{x}\n${one('b.test.js', 'failed')}\ndone\n`,
    'passed a.test.js, failed b.test.js',
    '',
  ],
  ['with commas between', `${one('a.test.js')},\n${one('b.test.js')},\n`, 'passed a.test.js, passed b.test.js', ''],
  ['with a byte order mark each', `\uFEFF${one('a.test.js')}\n\uFEFF${one('b.test.js')}\n`, 'passed a.test.js, passed b.test.js', ''],
  ['of which the second is cut off', `${one('a.test.js')}\n${one('b.test.js').slice(0, -9)}`, 'passed a.test.js', '1'],
  ['of which the first is cut off', `${one('a.test.js').slice(0, -9)}\n${one('b.test.js')}\n`, '', '0'],
  [
    'of which the second is not valid',
    `${one('a.test.js')}\n${one('b.test.js').replace(':1', ':NaN')}\n${one('c.test.js')}`,
    'passed a.test.js, passed c.test.js',
    '1',
  ],
  ['with lines of a log', `{"level":"info"}\n${one('a.test.js')}\n{"level":"warn"}\n`, 'passed a.test.js', ''],
  [
    'three',
    [one('a.test.js'), one('b.test.js'), one('c.test.js')].join('\r\n'),
    'passed a.test.js, passed b.test.js, passed c.test.js',
    '',
  ],
  ['with brackets and quotes in strings', `${one('{"[a\\".test.js')}\n${one('b.test.js')}`, 'passed {"[a\\".test.js, passed b.test.js', ''],
];

describe('several documents of JSON in one file', () => {
  for (const [what, text, files, lost] of SEVERAL)
    it(what, () => {
      const { results, problems } = readEvidence('r.json', text, 0);
      assert.deepEqual(results.map(({ outcome, file }) => `${outcome} ${file}`).join(', '), files);
      assert.equal(problems.map(({ range }) => range.start.line).join(), lost);
    });

  it('lists of Cucumber, too', () => {
    const feature = (name: string) =>
      JSON.stringify([
        {
          keyword: 'Feature',
          uri: `${name}.feature`,
          name,
          elements: [{ type: 'scenario', keyword: 'Scenario', name, steps: [{ result: { status: 'passed' } }] }],
        },
      ]);
    const { results, problems } = readEvidence('r.json', `${feature('a')}\n${feature('b')}`, 0);
    assert.deepEqual([results.map(({ title }) => title), problems], [['a', 'b'], []]);
  });
});
