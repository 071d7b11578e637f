import type { Attribute } from '../../../../model/facts.ts';
import type { Block, ListBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { attributeOf, boldLeadAt } from '../requirements/attributes.ts';
import { readLead } from '../requirements/lead.ts';
import type { Terms } from '../requirements/terms.ts';

/** What stands below a criterion and belongs to it. */
export interface Detail {
  /** Texts without markup, as they count for the pin of the criterion. */
  readonly texts: readonly string[];
  /** `- **Name**: value` items. */
  readonly attributes: readonly Attribute[];
  /** What the tasks say: true if all are done, false if some are not, absent if there is none. */
  readonly claimed?: boolean;
}

/** What a criterion has below which nothing stands. */
export const NO_DETAIL: Detail = { texts: [], attributes: [] };

/** The blocks below a criterion as its detail. */
export function readDetail(blocks: readonly Block[], terms: Terms): Detail {
  const texts: string[] = [];
  const attributes: Attribute[] = [];
  for (const { text, item } of piecesOf(blocks)) {
    const attribute = item && wholeAttribute(item, terms);
    if (attribute) attributes.push(attribute);
    else texts.push(text);
  }
  const claimed = claimOf(blocks);
  return { texts, attributes, ...(claimed !== undefined && { claimed }) };
}

/** Text of blocks without markup; comments are nobody's text. */
export function textsOf(blocks: readonly Block[]): string[] {
  return piecesOf(blocks).map(({ text }) => text);
}

/** True if all tasks of these lists are done, false if some are not, undefined if there is none. */
export function claimOf(blocks: readonly Block[]): boolean | undefined {
  const boxes = blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => item.checkbox) : []));
  const tasks = boxes.filter((box) => box !== undefined);
  return tasks.length === 0 ? undefined : tasks.every((box) => box.checked);
}

/** `**Metric**: value` as the whole of an item; an id before the colon is no name. */
function wholeAttribute(inline: InlineText, terms: Terms): Attribute | undefined {
  const bold = boldLeadAt(inline, 0);
  if (!bold || readLead(inline, 0, inline.plain.length, terms)) return undefined;
  return attributeOf(inline, bold, inline.plain.length);
}

/** The text of a block; `item` where it is all that a list item says. */
interface Piece {
  readonly text: string;
  readonly item?: InlineText;
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) collect(block, pieces);
  return pieces;
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
