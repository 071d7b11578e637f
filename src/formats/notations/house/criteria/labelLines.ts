import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../assembly/nearMisses.ts';
import { attributeOf, type BoldLead } from '../requirements/attributes.ts';
import type { Terms } from '../requirements/terms.ts';
import { claimOf } from '../../../carriers/markdown/prose.ts';
import type { ParagraphLine } from './paragraphLines.ts';

/** A label such as `**Acceptance Criteria**:` or a heading of those words. */
export interface LabelReading {
  /** True for `Validation` and its like, which govern task items only. */
  readonly tasksOnly: boolean;
  /** The words of the label, for messages. */
  readonly words: string;
  readonly range: Range;
  /** Text behind the colon: the label is an attribute after all if no list follows. */
  readonly value?: Attribute;
}

/** A line that is a label, or that only looks like one. */
export type LabelLine =
  | { readonly kind: 'label'; readonly label: LabelReading }
  | { readonly kind: 'near-miss'; readonly nearMiss: NearMiss };

/**
 * The label that a line of a paragraph or a list item is: bold or all of it, with a colon.
 *
 * @param following the blocks below it, since words that are no label may have been meant as one above a list.
 */
export function readLabelLine(
  inline: InlineText,
  line: ParagraphLine,
  following: readonly Block[],
  { vocabulary }: Terms,
): LabelLine | undefined {
  const { bold } = line;
  if (!bold && !line.text.endsWith(':')) return undefined;
  const words = bold ? bold.name : line.text.replace(/:$/, '');
  const label = vocabulary.criteriaLabel(words);
  const range = inline.rangeOf(line.start, line.end);
  if (label && (!bold || bold.colon)) {
    const value = bold && attributeOf(inline, bold, line.end);
    return { kind: 'label', label: { tasksOnly: label.tasksOnly, words, range, ...(value && { value }) } };
  }
  if (label) return bold && isAlone(inline, line, bold) && mayBeMeant(label.tasksOnly, following) ? withoutColon(words, range) : undefined;
  const isAll = (!bold || bold.colon) && line.text.replace(/:$/, '') === words;
  return isAll && following[0]?.type === 'list' && vocabulary.soundsLikeCriteria(words) ? underOtherWords(words, range) : undefined;
}

function isAlone(inline: InlineText, { end }: ParagraphLine, bold: BoldLead): boolean {
  return collapse(inline.plain.slice(bold.start, end)) === bold.name;
}

/** Words like *Validation* end many a bold line; without tasks below nobody meant a label. */
function mayBeMeant(tasksOnly: boolean, following: readonly Block[]): boolean {
  return !tasksOnly || claimOf(following.slice(0, 1)) !== undefined;
}

function withoutColon(words: string, range: Range): LabelLine {
  const message = say('"{0}" would be a criteria label with a colon: write "**{0}**:"', words);
  return { kind: 'near-miss', nearMiss: { form: 'label without a colon', range, message, text: words } };
}

function underOtherWords(words: string, range: Range): LabelLine {
  const message = say('"{0}" is no criteria label: end it in "Acceptance Criteria" or add it to criteria.labels', words);
  return { kind: 'near-miss', nearMiss: { form: 'criteria under other words', range, message, text: words } };
}

/** The near-miss that a label is under which nothing stands. */
export function labelWithoutList({ words, range }: LabelReading): NearMiss {
  const message = say('"{0}" has no list under it, and only list items are criteria: write each as one (tables need targets: true)', words);
  return { form: 'label without a list', range, message, text: words };
}
