import { say } from '../../../../model/message.ts';
import { collapse } from '../../../../text/lines.ts';
import type { QuoteBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { paragraphLines, type ParagraphLine } from '../criteria/paragraphLines.ts';
import type { NearMiss } from '../assembly/nearMisses.ts';
import type { Source } from '../document/source.ts';
import { foreignForm } from './foreignForms.ts';
import { readLead } from './lead.ts';
import type { Terms } from './terms.ts';

/** What looks like a definition in a quotation, which defines nothing: `> **REQ-1**: …` above a list. */
export function quotedDefinitions(quote: QuoteBlock, source: Source): readonly NearMiss[] {
  return quote.blocks.flatMap((block, at) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return [];
    const { inline } = block;
    const mayDefine = block.type === 'heading' || quote.blocks[at + 1]?.type === 'list';
    return paragraphLines(inline).flatMap((line) => [
      ...some(foreignForm({ inline, from: line.start, to: line.end, place: 'quote' }, source)),
      ...some(mayDefine ? quotedDefinition(inline, line, source.terms) : undefined),
    ]);
  });
}

function quotedDefinition(inline: InlineText, { start, end, text }: ParagraphLine, terms: Terms): NearMiss | undefined {
  const lead = readLead(inline, start, end, terms);
  if (!lead?.apart && !terms.vocabulary.criteriaLabel(text)) return undefined;
  const words = collapse(text);
  const message = say('"{0}" stands in a quotation, which defines nothing: take it out of the quotation', words);
  return { form: 'definition in a quotation', range: inline.rangeOf(start, end), message, text: words };
}

function some(nearMiss: NearMiss | undefined): readonly NearMiss[] {
  return nearMiss ? [nearMiss] : [];
}
