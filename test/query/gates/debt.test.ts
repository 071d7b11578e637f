import assert from 'node:assert/strict';
import { say } from '../../../src/model/message.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { findingDebt, formatDebt, parseDebt } from '../../../src/query/gates/debt.ts';
import { rangeAt } from '../../../src/model/position.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { debtOf, evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../../src/query/gates/scope.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, indexOfTexts } from '../../support/diffStates.ts';

describe('known debt', () => {
  it('is sorted, each entry once, and read back as it was', () => {
    const entries = [
      'unmet docs/b#IP-1/AC2',
      'partial docs/a#IP-1',
      'unmet docs/b#IP-1/AC2',
      'broken-link docs/a b.md: Nothing is at "#x"',
    ];
    const text = formatDebt(entries);
    assert.deepEqual(text.split('\n').slice(1), [
      'broken-link docs/a b.md: Nothing is at "#x"',
      'partial docs/a#IP-1',
      'unmet docs/b#IP-1/AC2',
      '',
    ]);
    assert.deepEqual(parseDebt(text), new Set(entries));
    assert.equal(formatDebt(parseDebt(text.replaceAll('\n', '\r\n')) ?? []), text);
  });

  it('does not depend on lines', () => {
    const finding = {
      code: 'unknown-reference',
      severity: 'error',
      path: 'a.ts',
      message: say('Nothing has\nthe ID IP-9'),
      related: [],
      fixes: [],
    } as const;
    assert.equal(findingDebt({ ...finding, range: rangeAt(1, 0, 4) }), 'unknown-reference a.ts: Nothing has the ID IP-9');
    assert.equal(findingDebt({ ...finding, range: rangeAt(9, 0, 4) }), findingDebt({ ...finding, range: rangeAt(1, 0, 4) }));
  });

  for (const mark of ['<<<<<<< HEAD', '=======', '>>>>>>> work']) {
    it(`refuses the mark ${mark}`, () => assert.equal(parseDebt(`unmet a\n${mark}\n`), undefined));
  }
});

