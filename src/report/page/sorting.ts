import { STATUSES } from '../../model/status.ts';
import type { Entry, HeadEntry, RowEntry } from './selection.ts';

/** Columns of the matrix, in their order. */
export const COLUMNS = ['criterion', 'text', 'status', 'code', 'tests'] as const;

export type Column = (typeof COLUMNS)[number];

/** By what lines are sorted; undefined for the order of the documents. */
export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** What a click on the head of a column leads to: up, down, and back to the order of the documents. */
export function nextSorting(sorting: Sorting | undefined, column: Column): Sorting | undefined {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? undefined : { column, descending: true };
}

/** What `aria-sort` says of a column. */
export function ariaSort(sorting: Sorting | undefined, column: Column): 'ascending' | 'descending' | 'none' {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/** The lines in another order: criteria within their requirement, and requirements by the first of their criteria. */
export function sorted(queue: readonly Entry[], sorting: Sorting | undefined): readonly Entry[] {
  if (!sorting) return queue;
  const { column, descending } = sorting;
  const compare = descending ? (a: RowEntry, b: RowEntry) => ORDERS[column](b, a) : ORDERS[column];
  const groups: { readonly head: HeadEntry; rows: RowEntry[] }[] = [];
  for (const entry of queue) {
    if (entry.kind === 'head') groups.push({ head: entry, rows: [] });
    else groups.at(-1)?.rows.push(entry);
  }
  for (const group of groups) group.rows = group.rows.sort(compare);
  const first = ({ rows: [row] }: (typeof groups)[number]): RowEntry => row as RowEntry;
  return groups.sort((a, b) => compare(first(a), first(b))).flatMap(({ head, rows }) => [head, ...rows]);
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });

/** The most urgent status first; fewer links first. */
const ORDERS: Readonly<Record<Column, (a: RowEntry, b: RowEntry) => number>> = {
  criterion: (a, b) => COLLATOR.compare(a.row.id, b.row.id),
  text: (a, b) => COLLATOR.compare(a.row.text, b.row.text),
  status: (a, b) => STATUSES.indexOf(a.row.status) - STATUSES.indexOf(b.row.status),
  code: (a, b) => links(a, 'implements') - links(b, 'implements'),
  tests: (a, b) => links(a, 'verifies') - links(b, 'verifies'),
};

function links({ row }: RowEntry, kind: RowEntry['row']['links'][number]['kind']): number {
  return row.links.filter((link) => link.kind === kind).length;
}
