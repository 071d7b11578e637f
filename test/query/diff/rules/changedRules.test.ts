import assert from 'node:assert/strict';
import type { EvidenceFile } from '../../../../src/model/evidence.ts';
import { compare } from '../../../../src/query/diff/compare.ts';
import type { Files } from '../../../support/diffStates.ts';
import { comparisonOf, difference, indexOfTexts, toldRules } from '../../../support/diffStates.ts';

const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Orders are kept\n- Orders are counted\n';
const BEFORE: Files = {
  'docs/a.md': DOCUMENT,
  'src/a.ts': '// @implements REQ-1\nexport function one() {}\n',
  'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\nit('REQ-1/AC2 counts', () => {});\n",
};

/** The folder with another reqtrace.yaml on each side. */
function written(before: string, after: string): readonly [base: Files, head: Files] {
  return [
    { ...BEFORE, 'reqtrace.yaml': before },
    { ...BEFORE, 'reqtrace.yaml': after },
  ];
}

function changed(head: Files, base: Files = BEFORE): readonly [base: Files, head: Files] {
  return [base, { ...base, ...head }];
}

const GATE = 'gates:\n  merge: { scope: all, max: { unmet: 0, stale: 5% }, min: { met: 80% }, forbid: [unknown-reference] }\n';

// @verifies RT-5.1/AC5~724193
describe('rules that a branch changes', () => {
  const cases: readonly [what: string, states: readonly [base: Files, head: Files], ...expected: string[]][] = [
    ['are none where nothing changed', [BEFORE, BEFORE]],
    ['are none where only a comment did', written(GATE, `# merge\n${GATE}`)],
    [
      'are a limit that is raised',
      written(GATE, GATE.replace('unmet: 0', 'unmet: 9')),
      'less: the gate merge: max unmet was 0 and is 9 now',
    ],
    ['are a limit that is lowered', written(GATE, GATE.replace('80%', '90%')), 'more: the gate merge: min met was 80% and is 90% now'],
    [
      'are a share that becomes a number',
      written(GATE, GATE.replace('stale: 5%', 'stale: 5')),
      'other: the gate merge: max stale was 5% and is 5 now',
    ],
    [
      'are a condition that is dropped',
      written(GATE, GATE.replace('unmet: 0, ', '')),
      'less: the gate merge asks no longer for max unmet: 0',
    ],
    [
      'are a finding that is no longer forbidden, and one that is',
      written(GATE, GATE.replace('unknown-reference', 'stale-link')),
      'less: the gate merge asks no longer for forbid unknown-reference',
      'more: the gate merge asks for forbid stale-link now',
    ],
    [
      'are criteria that a gate does not count any more',
      written(GATE, GATE.replace('scope: all', 'when: { Status: Approved }')),
      'less: the gate merge counts only criteria with Status: Approved now',
    ],
    [
      'are criteria that it counts again',
      written(GATE.replace('scope: all', 'when: { Status: Approved }'), GATE),
      'more: the gate merge counts all criteria now, and counted those with Status: Approved',
    ],
    [
      'are tests that need no results any more',
      written('kinds: [{ name: unit, tests: [test/**] }]\n', 'kinds: [{ name: unit, tests: [test/**], results: false }]\n'),
      'other: "kinds" of reqtrace.yaml has "unit verifies test/** results: false" now',
      'other: "kinds" of reqtrace.yaml has "unit verifies test/**" no longer',
    ],
    [
      'are a scope that is narrowed',
      written(GATE, GATE.replace('scope: all', 'scope: changed')),
      'less: the gate merge: scope was all and is changed now',
    ],
    [
      'are whose rules count',
      written(GATE, GATE.replace('scope: all', 'scope: all, rules: head')),
      'less: the gate merge: rules was base and is head now',
    ],
    ['are a gate that is gone', written(GATE, 'needs: [implements, verifies]\n'), 'less: the gate merge is gone'],
    ['are a gate that is new', written('', GATE), 'more: the gate merge is new'],
    ['are a file that is gone', [{ ...BEFORE, 'reqtrace.yaml': GATE }, BEFORE], 'less: the gate merge is gone'],
    ['are needs', written('', 'needs: [implements]\n'), 'less: "needs" of reqtrace.yaml has "verifies" no longer'],
    ['are more needs', written('needs: [implements]\n', ''), 'more: "needs" of reqtrace.yaml has "verifies" now'],
    [
      'are needs of some',
      written('', 'needs: [{ prefix: REQ, kinds: [implements] }, { kinds: [implements, verifies] }]\n'),
      'other: "needs" of reqtrace.yaml has "REQ → implements", "→ implements verifies" now',
    ],
    ['are files that are left out', written('', 'exclude: [src/b.ts]\n'), 'less: "exclude" of reqtrace.yaml has "src/b.ts" now'],
    ['are files that are read again', written('exclude: [x, y]\n', 'exclude: [x]\n'), 'more: "exclude" of reqtrace.yaml has "y" no longer'],
    [
      'are documents',
      written('documents: [docs/**/*.md, spec/**]\n', 'documents: [docs/**/*.md]\n'),
      'less: "documents" of reqtrace.yaml has "spec/**" no longer',
    ],
    [
      'run tests in another way',
      written(
        'tests:\n  run: [{ files: [e2e/**], command: [npx, wdio, "{file}"], results: out/junit.xml }]\n',
        'tests:\n  run: [{ files: [e2e/**], command: [sh, pass.sh], results: out/junit.xml }]\n',
      ),
      'other: "tests.run" of reqtrace.yaml has "e2e/** → sh pass.sh → out/junit.xml" now',
      'other: "tests.run" of reqtrace.yaml has "e2e/** → npx wdio {file} → out/junit.xml" no longer',
    ],
    ['are tests', written('', 'tests: [src/**]\n'), 'other: "tests" of reqtrace.yaml has "src/**" now'],
    [
      'are severities',
      written('', 'severity: { unknown-reference: off, near-miss: error }\n'),
      'less: findings of unknown-reference were "error" and are "off" now',
      'more: findings of near-miss were "information" and are "error" now',
    ],
    ['are labels', written('', 'labels: { Requirement: null }\n'), 'less: "labels" of reqtrace.yaml has "Requirement: REQ" no longer'],
    [
      'are links that a requirement passes on',
      written('', 'inherit: [implements, verifies]\n'),
      'less: "inherit" of reqtrace.yaml has "verifies" now',
    ],
    ['are levels', written('', 'levels: shallow\n'), 'less: "levels" of reqtrace.yaml was "deep" and is "shallow" now'],
    ['are levels asked for again', written('levels: shallow\n', ''), 'more: "levels" of reqtrace.yaml was "shallow" and is "deep" now'],
    ['are keys of other tools', written('', 'keys: { TEA: "https://t.example/{key}" }\n'), 'less: "keys" of reqtrace.yaml has "TEA" now'],
    ['are sections without ids', written('', 'implicit: off\n'), 'other: "implicit" of reqtrace.yaml was "labels" and is "off" now'],
    [
      'are needs of a requirement',
      changed({ 'docs/a.md': DOCUMENT.replace('\n\n**Acc', '\n\n**Needs**: implements\n\n**Acc') }),
      'less: REQ-1 needs implements now, and needed implements, verifies',
    ],
    [
      'are needs in front matter',
      changed({ 'docs/a.md': `---\nreqtrace:\n  needs: [implements]\n---\n${DOCUMENT}` }),
      'less: REQ-1 needs implements now, and needed implements, verifies',
    ],
    [
      'are needs by an attribute',
      [
        { ...BEFORE, 'reqtrace.yaml': 'needs: [{ when: { Status: Draft }, kinds: [implements] }, { kinds: [implements, verifies] }]\n' },
        {
          ...BEFORE,
          'reqtrace.yaml': 'needs: [{ when: { Status: Draft }, kinds: [implements] }, { kinds: [implements, verifies] }]\n',
          'docs/a.md': DOCUMENT.replace('\n\n**Acc', '\n\n**Status**: Draft\n\n**Acc'),
        },
      ],
      'less: REQ-1 needs implements now, and needed implements, verifies',
    ],
    [
      'are a mark that leaves out a file',
      changed({ 'src/a.ts': `// reqtrace-ignore-file\n${BEFORE['src/a.ts']}` }),
      'less: "reqtrace-ignore-file" is new in src/a.ts and excludes lines from reading',
    ],
    [
      'are a mark that leaves out a line',
      changed({ 'docs/a.md': DOCUMENT.replace('- Orders are counted', '<!-- reqtrace-ignore-next-line -->\n- Orders are counted') }),
      'less: "reqtrace-ignore-next-line" is new in docs/a.md and excludes lines from reading',
    ],
    [
      'are a second mark of a kind',
      changed(
        {
          'src/a.ts':
            '// reqtrace-ignore-start\n// reqtrace-ignore-end\n// @implements REQ-1\nfunction one() {}\n// reqtrace-ignore-start\n',
        },
        { ...BEFORE, 'src/a.ts': '// reqtrace-ignore-start\n// reqtrace-ignore-end\n// @implements REQ-1\nfunction one() {}\n' },
      ),
      'less: "reqtrace-ignore-start" is new in src/a.ts and excludes lines from reading',
    ],
    ['are no word of a mark in a string', changed({ 'src/a.ts': `${BEFORE['src/a.ts']}export const mark = 'reqtrace-ignore-file';\n` })],
    [
      'are no mark that is gone',
      changed({ 'src/a.ts': BEFORE['src/a.ts'] ?? '' }, { ...BEFORE, 'src/a.ts': `// reqtrace-ignore-next-line\n\n${BEFORE['src/a.ts']}` }),
    ],
    [
      'are a waiver of what is met',
      changed({ 'src/w.ts': '// @waives REQ-1/AC1: too dear until 2099-12-31\n' }),
      'less: a waiver of REQ-1/AC1 is new: too dear until 2099-12-31',
    ],
    [
      'are a waiver of a whole requirement, some of which is met',
      changed({ 'src/w.ts': '// @waives REQ-1: too dear\n', 'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n" }),
      'less: a waiver of REQ-1 is new: too dear',
    ],
    [
      'are no waiver that the list of waived ones tells',
      changed({ 'src/w.ts': '// @waives REQ-1/AC2: too dear\n', 'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n" }),
    ],
    [
      'are known debt',
      changed(
        { 'debt.txt': 'unmet docs/a#REQ-1/AC1~123456\nunmet docs/a#REQ-1/AC2~123456\n' },
        { ...BEFORE, 'debt.txt': 'unmet docs/a#REQ-1/AC1~123456\n' },
      ),
      'less: debt.txt lets one more thing pass: unmet docs/a#REQ-1/AC2~123456',
    ],
    ['are no notes', changed({ 'known.txt': 'Buy milk\n' })],
  ];
  for (const [what, [base, head], ...expected] of cases) {
    it(what, () => assert.deepEqual(toldRules(difference(base, head)), expected));
  }

  it('stand at their lines', () => {
    const [base, head] = written(`needs: [implements]\n${GATE}`, `needs: [implements]\n${GATE.replace('unmet: 0', 'unmet: 9')}`);
    assert.deepEqual(
      difference(base, head).rules.map(({ path, line }) => `${path}:${line + 1}`),
      ['reqtrace.yaml:3'],
    );
  });

  it('say why something is met', () => {
    const before = { ...BEFORE, 'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n" };
    const { lists } = difference(before, { ...before, 'reqtrace.yaml': 'needs: [implements]\n' });
    assert.deepEqual(
      lists.met.map(({ item, reason }) => `${item.id}: ${reason}`),
      ['REQ-1/AC2: was partial, is met, since it no longer needs verifies'],
    );
  });
});

// @verifies RT-5.1/AC5~724193
describe('results that a branch brings along', () => {
  const report = (path: string, more: Partial<EvidenceFile> = {}): EvidenceFile => ({
    path,
    time: 0,
    results: [{ outcome: 'passed', groups: [], title: 'x' }],
    coverage: [],
    problems: [],
    ...more,
  });
  const said = 'other: the results in out/junit.xml were committed with this branch, no run of the tests wrote them here';
  const cases: readonly [what: string, files: readonly EvidenceFile[], ...expected: string[]][] = [
    ['are a rule', [report('out/junit.xml', { committed: true })], said],
    ['are none where a run wrote them', [report('out/junit.xml')]],
    ['are none where the base has the same', [report('old/junit.xml', { committed: true })]],
    ['are none where they are data of a test', [report('out/junit.xml', { committed: true, within: 'out' })]],
    ['are none where nothing was read', [report('out/junit.xml', { committed: true, results: [] })]],
    [
      'are a rule for line coverage',
      [report('out/junit.xml', { committed: true, results: [], coverage: [{ file: 'src/a.ts', hit: [], missed: [] }] })],
      said,
    ],
  ];
  for (const [what, files, ...expected] of cases)
    it(what, () => {
      const comparison = comparisonOf({ ...BEFORE, 'old/junit.xml': '' }, { ...BEFORE, 'old/junit.xml': '', 'out/junit.xml': 'x' });
      const head = indexOfTexts(BEFORE);
      head.setEvidence({ files, modified: new Map() });
      assert.deepEqual(toldRules(compare({ ...comparison, head })), expected);
    });
});
