import type { Block, Checkbox, ListItem } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
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
  const declares = sections.some((section) => texts(section.blocks).some((text) => DECLARATION.test(text.inline.plain)));
  if (!declares && !sections.some((section) => section.requirement)) return;
  for (const section of sections) {
    if (nearest(section, (at) => at.requirement !== undefined)) continue;
    for (const text of texts(section.blocks)) {
      const { inline, checkbox, line } = text;
      if (!BINDING.test(inline.plain) || DECLARATION.test(inline.plain) || source.ignores(line)) continue;
      const words = collapse(`${checkbox ? textAt(source, checkbox.range) : ''} ${inline.plain}`);
      const short = words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
      const message = say('"{0}" is binding but belongs to no requirement: give the heading above it an id', short);
      const range = inline.rangeOf(0, inline.plain.length);
      source.nearMisses.add('binding sentence', { ...range, ...(checkbox && { start: checkbox.range.start }) }, message, short);
    }
  }
}

/** The text of a paragraph or of a list item. */
interface Text {
  readonly inline: InlineText;
  readonly line: number;
  readonly checkbox?: Checkbox;
}

function texts(blocks: readonly Block[]): Text[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [{ inline: block.inline, line: block.source[0]?.line ?? 0 }];
    return block.type === 'list' ? block.items.flatMap(textsOf) : [];
  });
}

function textsOf({ blocks, checkbox }: ListItem): Text[] {
  const [first, ...others] = texts(blocks);
  return first ? [{ ...first, ...(checkbox && { checkbox }) }, ...others] : [];
}

function textAt({ lines }: Source, { start, end }: Range): string {
  return (lines[start.line] ?? '').slice(start.character, end.character);
}
