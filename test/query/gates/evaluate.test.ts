import assert from 'node:assert/strict';
import type { IndexView } from '../../../src/index/view.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { debtOf, evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { changedScope, EVERYTHING } from '../../../src/query/gates/scope.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, indexOfTexts } from '../../support/diffStates.ts';

const NONE: Gate = { scope: 'all', max: {}, min: {}, forbid: [] };
const zero = { value: 0, percent: false };
const share = (value: number) => ({ value, percent: true });

/** Ten criteria: AC1 to AC4 met, AC5 partial, AC6 to AC8 unmet, AC9 waived, AC10 exempt. */
const FILES: Files = {
  'docs/a.md': `## REQ-1: Ten\n\n**Acceptance Criteria**:\n\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `- Number ${number} holds\n`).join('')}- ~~Number 10 holds~~\n`,
  'src/a.ts':
    [1, 2, 3, 4, 5].map((number) => `// @implements REQ-1/AC${number}\nexport function f${number}() {}\n`).join('') +
    '// @waives REQ-1/AC9: later\n',
  'test/a.test.ts': [1, 2, 3, 4].map((number) => `it('REQ-1/AC${number} holds', () => {});\n`).join(''),
};

function conditionOf({ max, min, forbid }: Partial<Gate>): string {
  if (forbid) return `forbid ${forbid.join(' ')}`;
  return max ? `max ${Object.keys(max).join(' ')}: 0` : `min ${Object.keys(min ?? {}).join(' ')}: 100%`;
}

function judged(view: IndexView, gate: Partial<Gate>, known?: ReadonlySet<string>) {
  const { decision, conditions } = evaluateGate(view, {
    name: 'g',
    gate: { ...NONE, ...gate },
    scope: EVERYTHING,
    ...(known && { known }),
  });
  return {
    decision,
    told: conditions.map(
      ({ condition, why, obstacles }) =>
        `${condition}; ${why}; ${obstacles.map(({ item, path }) => item?.facts.localId ?? path).join(' ')}`,
    ),
  };
}

