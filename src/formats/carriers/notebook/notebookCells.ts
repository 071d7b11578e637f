import type { JsonPlace } from '../json/jsonPlaces.ts';
import { parseJson } from '../json/jsonPlaces.ts';

/** A notebook of Jupyter in version 4 of its format, taken apart. */
export interface NotebookCells {
  /** Of its kernel, in lower case: `python`, `r`. */
  readonly language: string;
  readonly cells: readonly NotebookCell[];
}

/** A cell of a notebook. */
export interface NotebookCell {
  readonly isCode: boolean;
  /** Its text, in one or several pieces: `source` may be a string or a list of strings, and what they are together is the text. */
  readonly pieces: readonly JsonPlace[];
}

/** Undefined for other texts, for notebooks of a format before 4, and for those of more than 4 million characters. */
export function notebookCells(text: string): NotebookCells | undefined {
  const root = parseJson(text);
  const cells = root?.entry('cells')?.items();
  if (!root || !cells || !(Number(root.entry('nbformat')?.string) >= 4)) return undefined;
  const metadata = root.entry('metadata');
  const named = metadata?.entry('language_info')?.entry('name') ?? metadata?.entry('kernelspec')?.entry('language');
  return {
    language: (named?.string ?? 'python').toLowerCase(),
    cells: cells.map((cell) => ({ isCode: cell.entry('cell_type')?.string === 'code', pieces: piecesOf(cell.entry('source')) })),
  };
}

function piecesOf(source: JsonPlace | undefined): readonly JsonPlace[] {
  if (!source) return [];
  const pieces = source.string === undefined ? source.items() : [source];
  return pieces.filter(({ string }) => string !== undefined);
}
