import type { Attribute } from '../../../../model/facts.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { attributeOf, type BoldLead } from '../requirements/attributes.ts';
import { readLabelledLead, readLead, type Lead } from '../requirements/lead.ts';
import type { Terms } from '../requirements/terms.ts';
import { readLabelLine, type LabelLine } from './labelLines.ts';
import { firstLine } from './paragraphLines.ts';

/** What a list item says by its own words, whatever it turns out to be where it stands. */
export interface ListItemWords {
  readonly item: ListItem;
  /** `- **Acceptance Criteria**:` above a nested list, or what looks like it. */
  readonly label: LabelLine | undefined;
  /** True for given, when and then in one item. */
  readonly isScenario: boolean;
  /** The id that an item in bold begins with. */
  readonly lead: Lead | undefined;
  /** `- **FR-001**: …`, which makes the item a requirement of its own unless a heading has this id. */
  readonly defines: Lead | undefined;
  /** `- **Metric**: value`. */
  readonly attribute: Attribute | undefined;
}

const SCENARIO = /^given\b[^]*\bthen\b/i;

/** Reads the words of a list item. */
export function readListItem(item: ListItem, terms: Terms): ListItemWords {
  const { inline, below } = item;
  const { plain } = inline;
  const line = firstLine(inline);
  const { bold } = line;
  const label =
    line.end === plain.length && below.some((block) => block.type === 'list') ? readLabelLine(inline, line, below, terms) : undefined;
  const lead = bold && (readLead(inline, 0, plain.length, terms) ?? labelledIn(inline, bold, terms));
  const attribute = bold?.start === 0 && !lead ? attributeOf(inline, bold, plain.length) : undefined;
  const defines = bold && lead && isDefinition(lead, bold) && !isLinked(item, lead) ? lead : undefined;
  return { item, label, isScenario: SCENARIO.test(plain), lead, defines, attribute };
}

/** `**Requirement REQ-1**: Log in`, but not `**Requirement**: REQ-1`, which says something about another. */
function labelledIn(inline: InlineText, bold: BoldLead, terms: Terms): Lead | undefined {
  const lead = readLabelledLead(inline, 0, inline.plain.length, terms);
  return lead && lead.end <= bold.end ? lead : undefined;
}

function isDefinition({ kind, apart, start }: Lead, bold: { readonly start: number; readonly valueStart: number }): boolean {
  return apart && kind !== 'criterion' && bold.start <= start && start < bold.valueStart;
}

/** An id that is a link is defined where the link goes. */
function isLinked({ inline }: ListItem, { start, end }: Lead): boolean {
  return inline.links.some((link) => link.start <= start && link.end >= end);
}
