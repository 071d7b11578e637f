/** Name of ReqTrace's own notation, in which everything is written that does not name another. */
export const DEFAULT_NOTATION = 'house';

/**
 * True for what is written in no notation of another tool, so that nothing but its text says what it is: an item of `docs/launch.md`, not the story of a
 * spec that a tool made.
 */
export function isPlain({ notation }: { readonly notation?: string | undefined }): boolean {
  return notation === undefined || notation === DEFAULT_NOTATION;
}

/**
 * Is among the prefixes of ids for a notation in which something is defined, `notation:kiro`: code that says something in its words has no meaning
 * before.
 */
export function notationMark(notation: string): string {
  return `notation:${notation}`;
}
