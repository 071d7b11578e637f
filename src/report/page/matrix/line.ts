import { folded } from '../selection.ts';
import type { Searchable } from '../selection.ts';
import type { Column, Sortable } from '../sorting.ts';

/** Elements whose words are the page's and not the repository's. */
const NOT_SEARCHED = new Set(['SUMMARY', 'DT']);
/** Elements that begin a word anew. */
const APART = new Set(['LI', 'DD', 'DL', 'TD', 'DETAILS']);

/** The line of a criterion, as it is in the page. What it says is read when somebody first asks. */
export class Line implements Searchable, Sortable {
  readonly row: HTMLTableRowElement;
  readonly #around: LineAround;
  #searched: string | undefined;

  constructor(row: HTMLTableRowElement, around: LineAround) {
    this.row = row;
    this.#around = around;
  }

  get key(): string {
    return this.row.dataset['key'] ?? `${this.#around.key}/${this.id.slice(this.id.lastIndexOf('/') + 1)}`;
  }

  get id(): string {
    return this.row.querySelector('th>a')?.textContent ?? '';
  }

  get text(): string {
    return (this.#cell(1)?.firstChild?.textContent ?? '').trim();
  }

  get status(): string {
    return this.row.className.split(' ', 1)[0] ?? '';
  }

  get isUnproven(): boolean {
    return this.row.classList.contains('unproven');
  }

  get path(): string {
    return this.#around.path;
  }

  links(column: Column): number {
    const at = this.#around.columns.indexOf(column);
    return this.#cell(at)?.querySelectorAll('.p').length ?? 0;
  }

  get searched(): string {
    this.#searched ??= folded(`${this.#around.words} ${rowWords(this.row)}`);
    return this.#searched;
  }

  /** What a cell says in one line, for a spreadsheet. */
  cellText(at: number): string {
    const cell = this.#cell(at);
    return cell ? wordsOf(cell).replaceAll(/\s+/gu, ' ').trim() : '';
  }

  get details(): HTMLDetailsElement | null {
    return this.row.querySelector('details');
  }

  #cell(at: number): HTMLTableCellElement | undefined {
    return this.row.cells[at];
  }
}

/** What is around the lines of a requirement. */
export interface LineAround {
  readonly key: string;
  readonly path: string;
  /** Names of the columns of the page. */
  readonly columns: readonly Column[];
  /** The words of the requirement. */
  readonly words: string;
}

/** What a row says; most have nothing to leave out, and there are ten thousands of them. */
function rowWords(row: HTMLTableRowElement): string {
  return row.querySelector('ul, details') ? wordsOf(row) : (row.textContent ?? '');
}

/** What an element says of the repository, its parts apart. */
export function wordsOf(element: Element): string {
  const texts: string[] = [];
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof Element) {
      if (APART.has(node.tagName)) texts.push(' ');
    } else if (!NOT_SEARCHED.has(node.parentElement?.tagName ?? '')) texts.push(node.nodeValue ?? '');
  }
  return texts.join('');
}
