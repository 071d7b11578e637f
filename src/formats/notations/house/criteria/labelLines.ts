import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../document/nearMiss.ts';
import { endsInColon, withoutColon } from '../grammar.ts';
import { listUnder } from '../requirements/nearMisses/unknownLabels.ts';
import { attributeOf } from '../requirements/attributes.ts';
import type { Terms } from '../requirements/terms.ts';
import { claimOf } from '../../../carriers/markdown/prose.ts';
import type { CriteriaLabel, Vocabulary } from '../requirements/vocabulary.ts';
import type { ParagraphLine } from './paragraphLines.ts';

/** A label such as `**Acceptance Criteria**:` or a heading of those words. */
export interface LabelReading extends CriteriaLabel {
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
 * The label that a line of a paragraph or a list item is: bold or all of it, with a colon; without one where it says nothing else and is above a list.
 *
 * @param following the blocks below it, since words that are not label may have been meant as one above a list.
 */
export function readLabelLine(
  inline: InlineText,
  line: ParagraphLine,
  following: readonly Block[],
  { vocabulary }: Terms,
): LabelLine | undefined {
  const { bold, text, start, end } = line;
  const isAboveList = end === inline.plain.length && following[0]?.type === 'list';
  if (!bold?.colon && !endsInColon(text)) return readWithoutColon(inline, line, isAboveList, following, vocabulary);
  const words = bold?.colon ? bold.name : collapse(withoutColon(text));
  const label = vocabulary.criteriaLabel(words, true);
  const range = inline.rangeOf(start, end);
  const value = label && bold?.colon ? attributeOf(inline, bold, end) : undefined;
  if (label && (!label.inRequirement || (isAboveList && !value)))
    return { kind: 'label', label: { ...label, words, range, ...(value && { value }) } };
  const isAll = collapse(withoutColon(text)) === words;
  return isAll && following[0]?.type === 'list' && vocabulary.soundsLikeCriteria(words) ? underOtherWords(words, range) : undefined;
}

/** `**Acceptance Criteria**` or `*Acceptance Criteria*`: where it is directly above a list nothing else can be meant. */
function readWithoutColon(
  inline: InlineText,
  line: ParagraphLine,
  isAboveList: boolean,
  following: readonly Block[],
  vocabulary: Vocabulary,
): LabelLine | undefined {
  const { bold, start, end } = line;
  if (!bold && !isAboveList) return undefined;
  const words = collapse(bold ? inline.plain.slice(bold.start, end) : line.text);
  if (!bold && words !== collapse(inline.plain)) return undefined;
  const label = vocabulary.criteriaLabel(words);
  if (!label) return undefined;
  const range = inline.rangeOf(start, end);
  const isLabel = isAboveList && (label.inRequirement ? words === bold?.name : !label.tasksOnly && vocabulary.isExactLabel(words));
  if (isLabel) return { kind: 'label', label: { ...label, words, range } };
  return words === bold?.name && mayBeMeant(label, following) ? missesColon(words, range) : undefined;
}

/** Words like *Validation* end many a bold line, and *AC* is many a thing; without tasks below nobody meant a label. */
function mayBeMeant({ tasksOnly, inRequirement }: CriteriaLabel, following: readonly Block[]): boolean {
  return !inRequirement && (!tasksOnly || claimOf(following.slice(0, 1)) !== undefined);
}

function missesColon(words: string, range: Range): LabelLine {
  const message = say('"{0}" looks like a criteria label without its colon. Write "**{0}**:"', words);
  return { kind: 'near-miss', nearMiss: { form: 'label without a colon', range, message, missing: ':', text: words } };
}

function underOtherWords(words: string, range: Range): LabelLine {
  return { kind: 'near-miss', nearMiss: { form: 'criteria under other words', range, message: listUnder(words), text: words } };
}

/** The near-miss that a label is which is outside of all requirements and means criteria only in one. */
export function labelOutside({ words, range }: LabelReading): NearMiss {
  const message = say(
    '"{0}" is a criteria label only in a requirement: give the heading above it an ID, or write "Acceptance Criteria"',
    words,
  );
  return { form: 'label outside of requirements', range, message, text: words };
}

/** A table of which no row is a criterion: one with a column of targets, which need a switch, or another. */
export type TableUnderLabel = 'targets' | 'other';

/** The near-miss that a label is under which no criterion stands; says what would help with the table that is there. */
export function labelWithoutList({ words, range }: LabelReading, table?: TableUnderLabel): NearMiss {
  return { form: 'label without a list', range, message: messageWithoutList(words, table), text: words };
}

function messageWithoutList(words: string, table: TableUnderLabel | undefined): Message {
  switch (table) {
    case 'targets':
      return say('"{0}" has a table of targets under it: write targets: true for this document to make its rows criteria', words);
    case 'other':
      return say(
        '"{0}" has a table under it of which no column is known to hold criteria: name it "Criterion", or write AC1, AC2 … before it',
        words,
      );
    case undefined:
      return say(
        '"{0}" has no list under it: write each criterion as a list item, or as the row of a table with a column "Criterion"',
        words,
      );
  }
}
