import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/formats/carriers/markdown/parseMarkdown.ts';
import { nearestSection, sectionsOf } from '../../../../src/formats/carriers/markdown/sections.ts';
import { splitLines } from '../../../../src/text/lines.ts';

const TEXT = [
  '---',
  'a: 1',
  '---',
  'Above',
  '',
  '# One',
  'text',
  '',
  '### Two',
  '- item',
  '',
  '## Three',
  '',
  '- ## One',
  '',
  '# One',
  'end',
  '',
].join('\n');

function sections() {
  return sectionsOf(parseMarkdown(splitLines(TEXT)));
}

describe('the sections of a document', () => {
  it('have their place, their anchor and the section that they are part of', () => {
    assert.deepEqual(
      sections().map(({ title, slug, level, parent, blocks, first, last }) => [
        title,
        slug,
        level,
        parent?.title,
        blocks.length,
        first,
        last,
      ]),
      [
        ['', '', 0, undefined, 1, 3, 16],
        ['One', 'one', 1, undefined, 1, 5, 13],
        ['Two', 'two', 3, 'One', 1, 8, 9],
        ['Three', 'three', 2, 'One', 1, 11, 13],
        ['One', 'one-2', 1, undefined, 1, 15, 16],
      ],
    );
  });

  it('are found upwards', () => {
    const two = sections()[2];
    assert.equal(nearestSection(two, ({ level }) => level === 1)?.title, 'One');
    assert.equal(nearestSection(two, ({ level }) => level === 2)?.title, undefined);
  });
});
