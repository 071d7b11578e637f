import type { Block, ListBlock } from './blocks.ts';
import type { InlineText } from './inline.ts';

/** The text of a block; `item` where it is all that a list item says. */
export interface Piece {
  readonly text: string;
  readonly item?: InlineText;
}

/** Everything that blocks say, without markup and in order: of `- **A** b` that is `A b`. Comments and rules say nothing. */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) collect(block, pieces);
  return pieces;
}

/** The text of blocks without markup; comments are nobody's text. */
export function textsOf(blocks: readonly Block[]): string[] {
  return piecesOf(blocks).map(({ text }) => text);
}

/** True if all tasks of these lists are done, false if some are not, undefined if there is none. */
export function claimOf(blocks: readonly Block[]): boolean | undefined {
  const boxes = blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => item.checkbox) : []));
  const tasks = boxes.filter((box) => box !== undefined);
  return tasks.length === 0 ? undefined : tasks.every((box) => box.checked);
}

/** The text of headings, paragraphs, items, cells and quotes, each with its places in the file; code and comments are none. */
export function* inlinesOf(blocks: readonly Block[]): Generator<InlineText> {
  for (const block of blocks) {
    switch (block.type) {
      case 'list':
        for (const item of block.items) yield* inlinesOf(item.blocks);
        break;
      case 'quote':
        yield* inlinesOf(block.blocks);
        break;
      case 'table':
        for (const { cells } of [block.header, ...block.rows]) for (const { inline } of cells) yield inline;
        break;
      case 'heading':
      case 'paragraph':
      case 'html':
        yield block.inline;
        break;
      case 'code':
      case 'rule':
        break;
    }
  }
}

function collect(block: Block, pieces: Piece[]): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'html':
      pieces.push({ text: block.inline.plain });
      break;
    case 'code':
      pieces.push({ text: block.content });
      break;
    case 'quote':
      for (const inner of block.blocks) collect(inner, pieces);
      break;
    case 'table':
      for (const { cells } of [block.header, ...block.rows]) pieces.push({ text: cells.map(({ inline }) => inline.plain).join(' ') });
      break;
    case 'list':
      collectList(block, pieces);
      break;
    case 'rule':
      break;
  }
}

function collectList(list: ListBlock, pieces: Piece[]): void {
  for (const { inline, below } of list.items) {
    pieces.push({ text: inline.plain, ...(below.length === 0 && { item: inline }) });
    for (const inner of below) collect(inner, pieces);
  }
}
