import { say } from '../../../../../model/message.ts';
import { collapse } from '../../../../../text/lines.ts';
import type { QuoteBlock } from '../../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../../carriers/markdown/inline.ts';
import { paragraphLines, type ParagraphLine } from '../../criteria/paragraphLines.ts';
import type { NearMiss } from '../../document/nearMiss.ts';
import type { Source } from '../../document/source.ts';
import { foreignForm } from './foreignForms.ts';
import { readLead } from '../lead.ts';
import { readLineLead, type LineLead } from '../lineLead.ts';
import type { Terms } from '../terms.ts';

/** A line of a quotation that an id leads in a sure form, `> **AA-38**: text`. */
export interface QuotedLine {
  readonly inline: InlineText;
  readonly line: ParagraphLine;
  readonly leads: LineLead;
}

/** The lines of a quotation that may define, outside of lists and headings. */
export function quotedLines(quote: QuoteBlock, { terms }: Source): readonly QuotedLine[] {
  return quote.blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    const { inline } = block;
    return paragraphLines(inline).flatMap((line) => {
      const leads = quotedLead(inline, line, terms);
      return leads ? [{ inline, line, leads }] : [];
    });
  });
}

function quotedLead(inline: InlineText, line: ParagraphLine, terms: Terms): LineLead | undefined {
  const leads = readLineLead(inline, line, line.end, terms);
  return leads && !leads.fault && leads.form !== 'plain' && leads.lead.separated ? leads : undefined;
}

/** What looks like a definition in a quotation, where only lines with an id define: `> **Acceptance Criteria**:` above a list, `> ## REQ-1: …`. */
export function quotedDefinitions(quote: QuoteBlock, source: Source): readonly NearMiss[] {
  return quote.blocks.flatMap((block, at) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return [];
    const { inline } = block;
    const mayDefine = block.type === 'heading' || quote.blocks[at + 1]?.type === 'list';
    return paragraphLines(inline).flatMap((line) => [
      ...some(foreignForm({ inline, from: line.start, to: line.end, place: 'quote' }, source)),
      ...some(
        mayDefine && !(block.type === 'paragraph' && quotedLead(inline, line, source.terms))
          ? quotedDefinition(inline, line, source.terms)
          : undefined,
      ),
    ]);
  });
}

function quotedDefinition(inline: InlineText, { start, end, text }: ParagraphLine, terms: Terms): NearMiss | undefined {
  const lead = readLead(inline, start, end, terms);
  if (!lead?.apart && !terms.vocabulary.criteriaLabel(text)) return undefined;
  const words = collapse(text);
  const message = say('"{0}" is inside a block quote, so it is ignored. Move it out', words);
  return { form: 'definition in a quotation', range: inline.rangeOf(start, end), message, text: words };
}

function some(nearMiss: NearMiss | undefined): readonly NearMiss[] {
  return nearMiss ? [nearMiss] : [];
}
