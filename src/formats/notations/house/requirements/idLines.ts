import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { boldLeadAt } from './attributes.ts';
import type { HeadingReading } from './headings.ts';
import type { Section } from '../document/outline.ts';
import { paragraphLines } from '../criteria/paragraphLines.ts';
import type { Source } from '../document/source.ts';

/** An id that a section says of itself below its heading. */
interface IdLine {
  readonly id: string;
  readonly inline: InlineText;
  readonly start: number;
}

const NAME = /^(?:(?:requirement|req|story|feature|document)\s+)?id$/i;

/**
 * Gives a heading the id that stands below it, if it has none of its own: a `**ID**: SWREQ-1` line or item, or, as
 * OpenFastTrace writes them, an id of the project's own patterns alone on a line.
 */
export function readIdLine(section: Section, source: Source): void {
  if (
    !section.heading ||
    (section.reading.kind !== 'plain' && !(section.reading.kind === 'requirement' && section.reading.id === undefined))
  )
    return;
  for (const block of section.blocks) {
    const found = idLineOf(block, source);
    if (!found) continue;
    const { inline } = section.heading;
    const title =
      section.reading.kind === 'requirement' ? section.reading.title : { start: 0, end: inline.plain.length, marks: [], exempt: false };
    const reading: HeadingReading = { kind: 'requirement', id: found.id, title, why: `Heading with the id line "${found.id}" below it` };
    section.reading = reading;
    if (block.type === 'list') section.idList = block;
    section.idRange = found.inline.rangeOf(found.start, found.start + found.id.length);
    source.notes.add(section.idRange.start.line, 'attribute', `Id of the heading above: ${found.id}`);
    return;
  }
}

function idLineOf(block: Block, source: Source): IdLine | undefined {
  if (source.ignores(block.first)) return undefined;
  if (block.type === 'paragraph') return idIn(block.inline, 0, source);
  if (block.type !== 'list') return undefined;
  for (const item of block.items) {
    const [first] = item.blocks;
    const found = first?.type === 'paragraph' ? idIn(item.inline, item.checkbox ? endOfFirstLine(item.inline) : 0, source) : undefined;
    if (found) return found;
  }
  return undefined;
}

function idIn(inline: InlineText, from: number, source: Source): IdLine | undefined {
  // Nearly every paragraph is told by this alone.
  if (source.context.configuration.ids.length === 0 && !/id/i.test(inline.plain)) return undefined;
  for (const line of paragraphLines(inline, from)) {
    if (source.context.ids.isCustom(line.text)) return { id: line.text, inline, start: inline.plain.indexOf(line.text, line.start) };
    const bold = boldLeadAt(inline, line.start);
    if (!bold?.colon || !NAME.test(bold.name)) continue;
    const value = inline.plain.slice(bold.valueStart, line.end);
    const id = value.trim();
    if (source.context.ids.isId(id)) return { id, inline, start: bold.valueStart + value.indexOf(id) };
  }
  return undefined;
}

/** A task says what is to be done; only the lines below its first can say what the id is. */
function endOfFirstLine({ plain }: InlineText): number {
  const end = plain.indexOf('\n');
  return end < 0 ? plain.length : end + 1;
}
