import { byId, make } from './dom.ts';
import { directionOf, nextSorting } from './sorting.ts';
import type { Column, Sorting } from './sorting.ts';
import type { Texts } from './texts.ts';

/** The columns of a page by their names, in order. */
export function columnsOf(page: Document): readonly (readonly [column: Column, head: HTMLElement])[] {
  return Array.from(page.querySelectorAll<HTMLElement>('#columns>[data-column]'), (head) => [head.dataset['column'] ?? '', head]);
}

/** The names of the columns, each of which becomes a button that sorts by it. */
export class Columns {
  readonly #buttons: readonly (readonly [column: Column, button: HTMLButtonElement, name: string])[];
  readonly #texts: Texts;
  #sorting: Sorting | undefined;

  constructor(texts: Texts, changed: () => void) {
    this.#texts = texts;
    const bar = byId('columns', HTMLElement);
    bar.removeAttribute('aria-hidden');
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', texts.phrase('sort'));
    bar.classList.add('screen');
    this.#buttons = columnsOf(document).map(([column, place]) => {
      const name = place.textContent ?? '';
      const button = make('button', { type: 'button' }, name);
      button.dataset['column'] = column;
      button.addEventListener('click', () => {
        this.sorting = nextSorting(this.#sorting, column);
        changed();
      });
      place.replaceWith(button);
      return [column, button, name] as const;
    });
  }

  get sorting(): Sorting | undefined {
    return this.#sorting;
  }

  set sorting(sorting: Sorting | undefined) {
    // An address may name a column that this page does not have.
    this.#sorting = this.#buttons.some(([column]) => column === sorting?.column) ? sorting : undefined;
    for (const [column, button, name] of this.#buttons) {
      const direction = directionOf(this.#sorting, column);
      if (direction) {
        button.dataset['sort'] = direction;
        button.setAttribute('aria-label', this.#texts.phrase(direction, name));
      } else {
        delete button.dataset['sort'];
        button.removeAttribute('aria-label');
      }
    }
  }
}
