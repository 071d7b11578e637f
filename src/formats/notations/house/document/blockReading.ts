import type {
  Block,
  CodeBlock,
  HeadingBlock,
  HtmlBlock,
  ListBlock,
  ParagraphBlock,
  QuoteBlock,
  RuleBlock,
  TableBlock,
} from '../../../carriers/markdown/blocks.ts';
import type { ListItemWords } from '../criteria/listItems.ts';
import type { Statement } from '../criteria/statements.ts';
import type { TargetRow } from '../criteria/targetRows.ts';
import type { QuotedLine } from '../requirements/nearMisses/quotations.ts';
import type { NearMiss } from './nearMiss.ts';
import type { Message } from '../../../../model/message.ts';

/** A block with what it says by its own words, whatever that means where it stands. */
export type BlockReading =
  /** With the lists, code and quotes that directly follow it: they are its detail if it is a criterion. */
  | {
      readonly kind: 'paragraph';
      readonly block: ParagraphBlock;
      readonly following: readonly Block[];
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'list'; readonly block: ListBlock; readonly items: readonly ListItemReading[] }
  /** A table of targets, if such are read and it has a column for them. */
  | { readonly kind: 'table'; readonly block: TableBlock; readonly targets?: readonly TargetRow[] }
  | { readonly kind: 'quote'; readonly block: QuoteBlock; readonly lines: readonly QuotedLine[]; readonly nearMisses: readonly NearMiss[] }
  /** Code, HTML, breaks, headings in lists: `why` it says nothing. */
  | { readonly kind: 'nothing'; readonly block: SilentBlock; readonly why: Message };

/** A block that defines nothing and is not text either. */
export type SilentBlock = CodeBlock | HtmlBlock | RuleBlock | HeadingBlock;

/** A list item with what it and the blocks below it say. */
export interface ListItemReading {
  readonly words: ListItemWords;
  readonly below: readonly BlockReading[];
}

/** What a block is made of, without what it says. */
export function blocksOf(readings: readonly BlockReading[]): readonly Block[] {
  return readings.map(({ block }) => block);
}
