import assert from 'node:assert/strict';
import { inEnglish } from '../../../../../src/model/message.ts';
import { labelWithoutList, readLabelLine } from '../../../../../src/formats/notations/house/criteria/labelLines.ts';
import { firstLine } from '../../../../../src/formats/notations/house/criteria/paragraphLines.ts';
import { blocksIn, inlineIn, TERMS } from '../../../../support/formats/documentSource.ts';

/** `label Acceptance Criteria`, `near label without a colon` or `nothing`. */
function reading(text: string, below = ''): string {
  const inline = inlineIn(text);
  const found = readLabelLine(inline, firstLine(inline), blocksIn(below), TERMS);
  if (!found) return 'nothing';
  if (found.kind === 'near-miss') return `near ${found.nearMiss.form}`;
  const { words, tasksOnly, value } = found.label;
  return ['label', words, ...(tasksOnly ? ['of tasks'] : []), ...(value ? [`= ${value.value}`] : [])].join(' ');
}

describe('A line as a criteria label', () => {
  const cases: [text: string, below: string, expected: string][] = [
    ['**Acceptance Criteria**:', '', 'label Acceptance Criteria'],
    ['**Acceptance Criteria:**', '', 'label Acceptance Criteria'],
    ['✅ **Acceptance Criteria**:', '', 'label Acceptance Criteria'],
    ['It meets these acceptance criteria:', '', 'label It meets these acceptance criteria'],
    ['**Validation**:', '', 'label Validation of tasks'],
    ['**Definition of Done**: all of', '', 'label Definition of Done = all of'],
    ['Acceptance Criteria', '- a', 'label Acceptance Criteria'],
    ['Acceptance Criteria', '', 'nothing'],
    ['**Acceptance Criteria**', '- a', 'label Acceptance Criteria'],
    ['**Code Quality Gates**', '- a', 'near label without a colon'],
    ['**AC**:', '', 'nothing'],
    ['**AC**', '- a', 'label AC'],
    ['AC', '- a', 'nothing'],
    ['**Owner**: shop', '- a', 'nothing'],
    ['**Acceptance Criteria**', '', 'near label without a colon'],
    ['**Acceptance Criteria** and more', '- a', 'nothing'],
    ['**Validation**', '- a', 'nothing'],
    ['**Validation**', '- [ ] a', 'near label without a colon'],
    ['**Acceptance criteria of others**:', '- a', 'near criteria under other words'],
    ['**Acceptance criteria of others**:', '', 'nothing'],
    ['Acceptance criteria of others:', '- a', 'near criteria under other words'],
  ];
  for (const [text, below, expected] of cases) {
    it(`${text} above ${below || 'nothing'}: ${expected}`, () => assert.equal(reading(text, below), expected));
  }

  it('is reported when nothing stands under it', () => {
    const { range } = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } } };
    const { form, message } = labelWithoutList({ tasksOnly: false, words: 'Criteria', range });
    assert.equal(form, 'label without a list');
    assert.match(inEnglish(message), /^"Criteria" has no list under it/);
  });
});
