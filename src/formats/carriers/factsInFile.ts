import type { Explain } from '../../model/facts.ts';
import type { Position } from '../../model/position.ts';

/**
 * Where places of a text are in the file that it was made of: the code of a notebook that has several lines on one line, `"x = 1\ny = 2"`, as programs write them that
 * leave the format to a writer of JSON, or AsciiDoc that is read as Markdown.
 */
export interface FileLines {
  /** From the text that was made to the file. */
  toFile(position: Position): Position;
  fromFile(position: Position): Position;
  /** Where what ends there ends in the file, where that is not where the next letter begins: `REQ-1` of `<<REQ-1>>`. */
  endToFile?(position: Position): Position;
}

/** Facts read from a text that was made of a file, with the places that they have in its file. */
export function factsInFile<T>(facts: T, lines: FileLines): T {
  return placed(facts, lines) as T;
}

/** Hears notes about lines of such a text as notes about lines of its file. */
export function notesInFile(explain: Explain, lines: FileLines): Explain {
  return (note) => explain({ ...note, line: lineInFile(note.line, lines) });
}

function placed(value: unknown, lines: FileLines): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, lines));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) return lines.toFile({ line: Number(value.line), character: Number(value.character) });
  if ('start' in value && 'end' in value && lines.endToFile && isPlace(value.start) && isPlace(value.end)) {
    const { start, end } = value;
    const isEmpty = start.line === end.line && start.character === end.character;
    const rest = Object.entries(value).map(([name, one]) => [name, placed(one, lines)] as const);
    return { ...Object.fromEntries(rest), start: lines.toFile(start), end: isEmpty ? lines.toFile(start) : lines.endToFile(end) };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'lastLine' ? lineInFile(Number(one), lines) : placed(one, lines)]),
  );
}

function lineInFile(line: number, lines: FileLines): number {
  return lines.toFile({ line, character: 0 }).line;
}

function isPlace(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
