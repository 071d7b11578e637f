import { columnsOf } from '../columns.ts';
import { byId } from '../dom.ts';
import { fitting } from '../selection.ts';
import type { Filter } from '../selection.ts';
import { sorted } from '../sorting.ts';
import type { Sorting } from '../sorting.ts';
import { Group } from './group.ts';
import type { Line } from './line.ts';

/** The requirements with their lines: which of them are to be seen, in which order, and where an item stands. */
export class MatrixTable {
  readonly #root = byId('requirements', HTMLElement);
  #groups: readonly Group[] = [];
  #sorting: Sorting | undefined;

  constructor() {
    this.read();
  }

  /** To be called when the page has other lines now. */
  read(): void {
    const sections = Array.from(this.#root.querySelectorAll<HTMLElement>(':scope>section'));
    const columns = columnsOf(document).map(([column]) => column);
    this.#groups = sections.map((section) => new Group(section, columns));
    this.#sorting = undefined;
  }

  /** In the order of the documents. */
  get groups(): readonly Group[] {
    return this.#groups;
  }

  get lines(): Line[] {
    return this.#groups.flatMap(({ rows }) => rows);
  }

  /** Lines that are to be seen, in their present order. */
  get shown(): { readonly group: Group; readonly line: Line }[] {
    const order = this.#sorting ? sorted(this.#groups, this.#sorting) : this.#groups.map((group) => ({ group, rows: group.rows }));
    return order.flatMap(({ group, rows }) => rows.filter(({ row }) => !row.hidden).map((line) => ({ group, line })));
  }

  /** Hides what does not fit and says how many lines do. */
  filter(filter: Filter): number {
    const fits = fitting(filter);
    let shown = 0;
    for (const { section, rows } of this.#groups) {
      let some = 0;
      for (const line of rows) {
        const isFitting = fits(line);
        if (line.row.hidden === isFitting) line.row.hidden = !isFitting;
        if (isFitting) some += 1;
      }
      if (section.hidden !== (some === 0)) section.hidden = some === 0;
      shown += some;
    }
    return shown;
  }

  /** Puts requirements and their lines into another order; undefined for that of the documents. */
  sort(sorting: Sorting | undefined): void {
    if (sorting === undefined && this.#sorting === undefined) return;
    this.#sorting = sorting;
    const order = sorting ? sorted(this.#groups, sorting) : this.#groups.map((group) => ({ group, rows: group.rows }));
    for (const { group, rows } of order) {
      this.#root.append(group.section);
      rows[0]?.row.parentElement?.append(...rows.map(({ row }) => row));
    }
  }

  /** Where an item stands that is called by its name in the page or by its key. */
  find(name: string): Line | Group | undefined {
    for (const group of this.#groups) {
      if (group.section.id === name || group.key === name) return group;
      const line = group.rows.find(({ row, key }) => row.id === name || key === name);
      if (line) return line;
    }
    return undefined;
  }

  /** Unfolds or folds all details that are to be seen. */
  toggleAll(open: boolean): void {
    for (const details of this.#root.querySelectorAll('details')) details.open = open;
  }

  /** Names of the items whose details are open. */
  get openKeys(): string[] {
    return this.#groups.flatMap((group) => [
      ...(group.section.querySelector<HTMLDetailsElement>(':scope>details')?.open ? [`${group.key}#`] : []),
      ...group.rows.filter(({ details }) => details?.open).map(({ key }) => key),
    ]);
  }

  open(keys: ReadonlySet<string>): void {
    for (const group of this.#groups) {
      const own = group.section.querySelector<HTMLDetailsElement>(':scope>details');
      if (own && keys.has(`${group.key}#`)) own.open = true;
      for (const { key, details } of group.rows) if (details && keys.has(key)) details.open = true;
    }
  }

  /** Names of the items that are to be seen, in the order of the page. */
  get names(): HTMLElement[] {
    return Array.from(this.#root.querySelectorAll<HTMLElement>('.r:not([hidden])>.m tr:not([hidden])>th>a:first-child'));
  }
}
