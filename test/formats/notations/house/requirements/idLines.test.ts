import assert from 'node:assert/strict';
import { findIdLine, wantsIdLine, withIdLine } from '../../../../../src/formats/notations/house/requirements/idLines.ts';
import { PLAIN, wholeTitle } from '../../../../../src/formats/notations/house/requirements/headings.ts';
import { inlineIn, sourceOf } from '../../../../support/formats/documentSource.ts';

describe('A line with the id of the heading above', () => {
  const cases: [text: string, expected: string | undefined][] = [
    ['**ID**: REQ-1', 'REQ-1 at 0:8'],
    ['**Requirement ID:** REQ-1', 'REQ-1 at 0:20'],
    ['text\n**ID**: REQ-1', 'REQ-1 at 1:8'],
    ['- **Owner**: x\n- **ID**: REQ-1', 'REQ-1 at 1:10'],
    ['- [x] **ID**: REQ-1', undefined],
    ['- [x] a\n  **ID**: REQ-1', 'REQ-1 at 1:10'],
    ['ID: REQ-1', undefined],
    ['**ID**: none', undefined],
    ['HLR_7', 'HLR_7 at 0:0'],
    ['see HLR_7', undefined],
    ['<!-- reqtrace-ignore-start -->\n\n**ID**: REQ-1', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)}: ${expected}`, () => {
      const source = sourceOf(text, { ids: ['HLR_[0-9]+'] });
      const found = findIdLine(source.blocks, source);
      assert.equal(found && `${found.id} at ${found.range.start.line}:${found.range.start.character}`, expected);
    });
  }

  it('knows the list that it stands in', () => {
    const source = sourceOf('- **ID**: REQ-1\n');
    assert.equal(findIdLine(source.blocks, source)?.list, source.blocks[0]);
  });

  it('makes a requirement of a heading that has no id', () => {
    const inline = inlineIn('# Title');
    const range = inline.rangeOf(0, 1);
    const reading = withIdLine(PLAIN, { end: inline.plain.length }, { id: 'REQ-1', range });
    assert.deepEqual([reading.id, reading.idRange, reading.title], ['REQ-1', range, wholeTitle({ end: inline.plain.length })]);
    assert.equal(wantsIdLine(PLAIN), true);
    assert.equal(wantsIdLine(reading), false);
  });
});
