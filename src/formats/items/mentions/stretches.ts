import type { DocumentLink } from '../../../model/facts.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isLocalLink } from '../../carriers/markdown/links.ts';
import { say } from '../../../model/message.ts';

/** One text of a document with what it is part of. */
export interface Stretch {
  readonly inline: InlineText;
  readonly line: number;
  /** Running text says less than a list item, heading or table does. */
  readonly form: 'item' | 'heading' | 'row' | 'text';
  /** Of a task: whether it is ticked, also for what is nested below it; undefined for what is not a task. */
  readonly done: boolean | undefined;
}

/** All texts of a document but code, comments and lines that are switched off. */
export function* stretches(document: CarriedDocument): Generator<Stretch> {
  for (const stretch of within(document.markdown.blocks, undefined, false)) if (!document.ignores(stretch.line)) yield stretch;
}

function* within(blocks: readonly Block[], done: boolean | undefined, isItem: boolean): Generator<Stretch> {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
        yield { inline: block.inline, line: block.first, form: 'heading', done };
        break;
      case 'paragraph':
        yield { inline: block.inline, line: block.first, form: isItem ? 'item' : 'text', done };
        break;
      case 'quote':
        yield* within(block.blocks, done, isItem);
        break;
      case 'list':
        for (const item of block.items) yield* within(item.blocks, item.checkbox?.checked ?? done, true);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows])
          for (const { inline, line } of row.cells) yield { inline, line, form: 'row', done };
        break;
      case 'code':
      case 'html':
      case 'rule':
        break;
    }
  }
}

/** Hands over the links of a text that lead to other files, and to other places of this one. */
export function linksOf({ links }: InlineText, document: CarriedDocument, facts: FactSink): void {
  for (const { target, targetRange } of links) {
    if (target === undefined || !targetRange || !isLocalLink(target)) continue;
    const link: DocumentLink = { target, range: targetRange };
    facts.link(link);
    document.note(targetRange.start.line, 'link', () => say('Link to {0}', target));
  }
}
