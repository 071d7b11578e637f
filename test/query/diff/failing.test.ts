import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { changedScope, EVERYTHING } from '../../../src/query/gates/scope.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, indexOfTexts, listed } from '../../support/diffStates.ts';

const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are kept\n- **AC2**: Orders are sold\n';
const BEFORE: Files = {
  'docs/a.md': DOCUMENT,
  'src/a.js': '// @implements REQ-1\nexport function one() {\n  return 1;\n}\n',
  'test/a.test.js': "it('REQ-1/AC1 keeps', () => {});\n",
  'test/b.test.js': "it('REQ-1/AC2 sells', () => {});\n",
};
/** The test of AC1 fails. */
const REPORT =
  '<testsuites><testsuite name="test/a.test.js"><testcase classname="test/a.test.js" name="REQ-1/AC1 keeps"><failure/></testcase></testsuite></testsuites>';
const GATE: Gate = { scope: 'changed', max: { failing: { value: 0, percent: false } }, min: {}, forbid: ['failing-criterion'] };

function states(head: Files, baseFails = false) {
  const view = indexOfTexts(head);
  const results = { files: [readEvidence('junit.xml', REPORT, Date.UTC(2099, 0, 1))], modified: new Map<string, number>() };
  view.setEvidence(results);
  const base = indexOfTexts(BEFORE);
  if (baseFails) base.setEvidence(results);
  const comparison = { ...comparisonOf(BEFORE, head), head: view, base };
  return { comparison, view, difference: compare(comparison) };
}

describe('a test that fails', () => {
  const cases: readonly [what: string, head: Files, list: string | undefined, baseFails?: boolean][] = [
    ['while the branch adds a note', { ...BEFORE, 'notes.txt': 'Nothing.\n' }, 'failing'],
    ['while another test changes', { ...BEFORE, 'test/b.test.js': `// b\n${BEFORE['test/b.test.js']}` }, 'failing'],
    ['while its document gets another line', { ...BEFORE, 'docs/a.md': `${DOCUMENT}\nA note.\n` }, 'failing'],
    ['while its number changes', { ...BEFORE, 'docs/a.md': `# Orders\n\n${DOCUMENT}` }, 'failing'],
    ['in a file that changed', { ...BEFORE, 'test/a.test.js': `// a\n${BEFORE['test/a.test.js']}` }, 'broken'],
    ['over code that changed', { ...BEFORE, 'src/a.js': (BEFORE['src/a.js'] ?? '').replace('return 1', 'return 2') }, 'broken'],
    ['beside code that changed', { ...BEFORE, 'src/a.js': `${BEFORE['src/a.js']}helper();\n` }, 'broken'],
    ['of another text', { ...BEFORE, 'docs/a.md': DOCUMENT.replace('kept', 'kept for ever') }, 'broken'],
    ['with a test that is new', { ...BEFORE, 'test/c.test.js': "it('REQ-1/AC1 keeps two', () => {});\n" }, 'broken'],
    ['as it failed before, as results of the base tell', { ...BEFORE, 'notes.txt': 'Nothing.\n' }, undefined, true],
  ];
  for (const [what, head, list, baseFails] of cases) {
    it(`${what} makes its criterion ${list ?? 'as before'}`, () => {
      const { comparison, view, difference } = states(head, baseFails);
      assert.deepEqual(
        Object.entries(listed(difference))
          .filter(([, ids]) => ids.includes('REQ-1/AC1'))
          .map(([name]) => name),
        list ? [list] : [],
      );
      const judged = (gate: Gate) =>
        evaluateGate(view, {
          name: 'g',
          gate,
          difference,
          scope: gate.scope === 'all' ? EVERYTHING : changedScope(comparison, difference),
        });
      // What may have failed before stops only a gate that asks for everything.
      assert.deepEqual(
        judged(GATE).conditions.some(({ decision }) => decision === 'fails'),
        list === 'broken',
      );
      assert.equal(judged({ ...GATE, scope: 'all' }).decision, 'fails');
    });
  }
});

describe('a criterion that is broken and suspect', () => {
  const reworded = DOCUMENT.replace('kept', 'kept for ever');
  const cases: readonly [what: string, head: Files, reason: string][] = [
    [
      'whose text alone changed',
      { ...BEFORE, 'docs/a.md': reworded },
      'was met, is failing: a test of it fails; the text changed, but neither its code nor its tests did',
    ],
    [
      'whose code followed',
      { ...BEFORE, 'docs/a.md': reworded, 'src/a.js': (BEFORE['src/a.js'] ?? '').replace('return 1', 'return 2') },
      'was met, is failing: a test of it fails; the text changed and its code did, but its tests did not',
    ],
    [
      'whose test followed',
      { ...BEFORE, 'docs/a.md': reworded, 'test/a.test.js': "it('REQ-1/AC1 keeps', () => {\n  keeps();\n});\n" },
      'was met, is failing: a test of it fails; the text changed and its tests did, but its code did not',
    ],
    [
      'whose text is the same',
      { ...BEFORE, 'src/a.js': (BEFORE['src/a.js'] ?? '').replace('return 1', 'return 2') },
      'was met, is failing: a test of it fails',
    ],
  ];
  for (const [what, head, reason] of cases) {
    it(`tells both of one ${what}`, () => {
      const { lists } = states(head).difference;
      assert.equal(lists.broken.find(({ item }) => item.id === 'REQ-1/AC1')?.reason, reason);
    });
  }
});
