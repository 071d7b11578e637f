import assert from 'node:assert/strict';
import { readOutput } from '../../../src/formats/evidence/printed/readOutput.ts';
import { declaredTests } from '../../../src/formats/carried/declaredTests.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { inEnglish, say } from '../../../src/model/message.ts';
import { itemOutcomes, testOutcomes } from '../../../src/query/running/outcomes.ts';
import type { RunResult } from '../../../src/query/running/outcomes.ts';
import { wantedItems } from '../../../src/query/running/wantedTest.ts';
import { indexOfTexts } from '../../support/notations/openspec.ts';

const INDEX = indexOfTexts({
  'docs/stock.md': '# Stock\n\n## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n- AC1 adds\n- AC2 rows\n- AC3 nothing\n',
  'test/a.test.js':
    "describe('A', () => {\n  it('REQ-1/AC1 adds', () => { f(); });\n});\ndescribe('B', () => {\n  it('REQ-1/AC1 adds', () => { f(); });\n});\nit('REQ-1/AC2 rows %i', () => { f(); });\n",
});
const WANTED = wantedItems(INDEX, [...INDEX.requirements()]);

const testcase = (group: string, title: string, inner = ''): string =>
  `<testsuite name="${group}" file="test/a.test.js"><testcase name="${title}">${inner}</testcase></testsuite>`;
const A = testcase('A', 'REQ-1/AC1 adds');
const B = testcase('B', 'REQ-1/AC1 adds');
const ROWS = testcase('', 'REQ-1/AC2 rows 1') + testcase('', 'REQ-1/AC2 rows 2');

/** What became of AC1, AC2 and AC3. */
function told(text: string, more: Partial<RunResult> = {}, tests?: Evidence['tests']): string {
  const run = {
    runner: 'x',
    folder: '',
    argv: ['x'],
    family: '',
    result: { kind: 'file', path: '' },
    wanted: WANTED.flatMap(({ tests }) => tests),
  } as const;
  const files = [readOutput('evidence', 'reqtrace-results', `<testsuites>${text}</testsuites>`, 0)];
  const outcomes = testOutcomes([{ run, files, code: 0, ...more }], INDEX, tests);
  return itemOutcomes(WANTED, outcomes)
    .map(({ kind, reason }) => (reason ? `${kind}, ${inEnglish(reason)}` : kind))
    .join('; ');
}

const NONE = 'not-run, no test is linked to it';

describe('A criterion', () => {
  const cases: readonly [what: string, text: string, more: Partial<RunResult>, outcome: string][] = [
    ['passed where each of its tests did', A + B + ROWS, {}, `passed; passed; ${NONE}`],
    [
      'was not run where one of two tests of one name is missing',
      A + ROWS,
      {},
      `not-run, the new results do not hold this test; passed; ${NONE}`,
    ],
    ['failed where one of its tests did', A + testcase('B', 'REQ-1/AC1 adds', '<failure/>') + ROWS, { code: 1 }, `failed; passed; ${NONE}`],
    [
      'was not run where a test was skipped',
      A + testcase('B', 'REQ-1/AC1 adds', '<skipped/>') + ROWS,
      {},
      `not-run, the test was skipped; passed; ${NONE}`,
    ],
    [
      'was not run where a file that does not load ended the run, which is said',
      '<testcase classname="" name="test.b_test" file="test/b.test.js"><error message="collection failure"/></testcase>',
      { code: 2 },
      ['not-run', 'not-run']
        .map((kind) => `${kind}, the new results do not hold this test; test/b.test.js failed as a whole, which may have ended the run; `)
        .join('') + NONE,
    ],
    [
      'was not run where the runner made a test of the file, as Node does of one without any',
      '<testcase name="test/a.test.js" classname="test" file="test/a.test.js"/>',
      {},
      `not-run, the new results do not hold this test; not-run, the new results do not hold this test; ${NONE}`,
    ],
    [
      'was not run where what passed is the file and has the name of the group in it',
      '<testcase name="/w/test/A.test.js" classname="test"/>',
      {},
      `not-run, the new results do not hold this test; not-run, the new results do not hold this test; ${NONE}`,
    ],
    [
      'was not run where the runner failed for no test',
      A + B + ROWS,
      { code: 3 },
      `not-run, the runner ended with 3, though no test failed; not-run, the runner ended with 3, though no test failed; ${NONE}`,
    ],
    [
      'passed where another test is what failed',
      A + B + ROWS + testcase('', 'other', '<failure/>'),
      { code: 1 },
      `passed; passed; ${NONE}`,
    ],
    ['failed where a row did', A + B + ROWS + testcase('', 'REQ-1/AC2 rows 3', '<failure/>'), { code: 1 }, `passed; failed; ${NONE}`],
    [
      'was not run where the run broke',
      A,
      { broken: say('the run was cancelled'), files: [] },
      `not-run, the run was cancelled; not-run, the run was cancelled; ${NONE}`,
    ],
    ['was not run where the results are cut off', `${A}${B}${ROWS}<testsuite`, {}, 'lost'],
  ];
  for (const [what, text, more, outcome] of cases)
    it(what, () => {
      if (outcome === 'lost') assert.match(told(text, more), /^not-run, it is not well-formed XML.*; not-run, it is/u);
      else assert.equal(told(text, more), outcome);
    });

  it('was not run where a test of another file may be what passed', () => {
    const nowhere =
      '<testsuite name="A"><testcase name="REQ-1/AC1 adds"/></testsuite><testsuite name="B"><testcase name="REQ-1/AC1 adds"/></testsuite>';
    const others = declaredTests('test/b.test.js', "describe('B', () => {\n  it('REQ-1/AC1 adds', () => { f(); });\n});\n", () => true);
    const rows = testcase('', 'REQ-1/AC2 rows 1');
    assert.equal(told(nowhere + rows), `passed; passed; ${NONE}`);
    assert.equal(
      told(nowhere + rows, {}, new Map([['test/b.test.js', others]])),
      `not-run, the new results do not hold this test; passed; ${NONE}`,
    );
  });
});
