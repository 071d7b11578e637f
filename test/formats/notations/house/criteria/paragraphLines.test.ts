import assert from 'node:assert/strict';
import { firstLine, groupLines, paragraphLines } from '../../../../../src/formats/notations/house/criteria/paragraphLines.ts';
import { inlineIn } from '../../../../support/formats/documentSource.ts';

describe('Lines of a paragraph', () => {
  it('know the bold words that they begin with, behind marks', () => {
    const lines = paragraphLines(inlineIn('a **b**\n**c**: d\n✅ **e**'));
    assert.deepEqual(
      lines.map(({ text, bold }) => [text, bold?.name]),
      [
        ['a b', undefined],
        ['c: d', 'c'],
        ['✅ e', 'e'],
      ],
    );
    assert.equal(firstLine(inlineIn('**c**: d\ne')).bold?.name, 'c');
  });

  const groups: [text: string, expected: string[][]][] = [
    ['a\nb', [['a', 'b']]],
    ['**a**: x\nb\n**c**: y', [['a: x', 'b'], ['c: y']]],
    ['a\n1.1. b\nc', [['a'], ['1.1. b', 'c']]],
    ['a\nCriteria:\nb', [['a'], ['Criteria:', 'b']]],
    ['a\n<br>\nc', [['a', '', 'c']]],
  ];
  for (const [text, expected] of groups) {
    it(`${JSON.stringify(text)} goes together as ${JSON.stringify(expected)}`, () => {
      const found = groupLines(paragraphLines(inlineIn(text)));
      assert.deepEqual(
        found.map((group) => group.map((line) => line.text)),
        expected,
      );
    });
  }
});
