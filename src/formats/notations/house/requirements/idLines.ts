import type { Range } from '../../../../model/position.ts';
import type { Block, ListBlock } from '../../../carriers/markdown/blocks.ts';
import type { GivenAnchor } from '../../../carriers/markdown/givenAnchor.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { paragraphLines } from '../criteria/paragraphLines.ts';
import type { Source } from '../document/source.ts';
import { boldLeadAt } from './attributes.ts';
import { wholeTitle, type HeadingReading, type RequirementHeading } from './headings.ts';
import { say } from '../../../../model/message.ts';

/** An id that a section says of itself below its heading. */
export interface IdLine {
  readonly id: string;
  readonly range: Range;
  /** The list in which it is written; its other items are attributes. */
  readonly list?: ListBlock;
}

const NAME = /^(?:(?:requirement|req|story|feature|document)\s+)?id$/i;

/**
 * The id below a heading: a `**ID**: SWREQ-1` line or item, or, as OpenFastTrace writes them, an id of the project's own
 * patterns alone on a line.
 */
export function findIdLine(blocks: readonly Block[], source: Source): IdLine | undefined {
  for (const block of blocks) {
    const found = idLineOf(block, source);
    if (found) return found;
  }
  return undefined;
}

/** True for a heading that gets its id from a line below it, if there is one: it has none of its own. */
export function wantsIdLine(reading: HeadingReading): boolean {
  return reading.kind === 'plain' || (reading.kind === 'requirement' && reading.id === undefined);
}

/** A heading with the id that is below it. */
export function withIdLine(reading: HeadingReading, heading: { readonly end: number }, { id, range }: IdLine): RequirementHeading {
  const title = reading.kind === 'requirement' ? reading.title : wholeTitle(heading);
  return { kind: 'requirement', id, idRange: range, title, why: say('Heading with the ID line "{0}" below it', id) };
}

/** The id that an anchor gives a heading: `<a id="REQ-1"></a>`, `{: #REQ-1 }` below it. */
export function anchorId(given: readonly GivenAnchor[], { terms: { ids } }: Source): IdLine | undefined {
  const anchor = given.find(({ name }) => ids.isId(name));
  return anchor && { id: anchor.name, range: anchor.range };
}

function idLineOf(block: Block, source: Source): IdLine | undefined {
  if (source.ignores(block.first)) return undefined;
  if (block.type === 'paragraph') return idIn(block.inline, 0, source);
  if (block.type !== 'list') return undefined;
  for (const { blocks, checkbox, inline } of block.items) {
    const found = blocks[0]?.type === 'paragraph' && idIn(inline, checkbox ? endOfFirstLine(inline) : 0, source);
    if (found) return { ...found, list: block };
  }
  return undefined;
}

function idIn(inline: InlineText, from: number, { context, terms: { ids } }: Source): IdLine | undefined {
  // Nearly every paragraph is told by this alone.
  if (context.configuration.ids.length === 0 && !/id/i.test(inline.plain)) return undefined;
  for (const line of paragraphLines(inline, from)) {
    if (ids.isCustom(line.text)) return idAt(inline, line.text, inline.plain.indexOf(line.text, line.start));
    const bold = boldLeadAt(inline, line.start);
    if (!bold?.colon || !NAME.test(bold.name)) continue;
    const value = inline.plain.slice(bold.valueStart, line.end);
    const id = value.trim();
    if (ids.isId(id)) return idAt(inline, id, bold.valueStart + value.indexOf(id));
  }
  return undefined;
}

function idAt(inline: InlineText, id: string, start: number): IdLine {
  return { id, range: inline.rangeOf(start, start + id.length) };
}

/** A task says what is to be done; only the lines below its first can say what the id is. */
function endOfFirstLine({ plain }: InlineText): number {
  const end = plain.indexOf('\n');
  return end < 0 ? plain.length : end + 1;
}
