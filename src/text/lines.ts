import type { Position, Range } from '../model/position.ts';

/** A stretch of one line of a file: what a block, an item or a table cell has on it. */
export interface SourceLine {
  readonly line: number;
  /** UTF-16 column at which `text` begins. */
  readonly column: number;
  readonly text: string;
}

/** A text without the byte order mark that it may begin with, which is not a column: `\uFEFFa` is `a`. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The lines of a text without their ends, which are LF, CRLF or a lone CR: `linesOf('a\r\nb')` is `['a', 'b']`. */
export function linesOf(text: string): string[] {
  // A pattern takes several times as long as a character.
  return text.split(text.includes('\r') ? /\r\n|\n|\r/u : '\n');
}

/** The lines of a text that may be very long, one after the other and each with its end, and behind the last one an empty one. */
export function* eachLine(text: string): Iterable<string> {
  for (const { 0: line } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/gu)) yield line;
}

/** How the lines of a text end, as its first one does: `lineEndOf('a\r\nb')` is `\r\n`; LF where there is only one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

/**
 * The lines of a document, as `linesOf` gives them. A byte order mark is taken off and does not
 * count as a column, since editors do not show it either: `splitLines('\uFEFFa\r\nb')` is `['a', 'b']`. As CommonMark
 * says (section 2.3), U+0000 is U+FFFD.
 */
export function splitLines(text: string): string[] {
  return linesOf(withoutByteOrderMark(text).replaceAll('\0', '\uFFFD'));
}

/** From the first column of one line to the last of another, both included; trailing white space is left out. */
export function rangeOfLines(lines: readonly string[], first: number, last: number, column = 0): Range {
  const start: Position = { line: first, character: column };
  return { start, end: { line: last, character: (lines[last] ?? '').trimEnd().length } };
}

/** White space collapsed to single spaces, in NFC, as pins and texts are compared. */
export function collapse(text: string): string {
  if (isCollapsed(text)) return text.trim();
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** True if only white space at the ends can be collapsed. Most texts are like that, and this check takes a fraction of the time. */
export function isCollapsed(text: string): boolean {
  return !/[^!-~ ]|  /u.test(text);
}
