import type { Attribute } from '../../../../model/facts.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import { attributeOf } from '../requirements/attributes.ts';
import { readLead, type Lead } from '../requirements/lead.ts';
import { readLineLead, type LineLead } from '../requirements/lineLead.ts';
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
  /** `- **FR-001**: …`, which may make the item a requirement of its own. */
  readonly leads: LineLead | undefined;
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
  const leads = readLineLead(inline, line, plain.length, terms);
  const lead = bold && (readLead(inline, 0, plain.length, terms) ?? (leads?.fault === undefined ? leads?.lead : undefined));
  const attribute = bold?.start === 0 && !lead ? attributeOf(inline, bold, plain.length) : undefined;
  // A task says what is to be done about an id, unless it is written as a definition is.
  const counts = !item.checkbox || bold !== undefined;
  return { item, label, isScenario: SCENARIO.test(plain), lead, leads: counts ? leads : undefined, attribute };
}
