import assert from 'node:assert/strict';
import { listItemRole, whyText, type AroundItem } from '../../../../../src/formats/notations/house/criteria/listItemRole.ts';
import { readListItem } from '../../../../../src/formats/notations/house/criteria/listItems.ts';
import { rangeAt } from '../../../../../src/model/position.ts';
import { itemIn, TERMS } from '../../../../support/formats/documentSource.ts';
import { inEnglish } from '../../../../../src/model/message.ts';

const NOTHING: AroundItem = { inRequirement: false, tasksCount: false, stepsCount: false, leads: () => 'defines' };
const label = { tasksOnly: false, words: 'Criteria', range: rangeAt(0, 0, 0) };
const tasksLabel = { ...label, tasksOnly: true };

function role(text: string, around: Partial<AroundItem>): string {
  const found = listItemRole(readListItem(itemIn(text), TERMS), { ...NOTHING, ...around });
  switch (found.kind) {
    case 'criterion':
      return `${found.isGoverned ? 'governed ' : ''}${found.as}${found.mentions ? ` that mentions ${found.mentions.id}` : ''}`;
    case 'label':
      return `label ${found.label.words}`;
    case 'requirement':
      return `requirement ${found.lead.id}`;
    case 'text':
      return found.mentions ? `text that mentions ${found.mentions.id}` : 'text';
  }
}

describe('What a list item is', () => {
  const cases: [text: string, around: Partial<AroundItem>, expected: string][] = [
    ['- a', {}, 'text'],
    ['- a', { inRequirement: true }, 'text'],
    ['- a', { label }, 'governed criterion'],
    ['- a', { label: tasksLabel }, 'text'],
    ['- [ ] a', { label: tasksLabel }, 'governed criterion'],
    ['- [ ] a', {}, 'text'],
    ['- [ ] a', { tasksCount: true }, 'criterion'],
    ['- Given a then b', {}, 'text'],
    ['- Given a then b', { inRequirement: true }, 'criterion'],
    ['- **FR-1**: a', {}, 'requirement FR-1'],
    ['- **FR-1**: a', { label }, 'governed criterion'],
    ['- [ ] **FR-1**: a', { tasksCount: true }, 'criterion'],
    ['- [ ] **FR-1**: a', {}, 'requirement FR-1'],
    ['- **FR-1**: a', { leads: () => 'mentions' }, 'text that mentions FR-1'],
    ['1. **FR-1**: a', { leads: () => 'mentions', stepsCount: true }, 'step that mentions FR-1'],
    ['1. a', { stepsCount: true }, 'step'],
    ['- **Criteria**:\n  - a', { label: tasksLabel }, 'text'],
    ['- **Acceptance Criteria**:\n  - a', { label: tasksLabel }, 'label Acceptance Criteria'],
    ['- **Acceptance Criteria**:\n  - a', { label }, 'governed criterion'],
    ['- **Acceptance Criteria**: all\n  - a', {}, 'text'],
  ];
  for (const [text, around, expected] of cases) {
    const shown = JSON.stringify({ ...around, ...(around.leads && { leads: around.leads() }) });
    it(`${JSON.stringify(text)} with ${shown}: ${expected}`, () => assert.equal(role(text, around), expected));
  }

  it('is explained where it is only text', () => {
    const why = (text: string, around: Partial<AroundItem>): string =>
      inEnglish(whyText(readListItem(itemIn(text), TERMS), { ...NOTHING, ...around }));
    assert.match(why('- a', { label: tasksLabel }), /task items only/);
    assert.match(why('- a', {}), /no criteria label governs/);
    assert.match(why('- [ ] a', { inRequirement: true }), /"Status"/);
    assert.match(why('- [ ] a', {}), /outside a requirement/);
  });
});
