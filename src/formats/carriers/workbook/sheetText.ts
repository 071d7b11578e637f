import { collapse } from '../../../text/lines.ts';
import type { Range } from '../../../model/position.ts';
import { columnName } from './workbook.ts';
import type { Sheet } from './workbook.ts';

const HIDDEN = ' (hidden)';
const SHEET = /^\[(?<name>[^\t]*)\](?<hidden> \(hidden\))?(?:\t|$)/u;
const ROW = /^(?<number>\d{1,7})(?<hidden> \(hidden\))?\t/u;

/** A cell in the text of a workbook. */
export interface TextCell {
  readonly text: string;
  readonly range: Range;
}

/** A row in the text of a workbook, on a line of its own. */
export interface TextRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly line: number;
  /** From column A on. */
  readonly cells: readonly TextCell[];
}

/** A sheet in the text of a workbook. */
export interface TextSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly line: number;
  /** Columns that nobody sees, counted from 0. */
  readonly hiddenColumns: readonly number[];
  readonly rows: readonly TextRow[];
}

/**
 * A workbook as text, a row to a line as a sheet shows it: `[Requirements]`, tab, `A`, tab, `B`; then `1`, tab, `ID`, tab, `Text`. Undefined where that would be longer
 * than `most`.
 */
export function sheetText(sheets: readonly Sheet[], most: number): string | undefined {
  const lines: string[] = [];
  let length = 0;
  for (const { name, isHidden, rows, hiddenRows, hiddenColumns } of sheets) {
    const widest = Array.from(rows.values(), lastColumn).reduce((before, last) => Math.max(before, last), 0);
    length += widest * 4 + name.length;
    if (length > most) return undefined;
    const columns = Array.from({ length: widest }, (_, at) => `\t${columnName(at + 1)}${hiddenColumns.has(at + 1) ? HIDDEN : ''}`);
    if (lines.length > 0) lines.push('');
    lines.push(`[${collapse(name)}]${isHidden ? HIDDEN : ''}${columns.join('')}`);
    for (const [number, row] of [...rows].toSorted(([a], [b]) => a - b)) {
      const last = lastColumn(row);
      length += last + Array.from(row.values()).reduce((sum, text) => sum + text.length, 10);
      if (length > most) return undefined;
      const cells = Array.from({ length: last }, (_, at) => `\t${collapse(row.get(at + 1) ?? '')}`);
      lines.push(`${number}${hiddenRows.has(number) ? HIDDEN : ''}${cells.join('')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function lastColumn(row: ReadonlyMap<number, string>): number {
  return Math.max(0, ...row.keys());
}

/** The sheets in the text of a workbook, as {@link sheetText} writes it; none in any other text. */
export function sheetsIn(lines: readonly string[]): readonly TextSheet[] {
  const sheets: (TextSheet & { readonly rows: TextRow[] })[] = [];
  for (const [line, text] of lines.entries()) {
    const sheet = SHEET.exec(text);
    if (sheet) {
      const hidden = text.split('\t').flatMap((name, at) => (at > 0 && name.endsWith(HIDDEN) ? [at - 1] : []));
      sheets.push({
        name: sheet.groups?.['name'] ?? '',
        isHidden: sheet.groups?.['hidden'] !== undefined,
        line,
        hiddenColumns: hidden,
        rows: [],
      });
    }
    const row = ROW.exec(text);
    if (row) sheets.at(-1)?.rows.push(rowOf(text, line, row));
  }
  return sheets;
}

function rowOf(text: string, line: number, { 0: start, groups }: RegExpExecArray): TextRow {
  let character = start.length;
  const cells = text
    .slice(start.length)
    .split('\t')
    .map((cell): TextCell => {
      const range = { start: { line, character }, end: { line, character: character + cell.length } };
      character += cell.length + 1;
      return { text: cell, range };
    });
  return { number: Number(groups?.['number']), isHidden: groups?.['hidden'] !== undefined, line, cells };
}
