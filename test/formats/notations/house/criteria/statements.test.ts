import assert from 'node:assert/strict';
import { readStatements, type Statement } from '../../../../../src/formats/notations/house/criteria/statements.ts';
import { inlineIn, TERMS } from '../../../../support/formats/documentSource.ts';

function brief(statement: Statement): string {
  if (statement.kind === 'label') return `label ${statement.label.words}`;
  const { inline, start, end, numbered } = statement;
  const may = [
    ...(numbered ? [`or ${numbered.found.written?.localId}`] : []),
    ...(statement.kind !== 'prose' && statement.criterion ? [`or ${statement.criterion.lead.id}`] : []),
  ];
  const covers = statement.kind === 'attribute' ? statement.covers.map(({ text }) => `covers ${text}`) : [];
  return [statement.kind, JSON.stringify(inline.plain.slice(start, end)), ...may, ...covers].join(' ');
}

describe('What a paragraph says', () => {
  const cases: [text: string, expected: string[]][] = [
    ['a\nb', ['prose "a\\nb"']],
    ['**Owner**: shop\nand team', ['attribute "Owner: shop\\nand team"']],
    ['**Covers**: IP-1.1, REQ-2/AC3', ['attribute "Covers: IP-1.1, REQ-2/AC3" covers IP-1.1 covers REQ-2/AC3']],
    ['**Empty**:\n**No colon** here', ['bold "Empty:"', 'bold "No colon here"']],
    ['**Acceptance Criteria**:\nbelow\nit', ['label Acceptance Criteria', 'prose "below\\nit"']],
    ['a\n**Acceptance Criteria**:', ['prose "a"', 'label Acceptance Criteria']],
    ['1.1. WHEN a\nTHEN b\n1.2) AC7: c', ['prose "1.1. WHEN a\\nTHEN b" or AC1.1', 'prose "1.2) AC7: c" or AC7']],
    ['1.1\nis a number', ['prose "1.1\\nis a number"']],
    ['✅ **AC1.1: Title** and more', ['bold "✅ AC1.1: Title and more" or AC1.1']],
    ['**REQ-1**: bold', ['attribute "REQ-1: bold" or REQ-1']],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(readStatements(inlineIn(text), 0, [], TERMS).map(brief), expected));
  }

  it('begins at an offset, where the line may have nothing more', () => {
    assert.deepEqual(readStatements(inlineIn('FR-1\na\n**b**: c'), 4, [], TERMS).map(brief), ['prose "a"', 'attribute "b: c"']);
    assert.deepEqual(readStatements(inlineIn('FR-1: a\n**b**: c'), 6, [], TERMS).map(brief), ['prose "a"', 'attribute "b: c"']);
  });
});