describe('evaluateGate', () => {
  const view = indexOfTexts(FILES);
  const cases: readonly [gate: Partial<Gate>, decision: string, ...told: string[]][] = [
    [{ max: { unmet: zero } }, 'fails', 'max unmet: 0; 3 of 8 criteria are unmet; AC6 AC7 AC8'],
    [{ max: { unmet: { value: 3, percent: false } } }, 'holds', 'max unmet: 3; 3 of 8 criteria are unmet; '],
    [{ max: { unmet: share(37.5) } }, 'holds', 'max unmet: 37.5%; 3 of 8 criteria are unmet; '],
    [{ max: { unmet: share(37) } }, 'fails', 'max unmet: 37%; 3 of 8 criteria are unmet; AC6 AC7 AC8'],
    [
      { max: { partial: zero, stale: zero } },
      'fails',
      'max partial: 0; 1 of 8 criteria is partial; AC5',
      'max stale: 0; 0 of 8 criteria are stale; ',
    ],
    [{ min: { met: share(50) } }, 'holds', 'min met: 50%; 4 of 8 criteria are met; '],
    [{ min: { met: share(51) } }, 'fails', 'min met: 51%; 4 of 8 criteria are met; AC5 AC6 AC7 AC8'],
    [{ min: { met: { value: 5, percent: false } } }, 'fails', 'min met: 5; 4 of 8 criteria are met; AC5 AC6 AC7 AC8'],
    [{ forbid: ['unknown-reference'] }, 'holds', 'forbid unknown-reference; there is none; '],
    [{ forbid: ['unmet-criterion'] }, 'fails', 'forbid unmet-criterion; there are 4; AC5 AC6 AC7 AC8'],
    [
      { max: { unproven: zero, partial: { value: 1, percent: false } } },
      'undecided',
      'max partial: 1; 1 of 8 criteria is partial; ',
      'max unproven: 0; there are no test results to prove 8 criteria: run the tests with a reporter that writes a file, such as junit.xml; ',
    ],
  ];
  for (const [gate, decision, ...told] of cases) {
    it(`${decision} for ${JSON.stringify(gate)}`, () => assert.deepEqual(judged(view, gate), { decision, told }));
  }

  it('fails rather than being undecided', () => {
    assert.equal(judged(view, { max: { unmet: zero, unproven: zero } }).decision, 'fails');
  });

  const nothing: readonly [what: string, files: Files, gate: Partial<Gate>, decision: string, why: string][] = [
    ['no file', {}, { max: { unmet: zero } }, 'undecided', 'no document defines a requirement'],
    ['no file', {}, { min: { met: share(100) } }, 'undecided', 'no document defines a requirement'],
    ['no file', {}, { forbid: ['unknown-reference'] }, 'undecided', 'no document defines a requirement'],
    [
      'nothing that counts',
      { 'docs/a.md': '## ~~REQ-1: One~~\n' },
      { max: { stale: zero } },
      'undecided',
      'there is no criterion to judge: all 1 are waived or exempt',
    ],
    ['nothing that counts', { 'docs/a.md': '## ~~REQ-1: One~~\n' }, { forbid: ['unknown-reference'] }, 'holds', 'there is none'],
    [
      'no result',
      FILES,
      { max: { failing: zero } },
      'undecided',
      'there are no test results for 8 criteria: run the tests with a reporter that writes a file, such as junit.xml',
    ],
    [
      'no line coverage',
      FILES,
      { forbid: ['not-executed'] },
      'undecided',
      'there is no line coverage: run the tests with a reporter that writes it, such as lcov.info',
    ],
    [
      'no result in the places that the project names',
      { ...FILES, 'reqtrace.yaml': 'evidence: { results: [] }\n' },
      { max: { failing: zero } },
      'undecided',
      'there are no test results for 8 criteria: run the tests with a reporter that writes where "evidence" in reqtrace.yaml looks',
    ],
    [
      'no line coverage in the places that the project names',
      { ...FILES, 'reqtrace.yaml': 'evidence: { coverage: [] }\n' },
      { forbid: ['not-executed'] },
      'undecided',
      'there is no line coverage: run the tests with a reporter that writes it where "evidence" in reqtrace.yaml looks',
    ],
  ];
  for (const [what, files, gate, decision, why] of nothing) {
    it(`${decision} for ${JSON.stringify(gate)} where there is ${what}`, () =>
      assert.deepEqual(judged(indexOfTexts(files), gate), { decision, told: [`${conditionOf(gate)}; ${why}; `] }));
  }

  it('fails where something is in the way, whatever else is not known', () => {
    assert.equal(judged(view, { min: { met: share(100) }, max: { failing: zero } }).decision, 'fails');
  });

  it('leaves known debt out on both sides of a share', () => {
    const gate: Gate = { ...NONE, max: { unmet: zero }, min: { met: share(100) }, forbid: ['unmet-criterion'] };
    const known = new Set(debtOf(view, { gate, scope: EVERYTHING }));
    assert.equal(known.size, 8);
    assert.equal(judged(view, gate, known).decision, 'holds');
    const more = indexOfTexts({ ...FILES, 'docs/b.md': '## REQ-2: New\n\nText.\n' });
    assert.deepEqual(
      judged(more, gate, known).told.map((line) => line.split('; ')[1]),
      ['1 of 9 criteria is unmet', '4 of 5 criteria are met', 'there is 1'],
    );
  });
});

