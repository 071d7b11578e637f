import assert from 'node:assert/strict';
import { readListItem } from '../../../../../src/formats/notations/house/criteria/listItems.ts';
import { itemIn, TERMS } from '../../../../support/formats/documentSource.ts';

function brief(text: string): string {
  const { label, isScenario, lead, defines, attribute } = readListItem(itemIn(text), TERMS);
  return [
    ...(label ? [label.kind] : []),
    ...(isScenario ? ['scenario'] : []),
    ...(lead ? [`${defines ? 'defines' : 'leads with'} ${lead.id}`] : []),
    ...(attribute ? [`${attribute.name} = ${attribute.value}`] : []),
  ].join(', ');
}

describe('The words of a list item', () => {
  const cases: [text: string, expected: string][] = [
    ['- a', ''],
    ['- **Acceptance Criteria**:\n  - a', 'label'],
    ['- **Acceptance Criteria**:', ''],
    ['- **Acceptance Criteria**:\n  b\n  - a', ''],
    ['- **Acceptance Criteria**\n  - a', 'label'],
    ['- **Code Quality Gates**\n  - a', 'near-miss'],
    ['- Given a, when b,\n  then c', 'scenario'],
    ['- Given a only', ''],
    ['- **FR-1**: pay', 'defines FR-1'],
    ['- [x] **FR-1: Pay**', 'defines FR-1'],
    ['- **User Story 2 - Pay**', 'defines US-2'],
    ['- **AC3**: works', 'leads with AC3'],
    ['- **[FR-1](a.md)**: linked', 'leads with FR-1'],
    ['- FR-1: plain', ''],
    ['- **Metric**: value', 'Metric = value'],
    ['- ✅ **Metric**: value', ''],
    ['-', ''],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)}: ${expected || 'text'}`, () => assert.equal(brief(text), expected));
  }
});
