import type { LspRange, PlacedDecoration } from '../../server/protocol.ts';
import { linesOf } from '../../text/lines.ts';

/** What a mark shows: a status, or why there is none. */
export type MarkState = PlacedDecoration['status'];

/** A reference or definition that is marked in an editor. */
export interface Mark {
  readonly range: LspRange;
  readonly state: MarkState;
}

/** A change of a text: what was there, and what is there now. */
export interface TextChange {
  readonly range: LspRange;
  readonly text: string;
}

/**
 * Marks after changes of the text: gone on every line that was touched, moved along below. With an Enter at the end of line 3,
 * a mark on line 3 disappears and one on line 5 moves to line 6.
 */
export function afterChanges<M extends Mark>(marks: readonly M[], changes: readonly TextChange[]): readonly M[] {
  return changes.reduce((left, change) => afterChange(left, change), marks);
}

function afterChange<M extends Mark>(marks: readonly M[], { range: { start, end }, text }: TextChange): readonly M[] {
  const moved = linesOf(text).length - 1 - (end.line - start.line);
  return marks.flatMap((mark): M[] => {
    const { range } = mark;
    if (range.end.line < start.line) return [mark];
    if (range.start.line <= end.line) return [];
    return [moved === 0 ? mark : { ...mark, range: { start: down(range.start, moved), end: down(range.end, moved) } }];
  });
}

function down({ line, character }: LspRange['start'], lines: number): LspRange['start'] {
  return { line: line + lines, character };
}

/** Those of the shown marks that still have a place, whatever their state is now: the others are cleared at once. */
export function stillPlaced(shown: readonly Mark[], now: readonly Mark[]): readonly Mark[] {
  const places = new Set(now.map(placeOf));
  return shown.filter((mark) => places.has(placeOf(mark)));
}

/** True if both lists draw the same. */
export function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  const draw = (mark: Mark): string => `${placeOf(mark)} ${mark.state}`;
  return one.length === other.length && one.every((mark, index) => draw(mark) === draw(other[index] as Mark));
}

function placeOf({ range: { start, end } }: Mark): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
