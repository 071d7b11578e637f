import assert from 'node:assert/strict';
import { parseBlocks, type Block } from '../../../../src/formats/carriers/markdown/blocks.ts';
import { blockTokens } from '../../../../src/formats/carriers/markdown/commonMark.ts';
import { splitLines } from '../../../../src/text/lines.ts';
import { createSlugs } from '../../../../src/formats/carriers/markdown/slugs.ts';

const parse = (text: string, skip = 0): readonly Block[] => parseBlocks(splitLines(text), skip);

describe('Markdown blocks', () => {
  it('know their lines, without trailing blank ones', () => {
    const blocks = parse('# A\n\ntext\nmore\n\n- a\n\n  b\n\n- c\n\n\n---\n');
    assert.deepEqual(
      blocks.map(({ type, first, last }) => [type, first, last]),
      [
        ['heading', 0, 0],
        ['paragraph', 2, 3],
        ['list', 5, 9],
        ['rule', 12, 12],
      ],
    );
  });

  const places: [text: string, line: number, column: number, word: string][] = [
    ['##   A  ##', 0, 5, 'A'],
    ['  ## # a', 0, 5, '# a'],
    ['A\n===', 0, 0, 'A'],
    ['> - a\n>   b', 1, 4, 'b'],
    ['1. a\n   - b', 1, 5, 'b'],
    ['-\ta', 0, 2, 'a'],
    ['> > a\nb', 1, 0, 'b'],
    ['- # A', 0, 4, 'A'],
    ['| a | b |\n|-|-|\n| c | d |', 2, 6, 'd'],
    ['| a | b |\n|-|-|\n| x \\| y | d |', 2, 2, 'x \\| y'],
    ['| a | b |\n|-|-|\n| x \\| y | d |', 2, 11, 'd'],
  ];
  for (const [text, line, column, word] of places) {
    it(`${JSON.stringify(text)} has ${word} at ${line}:${column}`, () => {
      assert.ok([...sources(parse(text))].some((source) => source.line === line && source.column === column && source.text === word));
    });
  }

  it('keep numerals as written', () => {
    const [list] = parse('3. a\n3. b\n7) c\n');
    assert.ok(list?.type === 'list' && list.ordered);
    assert.deepEqual(
      list.items.map((item) => item.numeral),
      [3, 3],
    );
  });

  it('take the checkbox off a task', () => {
    const [list] = parse('- [x] **a**\n- [ ]\n  b\n- [~] c\n- # d\n-\n');
    assert.ok(list?.type === 'list');
    assert.deepEqual(
      list.items.map(({ checkbox, inline, below }) => [checkbox?.checked, checkbox?.range.start.character, inline.plain, below.length]),
      [
        [true, 2, 'a', 0],
        [false, 2, '\nb', 0],
        [undefined, undefined, '[~] c', 0],
        [undefined, undefined, '', 1],
        [undefined, undefined, '', 0],
      ],
    );
    assert.deepEqual(
      list.items.map(({ blocks }) => blocks.map(({ type }) => type)),
      [['paragraph'], ['paragraph'], ['paragraph'], ['heading'], []],
    );
  });

  it('have their text without its markup', () => {
    const texts = [...sources(parse('# *a*\n\n> **b**\n\n| `c` |\n|-|\n'))].map((each) => each.text);
    assert.deepEqual(texts, ['*a*', '**b**', '`c`']);
    const [heading, , table] = parse('# *a*\n\n> **b**\n\n| `c` |\n|-|\n');
    assert.ok(heading?.type === 'heading' && table?.type === 'table');
    assert.deepEqual([heading.inline.plain, table.header.cells[0]?.inline.plain], ['a', 'c']);
  });

  it('leave out lines that are no Markdown', () =>
    assert.deepEqual(
      parse('# A\n# B', 1).map(({ first }) => first),
      [1],
    ));

  it('know the labels of link definitions', () => {
    assert.deepEqual([...blockTokens(['[a B]: c'], 0).references], ['A B']);
  });
});

describe('A text with U+0000', () => {
  it('keeps its places', () => {
    assert.deepEqual([...sources(parse('# a\0b\n'))], [{ line: 0, column: 2, text: 'a\uFFFDb' }]);
  });
});

describe('Anchors', () => {
  it('are those of GitHub, counted on where headings are equal', () => {
    const slug = createSlugs();
    assert.deepEqual(['8.2 Step 6: A & B', 'A', 'A', 'Ä ✅ b_c', 'a'].map(slug), ['82-step-6-a--b', 'a', 'a-1', 'ä--b_c', 'a-2']);
  });
});

function* sources(blocks: readonly Block[]): Generator<{ line: number; column: number; text: string }> {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'html') yield* block.source;
    else if (block.type === 'quote') yield* sources(block.blocks);
    else if (block.type === 'list') for (const item of block.items) yield* sources(item.blocks);
    else if (block.type === 'table') for (const row of [block.header, ...block.rows]) yield* row.cells;
  }
}
