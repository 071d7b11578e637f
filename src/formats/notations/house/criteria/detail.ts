import type { Attribute } from '../../../../model/facts.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { claimOf, piecesOf } from '../../../carriers/markdown/prose.ts';
import { attributeOf, boldLeadAt } from '../requirements/attributes.ts';
import { readLead } from '../requirements/lead.ts';
import type { Terms } from '../requirements/terms.ts';

/** What is below a criterion and belongs to it. */
export interface Detail {
  /** Texts without markup, as they count for the pin of the criterion. */
  readonly texts: readonly string[];
  /** `- **Name**: value` items. */
  readonly attributes: readonly Attribute[];
  /** What the tasks say: true if all are done, false if some are not, absent if there is none. */
  readonly claimed?: boolean;
}

/** What a criterion has below which nothing stands. */
export const NO_DETAIL: Detail = { texts: [], attributes: [] };

/** The blocks below a criterion as its detail. */
export function readDetail(blocks: readonly Block[], terms: Terms): Detail {
  const texts: string[] = [];
  const attributes: Attribute[] = [];
  for (const { text, item } of piecesOf(blocks)) {
    const attribute = item && wholeAttribute(item, terms);
    if (attribute) attributes.push(attribute);
    else texts.push(text);
  }
  const claimed = claimOf(blocks);
  return { texts, attributes, ...(claimed !== undefined && { claimed }) };
}

/** `**Metric**: value` as the whole of an item; an id before the colon is not a name. */
function wholeAttribute(inline: InlineText, terms: Terms): Attribute | undefined {
  const bold = boldLeadAt(inline, 0);
  if (!bold || readLead(inline, 0, inline.plain.length, terms)) return undefined;
  return attributeOf(inline, bold, inline.plain.length);
}
