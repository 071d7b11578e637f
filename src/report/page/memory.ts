import type { FilterForm } from './filterForm.ts';
import type { Host } from './host.ts';
import type { PageState } from './pageState.ts';
import type { MatrixTable } from './matrix/table.ts';
import type { SortButtons } from './sortButtons.ts';

/** Milliseconds after the last scrolling or click until the page is remembered. */
const SETTLED = 100;

/** Remembers the page for its editor, and makes it what it was. In a browser it does nothing. */
export class Memory {
  readonly #host: Host | undefined;
  readonly #filters: FilterForm;
  readonly #table: MatrixTable;
  readonly #sort: SortButtons;
  readonly #before: PageState | undefined;
  #restored = false;

  constructor(host: Host | undefined, filters: FilterForm, table: MatrixTable, sort: SortButtons) {
    this.#host = host;
    this.#filters = filters;
    this.#table = table;
    this.#sort = sort;
    this.#before = host?.getState();
  }

  /** To be called once, before the table is filled. */
  restoreFilters(): void {
    if (!this.#before) return;
    this.#filters.restore(this.#before);
    this.#sort.sorting = this.#before.sorting;
  }

  /** To be called once, when the table is filled; nothing is remembered before. */
  restoreTable(): void {
    const before = this.#before;
    if (before) {
      if (before.lines > this.#table.shown) this.#table.renderMore(before.lines - this.#table.shown);
      this.#table.open(new Set(before.open));
      window.scrollTo(0, before.scrolled);
    }
    this.#restored = true;
    if (this.#host) this.#watch();
  }

  remember(): void {
    if (!this.#host || !this.#restored) return;
    const state = {
      ...this.#filters.state,
      lines: this.#table.shown,
      open: this.#table.openKeys(),
      scrolled: window.scrollY,
      ...(this.#sort.sorting && { sorting: this.#sort.sorting }),
    };
    this.#host.setState(state);
  }

  #watch(): void {
    let settled: number | undefined;
    for (const event of ['scroll', 'click']) {
      window.addEventListener(event, () => {
        clearTimeout(settled);
        settled = window.setTimeout(() => this.remember(), SETTLED);
      });
    }
  }
}
