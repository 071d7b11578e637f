import { ariaSort, COLUMNS, nextSorting } from './sorting.ts';
import type { Column, Sorting } from './sorting.ts';

/** The heads of the columns, each a button that sorts by it. */
export class SortButtons {
  readonly #heads: readonly (readonly [Column, HTMLElement])[];
  #sorting: Sorting | undefined;

  constructor(changed: () => void) {
    const cells = Array.from(document.querySelectorAll<HTMLElement>('.matrix thead th'));
    this.#heads = COLUMNS.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []));
    for (const [column, cell] of this.#heads)
      cell.querySelector('button')?.addEventListener('click', () => {
        this.sorting = nextSorting(this.#sorting, column);
        changed();
      });
  }

  get sorting(): Sorting | undefined {
    return this.#sorting;
  }

  set sorting(sorting: Sorting | undefined) {
    this.#sorting = sorting;
    for (const [column, cell] of this.#heads) cell.setAttribute('aria-sort', ariaSort(sorting, column));
  }
}
