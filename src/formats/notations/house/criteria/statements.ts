import type { Attribute, Reference } from '../../../../model/facts.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText, Span } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../document/nearMiss.ts';
import { attributeOf, coversOf, type BoldLead } from '../requirements/attributes.ts';
import { readLineLead, type LineLead } from '../requirements/lineLead.ts';
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
  readonly nearMiss: NearMiss | undefined;
  /** What it is where a label governs it. */
  readonly numbered: NumberedReading | undefined;
  /** The id that leads it. */
  readonly leads: LineLead | undefined;
}

/** Lines that begin in bold; a criterion where a requirement is around or a label governs them. */
interface BoldLines extends Lines {
  readonly bold: BoldLead;
  readonly criterion: BoldCriterion | undefined;
}

/** Lines such as `**Owner**: shop`. */
interface AttributeLines extends BoldLines {
  readonly kind: 'attribute';
  readonly attribute: Attribute;
  readonly covers: readonly Reference[];
}

/** Other lines that begin in bold. */
interface OtherBoldLines extends BoldLines {
  readonly kind: 'bold';
}

interface ProseLines extends Lines {
  readonly kind: 'prose';
}

/** What one line of a paragraph says by its own words. */
export type Statement = { readonly kind: 'label'; readonly label: LabelReading } | PlainStatement;

/** A statement that is not a label. */
export type PlainStatement = AttributeLines | OtherBoldLines | ProseLines;

/**
 * What a paragraph says: `**Owner**: shop` and `**Acceptance Criteria**:` on two lines are an attribute and a label.
 *
 * @param from offset of the first line to read.
 * @param following blocks directly below the paragraph.
 */
export function readStatements(inline: InlineText, from: number, following: readonly Block[], terms: Terms): Statement[] {
  const statements: Statement[] = [];
  for (const group of groupLines(paragraphLines(inline, from)).flatMap((lines) => byLeads(lines, inline, terms))) {
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

/** Of lines that go on with one that an id leads, those that another id leads are something of their own. */
function byLeads(lines: readonly ParagraphLine[], inline: InlineText, terms: Terms): readonly (readonly ParagraphLine[])[] {
  const leads = (line: ParagraphLine): boolean => readLineLead(inline, line, line.end, terms) !== undefined;
  const [first, ...others] = withoutEmptyStart(lines);
  if (!first || others.length === 0 || !leads(first)) return [lines];
  const groups = [[first]];
  for (const line of others) {
    if (leads(line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function withoutEmptyStart(lines: readonly ParagraphLine[]): readonly ParagraphLine[] {
  const first = lines.findIndex(({ text }) => text !== '');
  return first === 0 ? lines : lines.slice(first < 0 ? lines.length : first);
}

function readLines(
  inline: InlineText,
  first: ParagraphLine,
  { end }: ParagraphLine,
  nearMiss: NearMiss | undefined,
  terms: Terms,
): PlainStatement {
  const { start, end: firstEnd, bold } = first;
  const numbered = readNumbered(inline, first, end, terms);
  const leads = readLineLead(inline, first, end, terms);
  if (!bold) return { kind: 'prose', inline, start, end, firstEnd, nearMiss, numbered, leads };
  const criterion = readBoldCriterion(inline, first, terms);
  const attribute = attributeOf(inline, bold, end);
  if (!attribute) return { kind: 'bold', inline, start, end, firstEnd, nearMiss, numbered, leads, bold, criterion };
  const covers = coversOf(attribute, inline, { start: bold.valueStart, end }, terms.ids);
  return { kind: 'attribute', inline, start, end, firstEnd, nearMiss, numbered, leads, bold, criterion, attribute, covers };
}
