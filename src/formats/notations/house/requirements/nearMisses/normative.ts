import { say } from '../../../../../model/message.ts';
import type { Range } from '../../../../../model/position.ts';
import { collapse } from '../../../../../text/lines.ts';
import type { Block, Checkbox, ListItem } from '../../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../../carriers/markdown/inline.ts';
import { blocksOf } from '../../document/blockReading.ts';
import type { FoundRequirement } from '../../document/found.ts';
import type { NearMiss } from '../../document/nearMiss.ts';
import type { Section } from '../../document/outline.ts';
import type { Owners } from '../../document/owners.ts';
import type { Source } from '../../document/source.ts';

/** The keywords of RFC 2119 that make a sentence binding; the milder ones would only make noise. */
const BINDING = /\b(?:MUST|SHALL)\b/;
/** The paragraph that declares those keywords binds nobody. */
const DECLARATION = /\b(?:RFC|BCP)\s*(?:2119|8174|14)\b/;
const MAX_WORDS = 60;

/** The text of a paragraph or of a list item. */
interface Text {
  readonly inline: InlineText;
  readonly line: number;
  readonly checkbox?: Checkbox;
  readonly section: Section;
  /** The list items that it is in, the outermost first. */
  readonly items: readonly ListItem[];
}

/**
 * Binding sentences that are outside every requirement, in a document that defines requirements or declares its keywords
 * to be those of RFC 2119.
 */
export function bindingSentences(sections: readonly Section[], owners: Owners, source: Source): readonly NearMiss[] {
  if (!source.lines.some((line) => BINDING.test(line))) return [];
  const texts = sections.flatMap((section) => textsIn(blocksOf(section.blocks), { section, items: [] }));
  const declares = texts.some(({ inline }) => DECLARATION.test(inline.plain));
  if (!declares && !sections.some((section) => owners.around(section))) return [];
  return texts.filter((text) => isBinding(text, source) && !ownerOf(text, owners)).map((text) => nearMiss(text, source));
}

/** The requirement that a text belongs to: the section's, that of a list item around it, or that of a line above. */
function ownerOf({ section, items, line }: Text, owners: Owners): FoundRequirement | undefined {
  return owners.around(section) ?? items.map((item) => owners.ofItem(item)).find((owner) => owner !== undefined) ?? owners.ofLine(line);
}

function isBinding({ inline, line }: Text, source: Source): boolean {
  return BINDING.test(inline.plain) && !DECLARATION.test(inline.plain) && !source.ignores(line);
}

function nearMiss({ inline, checkbox }: Text, source: Source): NearMiss {
  const words = collapse(`${checkbox ? textAt(source, checkbox.range) : ''} ${inline.plain}`);
  const text = words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
  const range = { ...inline.rangeOf(0, inline.plain.length), ...(checkbox && { start: checkbox.range.start }) };
  const message = say('"{0}" is binding but belongs to no requirement: give the heading above it an ID', text);
  return { form: 'binding sentence', range, message, text };
}

function textsIn(blocks: readonly Block[], place: Pick<Text, 'section' | 'items'>): readonly Text[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [{ inline: block.inline, line: block.source[0]?.line ?? 0, ...place }];
    return block.type === 'list' ? block.items.flatMap((item) => textsOf(item, { ...place, items: [...place.items, item] })) : [];
  });
}

function textsOf({ blocks, checkbox }: ListItem, place: Pick<Text, 'section' | 'items'>): readonly Text[] {
  const [first, ...others] = textsIn(blocks, place);
  return first ? [{ ...first, ...(checkbox && { checkbox }) }, ...others] : [];
}

function textAt({ lines }: Source, { start, end }: Range): string {
  return (lines[start.line] ?? '').slice(start.character, end.character);
}
