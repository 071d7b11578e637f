import { collapse } from '../../../../text/lines.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import type { InlineText, Span } from '../../../carriers/markdown/inline.ts';
import { criterionWords } from '../criteria/criterionWords.ts';
import { paragraphLines, startsSomething } from '../criteria/paragraphLines.ts';
import { readStatements, type Statement } from '../criteria/statements.ts';
import type { FoundRequirement } from '../document/found.ts';
import type { Lead } from './lead.ts';
import { isExemptMark, markAttribute } from './marks.ts';
import type { Terms } from './terms.ts';

/** Level of a requirement that is a list item, below those of all headings. */
export const ITEM_LEVEL = 7;

/** A list item as a requirement, and what its first paragraph says behind the title. */
export interface ItemRequirement {
  readonly found: FoundRequirement;
  readonly statements: readonly Statement[];
}

/** `- **FR-001**: …` without a label, or `* **Integration Point 2.1: …**`. A title in bold ends with it; else it is the text behind the id. */
export function readItemRequirement(item: ListItem, lead: Lead, terms: Terms): ItemRequirement {
  const { inline, first, last, column } = item;
  const { found, textStart } = readLineRequirement(inline, { start: 0, end: inline.plain.length }, lead, { first, last, column }, terms);
  return { found, statements: readStatements(inline, textStart, item.below, terms) };
}

/**
 * The requirement that a list item, or a line of a paragraph, is: `**FR-001**: …`.
 *
 * @param span the line with those that go on with it.
 * @returns the requirement, and where the text goes on behind its title.
 */
export function readLineRequirement(
  inline: InlineText,
  { start: from, end }: Span,
  lead: Lead,
  extent: Pick<FoundRequirement, 'first' | 'last' | 'column'>,
  terms: Terms,
): { readonly found: FoundRequirement; readonly textStart: number } {
  const [line, ...others] = paragraphLines(inline, from).filter((each) => each.start <= end);
  const boldEnd = line?.bold?.end ?? 0;
  const next = others.find(startsSomething);
  const textEnd = next ? next.start - 1 : end;
  const titleEnd = boldEnd > lead.titleStart ? boldEnd : textEnd;
  const words = criterionWords(inline, terms, from, titleEnd);
  const start = Math.max(lead.titleStart, words.text.start);
  const title = collapse(inline.plain.slice(start, Math.max(start, words.text.end)));
  const colon = /^[ \t]*:[ \t]*/.exec(inline.plain.slice(titleEnd, titleEnd + 20))?.[0].length ?? 0;
  return {
    found: {
      localId: lead.id,
      implicit: false,
      declared: true,
      idRange: inline.rangeOf(lead.start, lead.end),
      title: title === '' ? lead.id : title,
      nameRange: inline.rangeOf(lead.start, Math.min(titleEnd, line?.end ?? titleEnd)),
      level: ITEM_LEVEL,
      exempt: words.exempt || lead.marks.some(isExemptMark),
      marks: words.marks.map((mark) => markAttribute(mark, inline)),
      ...extent,
    },
    textStart: Math.min(end, titleEnd + colon),
  };
}
