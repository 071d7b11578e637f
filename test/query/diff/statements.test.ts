import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

function doc(title: string, statement: string, criteria = '- **AC1**: A refund is logged\n'): string {
  return `## REQ-1: ${title}\n\n${statement}\n\n**Acceptance Criteria**:\n\n${criteria}`;
}

const DAYS = 'The system shall send a refund within 5 days.';
const MANY = 'The system shall send a refund within 50 days.';
const CODE = '// @implements REQ-1\nexport function refund() {\n  return 1;\n}\n';
const TEST = "it('REQ-1/AC1 logs', () => {\n  refund();\n});\n";
const BEFORE: Files = { 'docs/a.md': doc('Refunds', DAYS), 'src/a.ts': CODE, 'test/a.test.ts': TEST };

/** All of it withdrawn. */
function struck(statement: string): string {
  return doc('Refunds', statement).replace('REQ-1: Refunds', '~~REQ-1: Refunds~~');
}

function changed(document: string, more: Files = {}): Files {
  return { ...BEFORE, 'docs/a.md': document, ...more };
}

describe('the title and statement of a requirement that has criteria', () => {
  const suspect = { suspect: ['REQ-1'] };
  const reworded = { reworded: ['REQ-1'] };
  const bare: Files = { 'docs/a.md': doc('Refunds', DAYS) };
  const cases: readonly [what: string, head: Files, expected: Record<string, string[]>, base?: Files][] = [
    ['are suspect with another statement', changed(doc('Refunds', MANY)), suspect],
    ['are suspect with another title', changed(doc('No refunds', DAYS)), suspect],
    ['are suspect without a statement', changed(doc('Refunds', '')), suspect],
    ['are suspect with a second paragraph', changed(doc('Refunds', `${DAYS}\n\nBlocked customers get none.`)), suspect],
    [
      'are told once, beside a criterion',
      changed(doc('Refunds', MANY, '- **AC1**: A refund is logged for ever\n')),
      { suspect: ['REQ-1', 'REQ-1/AC1'] },
    ],
    [
      'are suspect where only a test of the whole is there',
      { 'docs/a.md': doc('Refunds', MANY), 'test/a.test.ts': TEST.replace('/AC1', '') },
      suspect,
      { 'docs/a.md': doc('Refunds', DAYS), 'test/a.test.ts': TEST.replace('/AC1', '') },
    ],
    [
      'are suspect where a criterion alone has links',
      { 'docs/a.md': doc('Refunds', MANY), 'test/a.test.ts': TEST },
      suspect,
      { 'docs/a.md': doc('Refunds', DAYS), 'test/a.test.ts': TEST },
    ],
    [
      'are reworded where code and tests followed',
      changed(doc('Refunds', MANY), {
        'src/a.ts': CODE.replace('return 1', 'return 50'),
        'test/a.test.ts': TEST.replace('refund()', 'refund(50)'),
      }),
      { ...reworded, touched: ['REQ-1/AC1'] },
    ],
    [
      'are suspect where only the code followed',
      changed(doc('Refunds', MANY), { 'src/a.ts': CODE.replace('return 1', 'return 50') }),
      { ...suspect, touched: ['REQ-1/AC1'] },
    ],
    ['are reworded where nothing points at them', { 'docs/a.md': doc('Refunds', MANY) }, reworded, bare],
    ['are the same over other lines', changed(doc('Refunds', DAYS.replace(' send', '\nsend'))), {}],
    [
      'are the same beside a new criterion',
      changed(doc('Refunds', DAYS, '- **AC1**: A refund is logged\n- **AC2**: It is paid\n')),
      { added: ['REQ-1/AC2'] },
    ],
    ['are the same in another place', { ...BEFORE, 'docs/a.md': `# Money\n\nProse.\n\n${BEFORE['docs/a.md']}` }, {}],
    ['are left alone where all is struck out', changed(struck(MANY)), {}, changed(struck(DAYS))],
  ];
  for (const [what, head, expected, base = BEFORE] of cases) {
    it(what, () => assert.deepEqual(listed(difference(base, head)), expected));
  }

  it('are shown word by word, with what did not follow', () => {
    const { lists } = difference(BEFORE, changed(doc('Refunds', MANY)));
    assert.deepEqual(
      lists.suspect.map(({ words }) => words?.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())),
      [['5', '50']],
    );
    assert.deepEqual(told(difference(BEFORE, changed(doc('Refunds', MANY)))), {
      suspect: ['REQ-1: the text changed, but neither its code nor its tests did'],
    });
  });
});
