import assert from 'node:assert/strict';
import { readListItem } from '../../../../../src/formats/notations/house/criteria/listItems.ts';
import { itemIn, TERMS } from '../../../../support/formats/documentSource.ts';

function brief(text: string): string {
  const { label, isScenario, lead, leads, attribute } = readListItem(itemIn(text), TERMS);
  return [
    ...(label ? [label.kind] : []),
    ...(isScenario ? ['scenario'] : []),
    ...(lead && !leads ? [`leads with ${lead.id}`] : []),
    ...(leads ? [`${leads.fault ?? leads.form} ${leads.lead.id}`] : []),
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
    ['- **FR-1**: pay', 'bold FR-1'],
    ['- [x] **FR-1: Pay**', 'bold FR-1'],
    ['- **User Story 2 - Pay**', 'bold US-2'],
    ['- **AC3**: works', 'leads with AC3'],
    ['- **[FR-1](a.md)**: linked', 'leads with FR-1'],
    ['- FR-1: plain', 'plain FR-1'],
    ['- [ ] FR-1: plain', ''],
    ['- FR-1 plain', ''],
    ['- FR-1', ''],
    ['- `FR-1`: in code', 'marked FR-1'],
    ['- `FR-1` in code', ''],
    ['- [FR-1] brackets', 'marked FR-1'],
    ['- [FR-1]', ''],
    ['- [FR-1](a.md): a link', ''],
    ['- <a id="fr-1"></a>FR-1 behind an anchor', 'marked FR-1'],
    ['- **FR-1** no separator', 'marked FR-1'],
    ['- **FR-1** is what we mean', 'leads with FR-1'],
    ['- **FR-1 Title in bold** more', 'marked FR-1'],
    ['- **FR-1** (Phase 3) — an aside', 'bold FR-1'],
    ['- **FR-1**, **FR-2**: two', 'two ids FR-1'],
    ['- FR-1 - FR-2: two', 'two ids FR-1'],
    ['- *FR-1*: in italics', 'italics FR-1'],
    ['- **fr-1**: lower case', 'lower case fr-1, fr-1 = lower case'],
    ['- fr-1: lower case', ''],
    ['- **Metric**: value', 'Metric = value'],
    ['- ✅ **Metric**: value', ''],
    ['-', ''],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)}: ${expected || 'text'}`, () => assert.equal(brief(text), expected));
  }
});
