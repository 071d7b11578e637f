import type { Block } from '../carriers/markdown/blocks.ts';

/** The words of blocks without their markup, in order; comments and code are nobody's words. */
export function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [block.inline.plain];
      case 'quote':
        return textsOf(block.blocks);
      case 'list':
        return block.items.flatMap(({ inline, below }) => [inline.plain, ...textsOf(below)]);
      case 'table':
        return [block.header, ...block.rows].map(({ cells }) => cells.map(({ inline }) => inline.plain).join(' '));
      case 'code':
      case 'html':
      case 'rule':
        return [];
    }
  });
}
