import { byId } from './dom.ts';
import type { Filter } from './selection.ts';

/** The form above the matrix. */
export class FilterForm {
  readonly form = byId('filters', HTMLFormElement);
  readonly #text = byId('text', HTMLInputElement);
  readonly #document = byId('document', HTMLSelectElement);

  /** What it asks for. */
  get filter(): Filter {
    const all = this.#boxes;
    const checked = all.filter((box) => box.checked);
    return {
      text: this.#text.value,
      document: this.#document.value,
      ...(checked.length < all.length && { statuses: new Set(checked.map((box) => box.value)) }),
      unproven: this.#proof?.value === 'unproven',
    };
  }

  /** Fills it; a document that is not there means all of them. */
  set filter({ text, document, statuses, unproven }: Filter) {
    this.#text.value = text;
    this.#document.value = document;
    if (this.#document.selectedIndex < 0) this.#document.value = '';
    for (const box of this.#boxes) box.checked = !statuses || statuses.has(box.value);
    if (this.#proof) this.#proof.value = unproven ? 'unproven' : '';
  }

  /** Shows one status alone, or all again if it was alone. */
  only(status: string): void {
    const { statuses } = this.filter;
    const wasAlone = statuses?.size === 1 && statuses.has(status);
    for (const box of this.#boxes) box.checked = wasAlone || box.value === status;
  }

  set document(path: string) {
    this.#document.value = path;
  }

  /** What a status is called. */
  wordOf(status: string): string {
    const box = this.#boxes.find(({ value }) => value === status);
    return box?.parentElement?.querySelector('.s')?.textContent ?? status;
  }

  isSearch(target: EventTarget | null): boolean {
    return target === this.#text;
  }

  focusSearch(): void {
    this.#text.focus();
  }

  clearSearch(): void {
    this.#text.value = '';
  }

  /** Asked for anew each time: statuses come and go where an editor brings the page up to date. */
  get #boxes(): HTMLInputElement[] {
    return Array.from(this.form.querySelectorAll<HTMLInputElement>('[name=status]'));
  }

  get #proof(): HTMLSelectElement | null {
    return this.form.querySelector('#proof');
  }
}
