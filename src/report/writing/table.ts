import type { Paint } from './palette.ts';
import { displayWidth, padEnd, padStart } from './plainText.ts';

/** A cell: its text, and how to paint it once it is padded. */
export interface Cell {
  readonly text: string;
  readonly paint?: Paint;
  readonly align?: 'left' | 'right';
}

/**
 * Rows as lines with aligned columns, two blanks between them, none at the end of a line.
 * A cell that is wider than `widest` columns makes only its own row wider.
 */
export function alignRows(rows: readonly (readonly Cell[])[], indent = '', widest = 72): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const width = displayWidth(cell.text);
      if (width <= widest) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return rows.map((row) => {
    const last = row.findLastIndex((cell) => cell.text !== '');
    return (
      indent +
      row
        .slice(0, last + 1)
        .map((cell, column) => {
          const padded = pad(cell, column === last, widths[column] ?? 0);
          return cell.paint ? cell.paint(padded) : padded;
        })
        .join('  ')
    );
  });
}

function pad({ text, align }: Cell, isLast: boolean, width: number): string {
  if (align === 'right') return padStart(text, width);
  return isLast ? text : padEnd(text, width);
}
