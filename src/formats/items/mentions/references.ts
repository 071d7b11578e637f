import type { Reference } from '../../../model/facts.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { spanOver } from '../../carriers/markdown/inline.ts';
import { idsIn } from '../freeIds.ts';
import type { PlacedId } from '../freeIds.ts';

/** The references to items that a text holds, each on one line and none of them a link to another site. */
export function referencesOf(inline: InlineText, notation: string, from = 0, to = inline.plain.length): readonly Reference[] {
  return idsIn(inline.plain.slice(from, to)).flatMap((placed) => {
    const [start, end] = [placed.start + from, placed.end + from];
    const range = inline.rangeOf(start, end);
    if (range.start.line !== range.end.line || spanOver(inline.links, start)?.target?.startsWith('http')) return [];
    return [referenceTo(placed, inline.plain.slice(start, end), range, notation)];
  });
}

/** A reference to the item of an id, with its text and place. */
export function referenceTo(
  { id, between }: Pick<PlacedId, 'id' | 'between'>,
  text: string,
  range: Reference['range'],
  notation: string,
): Reference {
  return { text, range, id, notation, ...(between && { between }) };
}