describe('numbers in a verdict', () => {
  const cases: readonly [criteria: number, met: number, unmet: string, share: string, found: string][] = [
    [1, 1, '0 of 1 criteria are unmet', 'the only criterion is met', 'there is none'],
    [1, 0, 'the only criterion is unmet', '0 of 1 criteria are met', 'there is 1'],
    [2, 2, '0 of 2 criteria are unmet', '2 of 2 criteria are met', 'there is none'],
    [2, 1, '1 of 2 criteria is unmet', '1 of 2 criteria is met', 'there is 1'],
    [2, 0, '2 of 2 criteria are unmet', '0 of 2 criteria are met', 'there are 2'],
    [11, 10, '1 of 11 criteria is unmet', '10 of 11 criteria are met', 'there is 1'],
  ];
  const ids = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  for (const [criteria, met, ...told] of cases) {
    it(`agree for ${met} of ${criteria}`, () => {
      const view = indexOfTexts({
        'docs/a.md': `## REQ-1: Some\n\n**Acceptance Criteria**:\n\n${ids(criteria)
          .map((id) => `- Number ${id}\n`)
          .join('')}`,
        'src/a.ts': ids(met)
          .map((id) => `// @implements REQ-1/AC${id}\nexport function f${id}() {}\n`)
          .join(''),
        'test/a.test.ts': ids(met)
          .map((id) => `it('REQ-1/AC${id}', () => {});\n`)
          .join(''),
      });
      const gates: readonly Partial<Gate>[] = [{ max: { unmet: zero } }, { min: { met: share(0) } }, { forbid: ['unmet-criterion'] }];
      assert.deepEqual(
        gates.map((gate) => judged(view, gate).told[0]?.split('; ')[1]),
        told,
      );
    });
  }
});

describe('changedScope', () => {
  const base = FILES;
  const cases: readonly [what: string, head: Files, items: readonly string[], findings: readonly string[]][] = [
    ['nothing changed', base, [], []],
    [
      'a test that is gone',
      { ...base, 'test/a.test.ts': '' },
      ['AC1', 'AC2', 'AC3', 'AC4'],
      ['unmet-criterion', 'unmet-criterion', 'unmet-criterion', 'unmet-criterion'],
    ],
    ['a text that changed', { ...base, 'docs/a.md': (base['docs/a.md'] ?? '').replace('Number 7 holds', 'Number 7 is held') }, ['AC7'], []],
    [
      'a new wrong reference, beside old lines that moved',
      { ...base, 'src/a.ts': `// @implements REQ-1/AC77\n${base['src/a.ts'] ?? ''}` },
      [],
      ['unknown-reference'],
    ],
  ];
  for (const [what, head, items, findings] of cases) {
    it(what, () => {
      const comparison = comparisonOf(base, head);
      const scope = changedScope(comparison, compare(comparison));
      const criteria = Array.from(comparison.head.requirements()).flatMap((requirement) => requirement.criteria);
      assert.deepEqual(
        criteria.filter(scope.hasItem).map(({ facts }) => facts.localId),
        items,
      );
      assert.deepEqual(
        comparison.head
          .allFindings()
          .filter(scope.hasFinding)
          .map(({ code }) => code),
        findings,
      );
    });
  }
});

// @verifies RT-5.2/AC8
describe('a gate for criteria with attributes', () => {
  const view = indexOfTexts({
    'docs/a.md': '## REQ-1: a\n\n**Status**: Approved\n\n## REQ-2: b\n\n**Status**: Draft\n\n## REQ-3: c\n',
    'src/a.ts': '// @implements REQ-1\n',
    'test/a.test.ts': "it('REQ-1 a', () => {});\n",
  });
  const cases: readonly [when: Readonly<Record<string, string>>, decision: string, ...told: string[]][] = [
    [{ Status: 'approved' }, 'holds', 'max unmet: 0; 0 of 1 criteria are unmet; '],
    [{ Status: 'Draft' }, 'fails', 'max unmet: 0; the only criterion is unmet; REQ-2'],
    [{}, 'fails', 'max unmet: 0; 2 of 3 criteria are unmet; REQ-2 REQ-3'],
    [{ Status: 'Released' }, 'undecided', 'max unmet: 0; no criterion that counts has Status: Released; '],
    [{ Status: 'Approved', ASIL: 'B' }, 'undecided', 'max unmet: 0; no criterion that counts has Status: Approved, ASIL: B; '],
  ];
  for (const [when, decision, ...told] of cases)
    it(`is ${decision} for ${JSON.stringify(when)}`, () =>
      assert.deepEqual(judged(view, { when, max: { unmet: zero } }), { decision, told }));

  it('forbids everywhere', () => {
    assert.equal(judged(view, { when: { Status: 'Approved' }, forbid: ['unmet-criterion'] }).decision, 'fails');
  });
});
