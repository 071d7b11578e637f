import assert from 'node:assert/strict';
import { readItemRequirement } from '../../../../../src/formats/notations/house/requirements/itemRequirement.ts';
import { readListItem } from '../../../../../src/formats/notations/house/criteria/listItems.ts';
import { itemIn, TERMS } from '../../../../support/formats/documentSource.ts';

function read(text: string) {
  const item = itemIn(text);
  const { leads } = readListItem(item, TERMS);
  assert.ok(leads);
  const { found, statements } = readItemRequirement(item, leads.lead, TERMS);
  return { found, kinds: statements.map(({ kind }) => kind) };
}

describe('A list item that is a requirement', () => {
  const cases: [text: string, id: string, title: string, kinds: string[]][] = [
    ['- **FR-1**: Pay once', 'FR-1', 'Pay once', []],
    ['- **FR-1: Pay once** and more', 'FR-1', 'Pay once', ['prose']],
    ['- **FR-1: Pay once**: and more', 'FR-1', 'Pay once', ['prose']],
    ['- **FR-1**: Pay\n  once\n  **Owner**: shop', 'FR-1', 'Pay once', ['attribute']],
    ['- **FR-1**: Pay\n  **Acceptance Criteria**:\n  - a', 'FR-1', 'Pay', ['label']],
    ['- **FR-1**', 'FR-1', 'FR-1', []],
    ['- **FR-1** (Priority: P1): Pay', 'FR-1', 'Pay', []],
  ];
  for (const [text, id, title, kinds] of cases) {
    it(JSON.stringify(text), () => {
      const result = read(text);
      assert.deepEqual([result.found.localId, result.found.title, result.kinds], [id, title, kinds]);
    });
  }

  it('knows its marks', () => {
    const { found } = read('- **FR-1** [deferred]: Pay');
    assert.equal(found.exempt, true);
    assert.equal(read('- **FR-1**: Pay').found.exempt, false);
  });
});
