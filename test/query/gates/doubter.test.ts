import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { EvidenceFile } from '../../../src/model/evidence.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { say } from '../../../src/model/message.ts';
import { evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../../src/query/gates/scope.ts';
import { indexOfTexts } from '../../support/diffStates.ts';

const NONE: Gate = { scope: 'all', max: {}, min: {}, forbid: [] };
const zero = { value: 0, percent: false };
const number = (value: number) => ({ value, percent: false });
const WRITTEN = Date.UTC(2099, 0, 1);

const FILES = {
  'docs/a.md': '## REQ-1: Two\n\n**Acceptance Criteria**:\n\n- One\n- Two\n',
  'src/a.js': '// @implements REQ-1\nexport function a() {\n  b();\n}\n',
  'test/a.test.js': "it('REQ-1/AC1 works', () => { a(); });\nit('REQ-1/AC2 sells', () => { a(); });\n",
  'test/z.test.js': "it('works', () => { a(); });\n",
};

function judged(
  files: Readonly<Record<string, string>>,
  gate: Partial<Gate>,
  evidence: Readonly<Record<string, string>>,
  more: readonly EvidenceFile[] = [],
) {
  const view = indexOfTexts(files);
  view.setEvidence({
    files: [...Object.entries(evidence).map(([path, text]) => readEvidence(path, text, WRITTEN)), ...more],
    modified: new Map(),
  });
  const { decision, conditions } = evaluateGate(view, { name: 'g', gate: { ...NONE, ...gate }, scope: EVERYTHING });
  return `${decision}: ${conditions.map(({ why }) => why).join('; ')}`;
}

const report = (file: string, name: string, inner = '') =>
  `<testsuites><testsuite name="${file}"><testcase classname="${file}" name="${name}">${inner}</testcase></testsuite></testsuites>`;

/** No result is about a linked test. */
const SILENT: readonly [what: string, results: string][] = [
  ['a test that is not linked', report('test/z.test.js', 'works')],
  ['a test that is not linked and failed', report('test/z.test.js', 'works', '<failure/>')],
  ['a file that is gone', report('test/gone.test.js', 'REQ-9/AC1 works')],
  ['another package', report('packages/b/test/b.test.js', 'counts')],
  ['a file that is not linked and did not load', report('test/z.test.js', 'test/z.test.js', '<error/>')],
  ['a title that was renamed', report('test/a.test.js', 'buys')],
  ['TAP of another program', 'TAP version 13\n1..1\nok 1 - compiles\n'],
  ['a Go package', '{"Action":"pass","Package":"example.org/s","Test":"TestA"}\n{"Action":"pass","Package":"example.org/s"}\n'],
  ['a class of Java', report('shop.OrderTest', 'adds')],
  ['only skipped tests of others', report('test/z.test.js', 'works', '<skipped/>')],
];

describe('a gate over results', () => {
  for (const [what, results] of SILENT) {
    for (const gate of [
      { max: { failing: zero } },
      { max: { unproven: { value: 100, percent: true } } },
      { forbid: ['failing-criterion'] },
    ] as const)
      // @verifies RT-5.2/AC2~1146dd
      it(`of ${what} is undecided: ${JSON.stringify(gate)}`, () =>
        assert.equal(
          judged(FILES, gate, { 'out/r.xml': results }),
          'undecided: no test result is about a test that is linked to any of 2 criteria',
        ));
  }

  const heard: readonly [what: string, inner: string, decision: RegExp][] = [
    ['passed', '', /^holds/u],
    ['was skipped', '<skipped/>', /^holds/u],
    ['failed', '<failure/>', /^fails/u],
  ];
  for (const [what, inner, decision] of heard)
    it(`of one linked test that ${what} is decided`, () =>
      assert.match(
        judged(FILES, { max: { failing: zero } }, { 'out/r.xml': report('test/a.test.js', 'REQ-1/AC1 works', inner) }),
        decision,
      ));

  it('is undecided where not all was searched for results, if it asks what tests have shown', () => {
    const cut: EvidenceFile = { path: 'out/a', time: Infinity, results: [], coverage: [], problems: [], cut: say('too much') };
    const results = { 'out/r.xml': report('test/a.test.js', 'REQ-1/AC1 works') };
    assert.equal(judged(FILES, { max: { failing: zero } }, results, [cut]), 'undecided: out/a was not searched for results: too much');
    assert.match(judged(FILES, { max: { unmet: zero } }, results, [cut]), /^holds/u);
    assert.match(
      judged(FILES, { max: { failing: zero } }, { 'out/r.xml': report('test/a.test.js', 'REQ-1/AC1 works', '<failure/>') }, [cut]),
      /^fails/u,
    );
  });

  it('is undecided where no criterion has a test', () =>
    assert.match(
      judged({ ...FILES, 'test/a.test.js': '' }, { max: { failing: zero } }, { 'out/r.xml': report('test/z.test.js', 'works') }),
      /^undecided/u,
    ));
});

describe('a gate over line coverage', () => {
  const cases: readonly [what: string, lines: string, decision: RegExp][] = [
    ['of the annotated file', 'SF:src/a.js\nDA:3,1\nend_of_record\n', /^holds/u],
    ['of other files', 'SF:src/b.js\nDA:3,1\nend_of_record\n', /^undecided: line coverage does not include any file with annotated code/u],
    ['of the file without a line', 'SF:src/a.js\nend_of_record\n', /^undecided: line coverage does not include/u],
    ['of a file that is gone', 'SF:src/old/a.ts\nDA:3,1\nend_of_record\n', /^undecided: line coverage does not include/u],
    ['of which nothing ran', 'SF:src/a.js\nDA:3,0\nend_of_record\n', /^fails/u],
  ];
  for (const [what, lines, decision] of cases)
    it(`${what} is ${decision.source}`, () => assert.match(judged(FILES, { forbid: ['not-executed'] }, { 'lcov.info': lines }), decision));
});

describe('a number that must be met at least', () => {
  const cases: readonly [gate: Partial<Gate>, decision: RegExp][] = [
    [{ min: { met: number(2) } }, /^holds: 2 of 2/u],
    [{ min: { met: number(1) } }, /^holds/u],
    [{ min: { met: number(3) } }, /^undecided: there are fewer criteria to judge than that, 2 criteria; a share is written as 80%$/u],
    [{ min: { met: number(50) } }, /^undecided/u],
    [{ min: { met: { value: 100, percent: true } } }, /^holds/u],
    [{ scope: 'changed', min: { met: number(50) } }, /^holds/u],
  ];
  for (const [gate, decision] of cases)
    it(`${JSON.stringify(gate)}: ${decision.source}`, () => assert.match(judged(FILES, gate, {}), decision));

  it('fails where less is met, however few there are', () =>
    assert.match(judged({ ...FILES, 'test/a.test.js': '' }, { min: { met: number(50) } }, {}), /^fails: 0 of 2/u));
});
