import { byId } from './dom.ts';
import type { Filter } from './selection.ts';
import type { PageState } from './pageState.ts';

/** The form above the table. */
export class FilterForm {
  readonly form = byId('filters', HTMLFormElement);
  readonly #text = byId('text', HTMLInputElement);
  readonly #document = byId('document', HTMLSelectElement);
  readonly #boxes = Array.from(this.form.querySelectorAll<HTMLInputElement>('[name=status]'));

  /** What it asks for. */
  get filter(): Filter {
    return {
      text: this.#text.value,
      document: this.#document.value,
      statuses: new Set(this.#boxes.filter((box) => box.checked).map((box) => box.value)),
    };
  }

  /** What of it is to be remembered. */
  get state(): Pick<PageState, 'text' | 'document' | 'hidden'> {
    return {
      text: this.#text.value,
      document: this.#document.value,
      hidden: this.#boxes.filter((box) => !box.checked).map((box) => box.value),
    };
  }

  /** Fills it as it was; a document that does not exist any more means all of them. */
  restore({ text, document, hidden }: Pick<PageState, 'text' | 'document' | 'hidden'>): void {
    this.#text.value = text;
    const documents = Array.from(this.#document.options, (option) => option.value);
    this.#document.value = documents.includes(document) ? document : '';
    for (const box of this.#boxes) box.checked = !hidden.includes(box.value);
  }

  isSearch(target: EventTarget | null): boolean {
    return target === this.#text;
  }

  focusSearch(): void {
    this.#text.focus();
  }

  /** Lets everything through. */
  clear(): void {
    this.restore({ text: '', document: '', hidden: [] });
  }

  clearSearch(): void {
    this.#text.value = '';
  }
}
