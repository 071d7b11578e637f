/**
 * A place in a text, as in the Language Server Protocol: both numbers start at 0,
 * `character` counts UTF-16 code units. The second character of the third line is
 * `{ line: 2, character: 1 }`.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text from `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Path of a file relative to the root of the workspace folder, with forward slashes and no
 * leading slash, on every operating system: `docs/launch.md`.
 */
export type FilePath = string;

/** A range in a file. */
export interface Location {
  readonly path: FilePath;
  readonly range: Range;
}

/** `rangeAt(2, 4, 9)` is columns 4 to 9 of the third line. */
export function rangeAt(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The beginning of a file: the place of findings about the whole file. */
export const FILE_START: Range = rangeAt(0, 0, 0);

/** Negative if `a` comes first in the text, positive if `b` does, 0 if they are one place. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** In the order of the text, by where each begins: `references.sort(byStart)`. */
export function byStart(a: { readonly range: Range }, b: { readonly range: Range }): number {
  return comparePositions(a.range.start, b.range.start);
}

/** True if the position lies in the range; the end counts, since a cursor behind a word still means the word. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** The line on which a range starts as people and other programs count, from 1: `lineOf(rangeAt(2, 4, 9))` is 3. */
export function lineOf({ start }: Range): number {
  return start.line + 1;
}

/** A place as a key, so that places can be looked up: `2:1` for the second character of the third line. */
export function placeKey({ line, character }: Position): string {
  return `${line}:${character}`;
}
