import { STATUSES } from '../../model/status.ts';

/** Name of a column of the matrix: `criterion`, `text`, `status`, or the kind of what is in it, `implements`, `dsn`. */
export type Column = string;

/** By what lines are sorted; undefined for the order of the documents. */
export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** What is compared of a line. */
export interface Sortable {
  readonly id: string;
  readonly text: string;
  readonly status: string;
  /** How many links and lower items it has in a column. */
  links(column: Column): number;
}

/** What a click on the head of a column leads to: up, down, and back to the order of the documents. */
export function nextSorting(sorting: Sorting | undefined, column: Column): Sorting | undefined {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? undefined : { column, descending: true };
}

/** How a column is sorted. */
export function directionOf(sorting: Sorting | undefined, column: Column): 'ascending' | 'descending' | undefined {
  if (sorting?.column !== column) return undefined;
  return sorting.descending ? 'descending' : 'ascending';
}

/** Lines in another order: criteria within their requirement, and requirements by the first of their criteria. */
export function sorted<Group extends { readonly rows: readonly Sortable[] }>(
  groups: readonly Group[],
  { column, descending }: Sorting,
): { readonly group: Group; readonly rows: readonly Group['rows'][number][] }[] {
  const order = Object.hasOwn(ORDERS, column) ? ORDERS[column] : undefined;
  const upwards = order ?? ((a: Sortable, b: Sortable): number => a.links(column) - b.links(column));
  const compare = descending ? (a: Sortable, b: Sortable): number => upwards(b, a) : upwards;
  const within = groups.map((group) => ({ group, rows: group.rows.toSorted(compare) }));
  return within.sort((a, b) => {
    const [first, second] = [a.rows[0], b.rows[0]];
    return first && second ? compare(first, second) : Number(!first) - Number(!second);
  });
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });

/** The most urgent status first; fewer links first. */
const ORDERS: Readonly<Partial<Record<Column, (a: Sortable, b: Sortable) => number>>> = {
  criterion: (a, b) => COLLATOR.compare(a.id, b.id),
  text: (a, b) => COLLATOR.compare(a.text, b.text),
  status: (a, b) => rank(a.status) - rank(b.status),
};

function rank(status: string): number {
  return (STATUSES as readonly string[]).indexOf(status);
}
