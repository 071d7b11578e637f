import type { Position, Range } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { lastWhere } from '../../../text/search.ts';
import { notebookCells } from './notebookCells.ts';

/** A place in a cell, as an editor shows the cell: line 0 is its first. */
export interface CellPlace {
  /** Of all cells of the notebook, counted from 0. */
  readonly cell: number;
  readonly range: Range;
}

/** A cell with the place of each of its letters in the file. */
interface PlacedCell {
  readonly text: string;
  readonly lines: LineMap;
  /** Where each letter begins in the file, and where the last one ends. */
  readonly offsets: readonly number[];
}

/**
 * Places in the cells of a notebook for places in the JSON of its file, and back: the `x` of `"print(\"x\")"` is at character 7 of its cell, whatever its
 * line and character are in the file.
 */
export class CellPlaces {
  readonly #file: LineMap;
  readonly #cells: readonly PlacedCell[];

  /** @param text of a notebook; what is none has no cells. */
  constructor(text: string) {
    this.#file = new LineMap(text);
    this.#cells = (notebookCells(text)?.cells ?? []).map(({ pieces }) => {
      const letters: string[] = [];
      const offsets: number[] = [];
      let end = -1;
      for (const { innerRange } of pieces) {
        const start = this.#offset(innerRange.start);
        end = this.#offset(innerRange.end);
        for (const { 0: letter, index } of text.slice(start, end).matchAll(/\\(?:u[0-9a-fA-F]{4}|.)|[^\\]/gs)) {
          letters.push(letter.length > 1 ? String(JSON.parse(`"${letter}"`)) : letter);
          offsets.push(start + index);
        }
      }
      const whole = letters.join('');
      return { text: whole, lines: new LineMap(whole), offsets: [...offsets, end] };
    });
  }

  /** Undefined for what is in no cell, such as an output. What begins before a cell begins with it, and what goes on behind it ends with it. */
  toCell({ start, end }: Range): CellPlace | undefined {
    const from = this.#offset(start);
    const to = this.#offset(end);
    const index = this.#cells.findIndex(({ text, offsets }) => text !== '' && to >= (offsets[0] ?? 0) && from <= (offsets.at(-1) ?? 0));
    const cell = this.#cells[index];
    if (!cell) return undefined;
    const at = (offset: number): Position =>
      cell.lines.positionAt(
        Math.max(
          0,
          lastWhere(cell.offsets.length, (letter) => (cell.offsets[letter] ?? 0) <= offset),
        ),
      );
    return { cell: index, range: { start: at(from), end: at(to) } };
  }

  /** Undefined where there is no such cell, or nothing in it. */
  toFile(cell: number, { line, character }: Position): Position | undefined {
    const { text, lines, offsets } = this.#cells[cell] ?? {};
    if (!text || !lines || !offsets) return undefined;
    const letter = Math.min(lines.startOf(line) + character, lines.endOf(line));
    return this.#file.positionAt(offsets[letter] ?? 0);
  }

  #offset({ line, character }: Position): number {
    return Math.min(this.#file.startOf(line) + character, this.#file.endOf(line));
  }
}

/** A notebook in Python with these cells, in the form of Jupyter: what an editor shows of a notebook that has not been saved. */
export function notebookOf(cells: readonly string[]): string {
  const written = cells.map((code) => ({ cell_type: 'code', source: code === '' ? [] : code.split(/(?<=\n)/) }));
  return JSON.stringify({ cells: written, metadata: { language_info: { name: 'python' } }, nbformat: 4 }, undefined, 1);
}
