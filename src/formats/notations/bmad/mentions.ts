import type { DocumentLink, Reference } from '../../../model/facts.ts';
import type { Range } from '../../../model/position.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import type { FormatContext } from '../../notation/context.ts';
import { BMAD, idsIn, referenceOf } from './ids.ts';
import { storiesIn } from './stories/storyReferences.ts';
import { isLocalLink } from '../../carriers/markdown/links.ts';

/** Places of a file that say something already. */
export class Taken {
  readonly #columns = new Map<number, Set<number>>();

  add(range: Range): void {
    const columns = this.#columns.get(range.start.line) ?? new Set();
    for (const column of columnsOf(range)) columns.add(column);
    this.#columns.set(range.start.line, columns);
  }

  has(range: Range): boolean {
    const columns = this.#columns.get(range.start.line);
    return columns !== undefined && columnsOf(range).some((column) => columns.has(column));
  }
}

/** Ids and names are short and are on one line. */
function columnsOf({ start, end }: Range): readonly number[] {
  const length = end.line === start.line ? end.character - start.character : 1;
  return Array.from({ length }, (_none, at) => start.character + at);
}

/** Ids of requirements, stories by their number, and ids of other notations in all prose that says nothing else of them. */
export function readMentions(
  blocks: readonly Block[],
  taken: Taken,
  ids: FormatContext['ids'],
  mention: (reference: Reference) => void,
): void {
  const note = (reference: Reference): void => {
    if (taken.has(reference.range)) return;
    taken.add(reference.range);
    mention(reference);
  };
  for (const inline of textsOf(blocks)) {
    for (const { start, end } of inline.runs(0, inline.plain.length)) {
      const text = inline.plain.slice(start, end);
      for (const found of storiesIn(text)) {
        const { start: from, end: to, ...parts } = found;
        note({ ...parts, text: text.slice(from, to), range: inline.rangeOf(start + from, start + to), notation: BMAD });
      }
      for (const found of idsIn(text)) note(referenceOf(inline, { ...found, start: start + found.start, end: start + found.end }));
      for (const { start: from, end: to, ...parts } of ids.findReferences(text))
        note({ ...parts, range: inline.rangeOf(start + from, start + to) });
    }
  }
}

/** Links to other files of the project. */
export function* linksIn(blocks: readonly Block[]): Generator<DocumentLink> {
  for (const { links } of textsOf(blocks)) {
    for (const { target, targetRange } of links)
      if (target !== undefined && targetRange && isLocalLink(target)) yield { target, range: targetRange };
  }
}

function* textsOf(blocks: readonly Block[]): Generator<InlineText> {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'html') yield block.inline;
    else if (block.type === 'quote') yield* textsOf(block.blocks);
    else if (block.type === 'list') for (const item of block.items) yield* textsOf(item.blocks);
    else if (block.type === 'table') for (const row of [block.header, ...block.rows]) for (const cell of row.cells) yield cell.inline;
  }
}
