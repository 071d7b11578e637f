import type { Explain } from '../../../model/facts.ts';
import type { NotebookLines } from './notebookCode.ts';

/** Facts read from the code of a notebook, with the places that they have in its file. */
export function factsInFile<T>(facts: T, lines: NotebookLines): T {
  return placed(facts, lines) as T;
}

/** Hears notes about lines of the code of a notebook as notes about lines of its file. */
export function notesInFile(explain: Explain, lines: NotebookLines): Explain {
  return (note) => explain({ ...note, line: lineInFile(note.line, lines) });
}

function placed(value: unknown, lines: NotebookLines): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, lines));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) return lines.toFile({ line: Number(value.line), character: Number(value.character) });
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'lastLine' ? lineInFile(Number(one), lines) : placed(one, lines)]),
  );
}

function lineInFile(line: number, lines: NotebookLines): number {
  return lines.toFile({ line, character: 0 }).line;
}
