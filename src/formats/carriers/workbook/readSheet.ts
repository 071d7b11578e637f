import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { readXml } from '../xml/xml.ts';
import type { XmlElement, XmlHandler } from '../xml/xml.ts';
import { numberText } from './numberFormats.ts';
import type { NumberFormats } from './numberFormats.ts';
import { cellAt } from './workbook.ts';
import type { Sheet } from './workbook.ts';

/** What all sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
}

/** What stands for the cells below the first of a merged area, as in a list by hand. */
export const DITTO = '〃';

/** Merged areas do not overlap, so that no honest sheet has more cells in them than rows and columns. */
const MOST_MERGED = 2_000_000;

/** A sheet, or why it cannot be read. */
export type SheetReading = Omit<Sheet, 'name' | 'isHidden'> | { readonly refused: Message };

/** Reads the XML of a sheet: `readSheet('<worksheet>…', shared)`. */
export function readSheet(text: string, shared: Shared): SheetReading {
  const reader = new Reader(shared);
  const [loss] = readXml(text, reader);
  if (loss) return { refused: loss.reason };
  const { rows, hiddenRows, hiddenColumns } = reader;
  if (!reader.fillMerged()) return { refused: say('its merged cells overlap') };
  return { rows, hiddenRows, hiddenColumns };
}

class Reader implements XmlHandler {
  readonly rows = new Map<number, Map<number, string>>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #shared: Shared;
  readonly #merged: string[] = [];
  #row = 0;
  #column = 0;
  #cell: { readonly type: string; readonly style: number } | undefined;
  #value: string | undefined;
  #formula: string | undefined;
  #inline: string[] = [];
  #pieces: string[] | undefined;
  /** In phonetic hints, which repeat what is written. */
  #isHint = false;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  open({ name, attributes }: XmlElement): void {
    if (name === 'row') {
      this.#row = cellAt(`A${attributes['r'] ?? ''}`)?.[1] ?? this.#row + 1;
      this.#column = 0;
      if (isTrue(attributes['hidden'])) this.hiddenRows.add(this.#row);
    } else if (name === 'c') this.#begin(attributes);
    else if (name === 'rPh') this.#isHint = true;
    else if (this.#cell && !this.#isHint && (name === 'v' || name === 'f' || name === 't')) this.#pieces = [];
    else if (name === 'mergeCell') this.#merged.push(attributes['ref'] ?? '');
    else if (name === 'col' && isTrue(attributes['hidden'])) this.#hide(Number(attributes['min']), Number(attributes['max']));
  }

  text(text: string): void {
    this.#pieces?.push(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.#isHint = false;
    else if (name === 'c') this.#end();
    const text = this.#pieces?.join('');
    if (text === undefined) return;
    if (name === 'v') this.#value = text;
    else if (name === 'f') this.#formula = text;
    else if (name === 't') this.#inline.push(text);
    else return;
    this.#pieces = undefined;
  }

  /** Marks the cells that merged areas take in below their first, in the rows that are there; false where there are too many. */
  fillMerged(): boolean {
    let left = MOST_MERGED;
    const numbers = [...this.rows.keys()].toSorted((a, b) => a - b);
    for (const area of this.#merged) {
      const [from, to] = area.split(':').map(cellAt);
      if (!from || !to) continue;
      const [column, first] = from;
      if (!this.rows.get(first)?.has(column)) continue;
      for (const row of numbers.slice(lowerBound(numbers, first + 1))) {
        if (row > to[1]) break;
        if ((left -= 1) < 0) return false;
        this.rows.get(row)?.set(column, DITTO);
      }
    }
    return true;
  }

  #begin(attributes: XmlElement['attributes']): void {
    const at = cellAt(attributes['r'] ?? '');
    this.#column = at?.[0] ?? this.#column + 1;
    if (at) this.#row = at[1];
    this.#cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
    this.#value = this.#formula = undefined;
    this.#inline = [];
  }

  #end(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    const text = cell ? this.#textOf(cell) : '';
    if (text === '') return;
    const row = this.rows.get(this.#row) ?? new Map<number, string>();
    this.rows.set(this.#row, row.set(this.#column, text));
  }

  #textOf({ type, style }: { readonly type: string; readonly style: number }): string {
    const value = this.#value;
    if (type === 'inlineStr') return written(this.#inline.join(''));
    // A program that computes nothing saves formulas without what comes out of them.
    if (value === undefined) return this.#formula === undefined ? '' : `=${this.#formula}`;
    switch (type) {
      case 's':
        return this.#shared.strings[Number(value)] ?? '';
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'n':
        return numberText(value, style, this.#shared.formats);
      default:
        return written(value);
    }
  }

  #hide(from: number, to: number): void {
    for (let column = from; column <= Math.min(to, 16_384); column += 1) this.hiddenColumns.add(column);
  }
}

/** A text as it is meant: `_x000D_` is a line end. */
export function written(text: string): string {
  return text.replaceAll(/_x(?<code>[\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** True for what an attribute of a workbook says in any of its forms. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function lowerBound(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
