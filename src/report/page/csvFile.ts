import { csvText } from '../writing/csv.ts';
import { byId, make } from './dom.ts';
import type { MatrixTable } from './matrix/table.ts';

/**
 * Saves the visible rows, in their present order.
 *
 * @param heads of the columns that are before those of the page.
 */
export function saveCsv(table: MatrixTable, heads: readonly string[]): void {
  const columns = Array.from(byId('columns', HTMLElement).children, (column) => column.textContent ?? '');
  const rows = table.shown.map(({ group, line }) => [
    group.path,
    group.id,
    group.title,
    line.id,
    line.text,
    ...columns.slice(2).map((_, at) => line.cellText(at + 2)),
  ]);
  const csv = csvText([[...heads, ...columns], ...rows]);
  const address = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }));
  make('a', { href: address, download: 'requirements.csv' }).click();
  URL.revokeObjectURL(address);
}
