import type { Block } from '../../../carriers/markdown/blocks.ts';
import { collapse, type SourceLine } from '../../../../text/lines.ts';
import { say } from '../../../../model/message.ts';
import { hasOtherNotation } from './foreignForms.ts';
import { nearest, type Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';

/** The keywords of RFC 2119 that make a sentence binding; the milder ones would only make noise. */
const BINDING = /\b(?:MUST|SHALL)\b/;
/** The paragraph that declares those keywords binds nobody. */
const DECLARATION = /\b(?:RFC|BCP)\s*(?:2119|8174|14)\b/;
const MAX_WORDS = 60;

/**
 * Reports binding sentences that stand outside every requirement, in a document that defines requirements or declares
 * its keywords to be those of RFC 2119. Where another notation was found already, that says more.
 */
export function reportNormative(sections: readonly Section[], source: Source): void {
  if (!source.lines.some((line) => BINDING.test(line)) || hasOtherNotation(source)) return;
  const declares = sections.some((section) => texts(section.blocks).some((text) => DECLARATION.test(source.inline(text).plain)));
  if (!declares && !sections.some((section) => section.requirement)) return;
  for (const section of sections) {
    if (nearest(section, (at) => at.requirement !== undefined)) continue;
    for (const text of texts(section.blocks)) {
      const inline = source.inline(text);
      if (!BINDING.test(inline.plain) || DECLARATION.test(inline.plain) || source.ignores(text[0]?.line ?? 0)) continue;
      const words = collapse(inline.plain);
      const short = words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
      const message = say('"{0}" is binding but belongs to no requirement: give the heading above it an id', short);
      source.nearMisses.add('binding sentence', inline.rangeOf(0, inline.plain.length), message, short);
    }
  }
}

function texts(blocks: readonly Block[]): (readonly SourceLine[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.source];
    return block.type === 'list' ? block.items.flatMap((item) => texts(item.blocks)) : [];
  });
}
