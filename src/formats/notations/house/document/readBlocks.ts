import type { Block, ListItem, ParagraphBlock } from '../../../carriers/markdown/blocks.ts';
import { readListItem } from '../criteria/listItems.ts';
import { readStatements } from '../criteria/statements.ts';
import { readTargetRows } from '../criteria/targetRows.ts';
import { quotedDefinitions, quotedLines } from '../requirements/nearMisses/quotations.ts';
import type { BlockReading, ListItemReading, SilentBlock } from './blockReading.ts';
import type { Source } from './source.ts';
import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';

/**
 * The first of two passes: what each block says by its own words and those of its neighbours. Nothing is decided here that
 * depends on where it stands; see `assemble`.
 *
 * @param targets true if rows of tables with a *Target* column are criteria.
 */
export function readBlocks(blocks: readonly Block[], source: Source, targets: boolean): readonly BlockReading[] {
  return blocks.map((block, at) =>
    block.type === 'paragraph' ? readParagraph(block, partsBelow(blocks, at), source) : readBlock(block, source, targets),
  );
}

function readBlock(block: Exclude<Block, ParagraphBlock>, source: Source, targets: boolean): BlockReading {
  switch (block.type) {
    case 'list':
      return { kind: 'list', block, items: block.items.map((item) => readItem(item, source, targets)) };
    case 'table': {
      const rows = targets ? readTargetRows(block, source) : undefined;
      return { kind: 'table', block, ...(rows && { targets: rows }) };
    }
    case 'quote':
      return { kind: 'quote', block, lines: quotedLines(block, source), nearMisses: quotedDefinitions(block, source) };
    default:
      return { kind: 'nothing', block, why: WHY_NOTHING[block.type] };
  }
}

function readParagraph(block: ParagraphBlock, following: readonly Block[], { terms }: Source): BlockReading {
  return { kind: 'paragraph', block, following, statements: readStatements(block.inline, 0, following, terms) };
}

function partsBelow(blocks: readonly Block[], at: number): readonly Block[] {
  let end = at + 1;
  while (['list', 'code', 'quote'].includes(blocks[end]?.type ?? '')) end++;
  return blocks.slice(at + 1, end);
}

function readItem(item: ListItem, source: Source, targets: boolean): ListItemReading {
  return { words: readListItem(item, source.terms), below: readBlocks(item.below, source, targets) };
}

const WHY_NOTHING: Readonly<Record<SilentBlock['type'], Message>> = {
  code: say('Code block: defines nothing and refers to nothing'),
  html: say('HTML: defines nothing'),
  rule: say('Thematic break: defines nothing'),
  heading: say('Heading inside a list or quotation: defines nothing'),
};
