import { Line, wordsOf } from './line.ts';
import type { LineAround } from './line.ts';
import type { Column } from '../sorting.ts';

/** A requirement with the lines of its criteria, as it is in the page. */
export class Group implements LineAround {
  readonly section: HTMLElement;
  readonly columns: readonly Column[];
  readonly rows: readonly Line[];
  #words: string | undefined;

  constructor(section: HTMLElement, columns: readonly Column[]) {
    this.section = section;
    this.columns = columns;
    this.rows = Array.from(section.querySelectorAll<HTMLTableRowElement>('tbody>tr'), (row) => new Line(row, this));
  }

  get key(): string {
    return this.section.dataset['key'] ?? '';
  }

  get id(): string {
    return this.section.querySelector('h3>a')?.textContent ?? '';
  }

  get title(): string {
    return this.section.querySelector('h3>bdi')?.textContent ?? '';
  }

  get path(): string {
    return (this.section.querySelector('h3>.p')?.textContent ?? '').replace(/:\d+$/u, '');
  }

  get words(): string {
    if (this.#words === undefined) {
      const own = Array.from(this.section.children).filter((child) => child.tagName !== 'TABLE');
      // Its status is that of its lines taken together, and not of each.
      this.#words = own
        .map(wordsOf)
        .join(' ')
        .replace(this.section.querySelector('h3>.s')?.textContent ?? '', '');
    }
    return this.#words;
  }
}
