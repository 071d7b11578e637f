import assert from 'node:assert/strict';
import { compare } from '../../../src/query/diff/compare.ts';
import { attributeText } from '../../../src/report/diff/diffReport.ts';
import { comparisonOf } from '../../support/diffStates.ts';

const FILE = (attributes: string, rest = ''): Readonly<Record<string, string>> => ({
  'docs/a.md': `## REQ-1: Boil\n\n${attributes}\n${rest}`,
});

// @verifies RT-5.1/AC8
describe('attributes that changed', () => {
  const cases: readonly [what: string, base: ReturnType<typeof FILE>, head: ReturnType<typeof FILE>, ...told: string[]][] = [
    ['none where nothing did', FILE('**Status**: Draft'), FILE('**Status**: Draft')],
    ['another value', FILE('**Status**: Draft'), FILE('**Status**: Approved'), 'REQ-1 Status: Draft → Approved'],
    ['one that came and one that went', FILE('**Status**: Draft'), FILE('**ASIL**: B'), 'REQ-1 Status: Draft → –', 'REQ-1 ASIL: – → B'],
    [
      'one of a criterion',
      FILE('**Acceptance Criteria**:\n\n- It boils\n  - **Level**: low'),
      FILE('**Acceptance Criteria**:\n\n- It boils\n  - **Level**: high'),
      'REQ-1/AC1 Level: low → high',
    ],
    ['none of an item that is new', FILE('**Status**: Draft'), FILE('**Status**: Draft', '\n## REQ-2: Hiss\n\n**Status**: Draft\n')],
    [
      'none of the place of a row in its sheet',
      { 'docs/jira.csv': 'Issue key,Summary,Status\nKX-1,Boil,Open\n' },
      { 'docs/jira.csv': 'Issue key,Summary,Status\nKX-2,Hiss,Open\nKX-1,Boil,Done\n' },
      'KX-1 Status: Open → Done',
    ],
  ];
  for (const [what, base, head, ...told] of cases)
    it(`are ${what}`, () => {
      const { attributes } = compare(comparisonOf(base, head));
      assert.deepEqual(
        attributes.map((change) => `${change.item.id} ${attributeText(change)}`),
        told,
      );
    });
});
