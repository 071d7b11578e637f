import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { gatesToHold } from '../../../src/query/gates/gatesToHold.ts';
import { changedScope, EVERYTHING } from '../../../src/query/gates/scope.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, indexOfTexts } from '../../support/diffStates.ts';

const NONE: Gate = { scope: 'all', max: {}, min: {}, forbid: [] };
const most = (value: number) => ({ value, percent: false });
const doc = (...criteria: string[]): string =>
  `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- ${text}\n`).join('')}`;
const BEFORE: Files = {
  'docs/a.md': doc('**AC1**: Orders are kept', '**AC2**: Orders are sold', '[deferred] **AC3**: Orders are lent'),
  'src/a.ts': '// @implements REQ-1\nexport function one() {}\n',
  'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\nit('REQ-1/AC2 sells', () => {});\n",
};
const NO_AC2: Files = { ...BEFORE, 'docs/a.md': doc('**AC1**: Orders are kept', '[deferred] **AC3**: Orders are lent') };

function judged(head: Files, gate: Partial<Gate>, base: Files = BEFORE): string {
  const comparison = comparisonOf(base, head);
  const difference = compare(comparison);
  const whole = { ...NONE, ...gate };
  const scope = whole.scope === 'all' ? EVERYTHING : changedScope(comparison, difference);
  const { decision, conditions } = evaluateGate(comparison.head, { name: 'g', gate: whole, scope, difference });
  return `${decision}: ${conditions.map(({ why, obstacles }) => `${why} ${obstacles.map(({ item }) => item?.id).join(' ')}`.trim()).join('; ')}`;
}

describe('what a branch may take back', () => {
  const removed: Partial<Gate> = { max: { removed: most(0) } };
  const waived: Partial<Gate> = { max: { 'newly-waived': most(0) } };
  const cases: readonly [what: string, head: Files, gate: Partial<Gate>, expected: string, base?: Files][] = [
    ['nothing', BEFORE, removed, 'holds: there is none'],
    ['a criterion that was met', NO_AC2, removed, 'fails: there is 1 REQ-1/AC2'],
    ['one of as many as it may', NO_AC2, { max: { removed: most(1) } }, 'holds: there is 1'],
    [
      'one that nothing met',
      { 'docs/a.md': doc('**AC1**: Orders are kept') },
      removed,
      'fails: there is 1 REQ-1/AC2',
      { 'docs/a.md': doc('**AC1**: Orders are kept', '**AC2**: Sold') },
    ],
    [
      'one that was put off',
      { ...BEFORE, 'docs/a.md': doc('**AC1**: Orders are kept', '**AC2**: Orders are sold') },
      removed,
      'holds: there is none',
    ],
    [
      'by another number',
      { ...BEFORE, 'docs/a.md': (BEFORE['docs/a.md'] ?? '').replace('REQ-1', 'REQ-7') },
      removed,
      'holds: there is none',
    ],
    [
      'a requirement',
      { 'docs/a.md': '# Orders\n', 'docs/b.md': '## REQ-2: Stock\n' },
      removed,
      'fails: there is 1 REQ-1',
      { 'docs/a.md': '## REQ-1: Orders\n', 'docs/b.md': '## REQ-2: Stock\n' },
    ],
    [
      'by a document that is left out',
      { ...BEFORE, 'docs/b.md': '## REQ-2: Stock\n', 'reqtrace.yaml': 'exclude: [docs/a.md]\n' },
      removed,
      'fails: there are 2 REQ-1/AC1 REQ-1/AC2',
    ],
    [
      'by a waiver',
      { ...BEFORE, 'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n", 'src/w.ts': '// @waives REQ-1/AC2: too dear\n' },
      waived,
      'fails: there is 1 REQ-1/AC2',
    ],
    [
      'by a mark',
      { ...BEFORE, 'docs/a.md': (BEFORE['docs/a.md'] ?? '').replace('**AC2**', '[deferred] **AC2**') },
      waived,
      'fails: there is 1 REQ-1/AC2',
    ],
    [
      'by a new one with a mark',
      { ...BEFORE, 'docs/a.md': `${BEFORE['docs/a.md']}- [deferred] **AC4**: All is encrypted\n` },
      waived,
      'fails: there is 1 REQ-1/AC4',
    ],
    [
      'nothing by a waiver that was there',
      { ...NO_AC2, 'src/w.ts': '// @waives REQ-1/AC1: too dear\n' },
      waived,
      'holds: there is none',
      { ...BEFORE, 'src/w.ts': '// @waives REQ-1/AC1: too dear\n' },
    ],
  ];
  for (const [what, head, gate, expected, base] of cases) {
    it(what, () => assert.equal(judged(head, gate, base), expected));
  }

  it('cannot be told with nothing to compare with', () => {
    const { decision, conditions } = evaluateGate(indexOfTexts(BEFORE), { name: 'g', gate: { ...NONE, ...removed }, scope: EVERYTHING });
    assert.deepEqual([decision, conditions[0]?.why], ['undecided', 'there is nothing to compare with: name a base']);
  });
});

describe('a gate over changes', () => {
  const unmet: Partial<Gate> = { scope: 'changed', max: { unmet: most(0), partial: most(0) }, forbid: ['unknown-reference'] };
  const wrong: Files = { ...BEFORE, 'src/x.ts': '// @implements REQ-9\nexport function x() {}\n' };
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 120\n';
  const statement = (text: string): Files => ({
    'docs/a.md': doc('**AC1**: Orders are kept').replace('\n\n**Acc', `\n\n${text}\n\n**Acc`),
  });
  const cases: readonly [what: string, head: Files, expected: RegExp, base?: Files][] = [
    [
      'asks for what stands below a statement that changed',
      statement('Within 50 days.'),
      /^fails: the only criterion is unmet REQ-1\/AC1/u,
      statement('Within 5 days.'),
    ],
    ['does not ask for it where that stayed', statement('Within 5 days.'), /^holds/u, statement('Within 5 days.')],
    [
      'charges it with nothing that only a suggestion tells apart',
      {
        ...wrong,
        'docs/b.md': '## REQ-8: Stock\n',
        'src/b.ts': '// @implements REQ-8\nexport function b() {}\n',
        'test/b.test.ts': "it('REQ-8 counts', () => {});\n",
      },
      /^holds/u,
      wrong,
    ],
    [
      'is undecided over what Git LFS did not fetch',
      BEFORE,
      /^undecided: what changed in docs\/b\.md cannot be told/u,
      { ...BEFORE, 'docs/b.md': pointer },
    ],
    [
      'is undecided over marks of a merge',
      { ...BEFORE, 'docs/b.md': '<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> work\n' },
      /^undecided: docs\/b\.md has marks of a merge conflict/u,
    ],
  ];
  for (const [what, head, expected, base] of cases) {
    it(what, () => {
      const files = what.includes('LFS') ? { ...head, 'docs/b.md': '## REQ-2: Stock\n' } : head;
      assert.match(judged(files, unmet, base), expected);
    });
  }
});

describe('results that are older than the code', () => {
  const report =
    '<testsuites><testsuite name="test/a.test.js" timestamp="2020-01-01T00:00:00Z"><testcase classname="test/a.test.js" name="REQ-1/AC1 keeps"/></testsuite></testsuites>';
  const files: Files = {
    'docs/a.md': doc('**AC1**: Orders are kept'),
    'src/a.js': '// @implements REQ-1\nexport function one() {}\n',
    'test/a.test.js': "it('REQ-1/AC1 keeps', () => {});\n",
  };
  const [OLDER, NEWER] = [Date.UTC(2019, 0, 1), Date.UTC(2021, 0, 1)];
  const UNPROVEN = 'fails: the only criterion is unproven';
  const PROVEN = 'holds: 0 of 1 criteria are unproven';
  const UNDECIDED = 'undecided: results of 1 criterion are older than the code or the test: run the tests again';
  const cases: readonly [what: string, measure: 'unproven' | 'failing', code: number, test: number, expected: string][] = [
    ['prove nothing of newer code and tests', 'unproven', NEWER, NEWER, UNPROVEN],
    ['prove nothing of newer code', 'unproven', NEWER, OLDER, UNPROVEN],
    ['prove nothing of a newer test', 'unproven', OLDER, NEWER, UNPROVEN],
    ['prove what was there before them', 'unproven', OLDER, OLDER, PROVEN],
    ['prove what was written in the very second', 'unproven', Date.UTC(2020, 0, 1) + 900, OLDER, PROVEN],
    ['prove nothing of what was written a second later', 'unproven', Date.UTC(2020, 0, 1) + 1000, OLDER, UNPROVEN],
    ['name no failure in newer code and tests', 'failing', NEWER, NEWER, UNDECIDED],
    ['name no failure in newer code', 'failing', NEWER, OLDER, UNDECIDED],
    ['name no failure of a newer test', 'failing', OLDER, NEWER, UNDECIDED],
    ['name the failures of what was there before them', 'failing', OLDER, OLDER, 'holds: 0 of 1 criteria are failing'],
  ];
  for (const [what, measure, code, test, expected] of cases) {
    it(`${what} (${measure})`, () => {
      const view = indexOfTexts(files);
      view.setEvidence({
        files: [readEvidence('junit.xml', report, Date.UTC(2020, 0, 1))],
        modified: new Map([
          ['src/a.js', code],
          ['test/a.test.js', test],
        ]),
      });
      const { decision, conditions } = evaluateGate(view, { name: 'g', gate: { ...NONE, max: { [measure]: most(0) } }, scope: EVERYTHING });
      assert.equal(`${decision}: ${conditions[0]?.why}`, expected);
    });
  }
});

describe('the gates that a branch has to hold', () => {
  const gate = (limit: number, more = ''): string => `gates:\n  merge: { max: { unmet: ${limit} }${more} }\n`;
  const cases: readonly [what: string, base: string, head: string, expected: Readonly<Record<string, number>>][] = [
    ['are those of its base', gate(0), gate(9), { merge: 0 }],
    ['are its own where its base says so', gate(0, ', rules: head'), gate(9), { merge: 9 }],
    ['are those of its base where only it says otherwise', gate(0), gate(9, ', rules: head'), { merge: 0 }],
    ['are those that it took away', gate(0), '', { merge: 0 }],
    ['are those that it took away, whosever rules count', gate(0, ', rules: head'), '', { merge: 0 }],
    ['are new ones', '', gate(9), { merge: 9 }],
  ];
  for (const [what, base, head, expected] of cases) {
    it(what, () => {
      const gates = gatesToHold({ base: indexOfTexts({ 'reqtrace.yaml': base }), head: indexOfTexts({ 'reqtrace.yaml': head }) });
      assert.deepEqual(Object.fromEntries(Object.entries(gates).map(([name, { max }]) => [name, max.unmet?.value])), expected);
    });
  }
});