// @verifies RT-5.2/AC6~6aa440
describe('known debt names texts', () => {
  const doc = (...criteria: string[]): string =>
    `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- ${text}\n`).join('')}`;
  const gate: Gate = {
    scope: 'all',
    max: { unmet: { value: 0, percent: false }, partial: { value: 0, percent: false } },
    min: {},
    forbid: ['unknown-reference'],
  };
  const before: Files = {
    'docs/a.md': doc('Orders are kept', 'Orders are sold'),
    'src/x.ts': '// @implements REQ-9\nexport function x() {}\n',
  };
  const written = debtOf(indexOfTexts(before), { gate, scope: EVERYTHING });
  const code = '// @implements REQ-1/AC2\nexport function two() {}\n';
  const cases: readonly [what: string, head: Files, expected: string, ...notes: RegExp[]][] = [
    ['and lets the same pass', before, 'holds'],
    ['through a new number', { ...before, 'docs/a.md': doc('Orders are kept', 'Orders are sold').replace('REQ-1', 'REQ-4') }, 'holds'],
    ['through a new order', { ...before, 'docs/a.md': doc('Orders are sold', 'Orders are kept') }, 'holds'],
    ['through a new document', { 'docs/b.md': before['docs/a.md'] ?? '', 'src/x.ts': before['src/x.ts'] ?? '' }, 'holds'],
    [
      'through a new file',
      { ...before, 'src/x.ts': '', 'src/y.ts': before['src/x.ts'] ?? '' },
      'fails: src/y.ts',
      /^1 line of known debt is paid off: unknown-reference src\/x\.ts/u,
    ],
    ['through a file that was renamed', { 'docs/a.md': before['docs/a.md'] ?? '', 'src/y.ts': before['src/x.ts'] ?? '' }, 'holds'],
    ['through half of the work', { ...before, 'src/two.ts': code }, 'holds'],
    [
      'and not another text in the old place',
      { ...before, 'docs/a.md': doc('Payments are encrypted', 'Orders are sold') },
      'fails: REQ-1/AC1',
      /^1 line of known debt is about nothing that there is: unmet docs\/a#REQ-1\/AC1~/u,
    ],
    [
      'and not a new one above them',
      { ...before, 'docs/a.md': doc('Payments are encrypted', 'Orders are kept', 'Orders are sold') },
      'fails: REQ-1/AC1',
    ],
    [
      'and not the same text a second time',
      { ...before, 'docs/b.md': '## REQ-2: Sales\n\n**Acceptance Criteria**:\n\n- Orders are sold\n' },
      'fails: REQ-2/AC1',
    ],
    [
      'and tells what is paid off',
      { ...before, 'src/two.ts': code, 'test/two.test.ts': "it('REQ-1/AC2 sells', () => {});\n" },
      'holds',
      /^1 line of known debt is paid off: unmet docs\/a#REQ-1\/AC2~[0-9a-f]{6}$/u,
    ],
    [
      'and not a copy of what is paid off',
      {
        ...before,
        'src/two.ts': code,
        'test/two.test.ts': "it('REQ-1/AC2 sells', () => {});\n",
        'docs/b.md': '## REQ-2: Sales\n\n**Acceptance Criteria**:\n\n- Orders are sold\n',
      },
      'fails: REQ-2/AC1',
      /^1 line of known debt is paid off/u,
    ],
  ];
  for (const [what, head, expected, ...notes] of cases) {
    it(what, () => {
      const verdict = evaluateGate(indexOfTexts(head), { name: 'g', gate, scope: EVERYTHING, known: new Set(written) });
      const found = verdict.conditions.flatMap(({ obstacles }) => obstacles.map(({ item, path }) => item?.id ?? path));
      assert.equal([verdict.decision, ...(found.length ? [found.join(' ')] : [])].join(': '), expected);
      assert.equal(verdict.notes.length, notes.length, verdict.notes.join('\n'));
      for (const [at, note] of notes.entries()) assert.match(verdict.notes[at] ?? '', note);
    });
  }

  it('and takes lines that were written without a pin for what has the key', () => {
    const known = new Set(['unmet docs/a#REQ-1/AC1', 'unmet docs/a#REQ-1/AC2', ...written.filter((line) => line.startsWith('unknown'))]);
    assert.equal(evaluateGate(indexOfTexts(before), { name: 'g', gate, scope: EVERYTHING, known }).decision, 'holds');
  });

  it('and takes none of them for a text that the branch wrote', () => {
    const known = new Set(['unmet docs/a#REQ-1/AC1', 'unmet docs/a#REQ-1/AC2']);
    const asks: Gate = { scope: 'all', max: { unmet: { value: 0, percent: false } }, min: {}, forbid: [] };
    const rows: readonly (readonly [from: string, to: string, expected: string])[] = [
      ['Orders are kept', 'Orders are kept', 'holds'],
      ['Orders are kept', 'Orders are kept for ten years', 'fails'],
    ];
    for (const [from, to, expected] of rows) {
      const doc = (text: string) => ({ 'docs/a.md': `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- ${text}\n- Orders are listed\n` });
      const comparison = comparisonOf(doc(from), doc(to));
      const question = { name: 'g', gate: asks, scope: EVERYTHING, known, difference: compare(comparison) };
      assert.equal(evaluateGate(comparison.head, question).decision, expected, to);
    }
  });

  it('and takes lines about findings with what these suggested once', () => {
    const known = new Set(written.map((line) => (line.startsWith('unknown') ? `${line}; did you mean REQ-7?` : line)));
    assert.equal(evaluateGate(indexOfTexts(before), { name: 'g', gate, scope: EVERYTHING, known }).decision, 'holds');
  });

  it('and tells lines that nobody can read', () => {
    const known = new Set([...written, 'unmett docs/a#REQ-1/AC7']);
    assert.deepEqual(evaluateGate(indexOfTexts(before), { name: 'g', gate, scope: EVERYTHING, known }).notes, [
      '1 line of known debt is about nothing that there is: unmett docs/a#REQ-1/AC7',
    ]);
  });
});
