import { say } from '../../../../../model/message.ts';
import { collapse } from '../../../../../text/lines.ts';
import type { InlineText, Span } from '../../../../carriers/markdown/inline.ts';
import type { ListItemWords } from '../../criteria/listItems.ts';
import type { NearMiss } from '../../document/nearMiss.ts';
import { readLead } from '../lead.ts';
import type { Terms } from '../terms.ts';

/** The ids that the document is known to define so far. */
export type KnownIds = Pick<ReadonlySet<string>, 'has'>;

// @implements RT-1.2~a28795
/**
 * `**REQ-1**: …` in a list item or below a criteria label, where only list items count, or a criterion's label outside every requirement.
 *
 * @param what only labels of criteria where an id would define.
 */
export function boldIdInParagraph(
  inline: InlineText,
  { start, end }: Span,
  what: 'criterion' | 'any',
  known: KnownIds,
  terms: Terms,
): NearMiss | undefined {
  const lead = readLead(inline, start, end, terms);
  if (!lead?.apart || known.has(lead.id) || (what === 'criterion' && lead.kind !== 'criterion')) return undefined;
  const message =
    lead.kind === 'criterion'
      ? say('"{0}" belongs to no requirement: give a heading above it an ID', lead.id)
      : say('"{0}" defines nothing here, inside a list item or below a criteria label: make it a heading or a list item', lead.id);
  return { form: `bold ${lead.kind} in a paragraph`, range: inline.rangeOf(lead.start, lead.end), message, text: lead.id };
}

/** A list item below a criterion with a bold id of its own: it is detail anyway. */
export function idBelowCriterion({ item, lead }: ListItemWords): NearMiss | undefined {
  if (!lead?.apart || lead.kind === 'label') return undefined;
  const message = say('"{0}" is nested under another criterion. Outdent it to make it a criterion', lead.id);
  return { form: 'id below a criterion', range: item.inline.rangeOf(lead.start, lead.end), message, text: lead.id };
}

/** A scenario, or a heading with a criterion's label, that no requirement is around. */
export function criterionWithoutRequirement(inline: InlineText): NearMiss {
  const name = collapse(inline.plain);
  const message = say('"{0}" belongs to no requirement: give a heading above it an ID', name);
  return { form: 'criterion without a requirement', range: inline.rangeOf(0, inline.plain.length), message, text: name };
}
