import type { Attribute, Reference } from '../../../../model/facts.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText, Span } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../assembly/nearMisses.ts';
import { attributeOf, coversOf, type BoldLead } from '../requirements/attributes.ts';
import type { Terms } from '../requirements/terms.ts';
import { readBoldCriterion, type BoldCriterion } from './boldCriterion.ts';
import { readLabelLine, type LabelReading } from './labelLines.ts';
import { readNumbered, type NumberedReading } from './numbered.ts';
import { groupLines, paragraphLines, type ParagraphLine } from './paragraphLines.ts';

/** A line of a paragraph that says something, with those that go on with it. */
interface Lines extends Span {
  readonly inline: InlineText;
  /** Where its first line ends. */
  readonly firstEnd: number;
  /** Where the line looks like a label. */
  readonly nearMiss?: NearMiss;
  /** What it is where a label governs it. */
  readonly numbered?: NumberedReading;
}

/** Lines that begin in bold; a criterion where a requirement is around or a label governs them. */
interface BoldLines extends Lines {
  readonly bold: BoldLead;
  readonly criterion?: BoldCriterion;
}

/** What one line of a paragraph says by its own words. */
export type Statement =
  | { readonly kind: 'label'; readonly label: LabelReading }
  | ({ readonly kind: 'attribute'; readonly attribute: Attribute; readonly covers: readonly Reference[] } & BoldLines)
  | ({ readonly kind: 'bold' } & BoldLines)
  | ({ readonly kind: 'prose' } & Lines);

/** A statement that is no label. */
export type PlainStatement = Exclude<Statement, { kind: 'label' }>;

/**
 * What a paragraph says: `**Owner**: shop` and `**Acceptance Criteria**:` on two lines are an attribute and a label.
 *
 * @param from offset of the first line to read.
 * @param following blocks directly below the paragraph.
 */
export function readStatements(inline: InlineText, from: number, following: readonly Block[], terms: Terms): Statement[] {
  const statements: Statement[] = [];
  for (const group of groupLines(paragraphLines(inline, from))) {
    const [first, ...others] = withoutEmptyStart(group);
    if (!first) continue;
    const label = readLabelLine(inline, first, following, terms);
    if (label?.kind !== 'label') {
      statements.push(readLines(inline, first, others.at(-1) ?? first, label?.nearMiss, terms));
      continue;
    }
    statements.push(label);
    // A label is one line; what goes on below it is prose.
    const [next, ...rest] = withoutEmptyStart(others);
    if (next) statements.push(readLines(inline, next, rest.at(-1) ?? next, undefined, terms));
  }
  return statements;
}

function withoutEmptyStart(lines: readonly ParagraphLine[]): readonly ParagraphLine[] {
  const first = lines.findIndex(({ text }) => text !== '');
  return first < 0 ? [] : lines.slice(first);
}

function readLines(
  inline: InlineText,
  first: ParagraphLine,
  { end }: ParagraphLine,
  nearMiss: NearMiss | undefined,
  terms: Terms,
): PlainStatement {
  const { start, bold } = first;
  const numbered = readNumbered(inline, first, end, terms);
  const lines: Lines = { inline, start, end, firstEnd: first.end, ...(nearMiss && { nearMiss }), ...(numbered && { numbered }) };
  if (!bold) return { kind: 'prose', ...lines };
  const criterion = readBoldCriterion(inline, first, terms);
  const boldLines: BoldLines = { ...lines, bold, ...(criterion && { criterion }) };
  const attribute = attributeOf(inline, bold, end);
  if (!attribute) return { kind: 'bold', ...boldLines };
  return { kind: 'attribute', ...boldLines, attribute, covers: coversOf(attribute, inline, { start: bold.valueStart, end }, terms.ids) };
}
