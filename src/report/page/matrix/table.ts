import { byId, make } from '../dom.ts';
import type { Entry } from '../selection.ts';
import type { Lines } from './lines.ts';
import type { Texts } from '../texts.ts';

/** Lines that are made at once; the others follow when somebody comes near them. */
const CHUNK = 120;

/** The table, of which only as many lines are made as somebody has come to. */
export class MatrixTable {
  readonly #lines: Lines;
  readonly #texts: Texts;
  readonly #table: HTMLTableElement;
  readonly #more = byId('more', HTMLButtonElement);
  #queue: readonly Entry[] = [];
  #next = 0;
  #body: HTMLTableSectionElement | undefined;

  constructor(lines: Lines, texts: Texts) {
    const table = document.querySelector<HTMLTableElement>('table.matrix');
    if (!table) throw new Error('The page has no matrix');
    this.#table = table;
    this.#lines = lines;
    this.#texts = texts;
  }

  /** How many lines there are by now. */
  get shown(): number {
    return this.#next;
  }

  get hasMore(): boolean {
    return this.#next < this.#queue.length;
  }

  get rows(): HTMLCollectionOf<HTMLTableRowElement> {
    return this.#table.rows;
  }

  /** Buttons that unfold details, in their order. */
  get toggles(): HTMLElement[] {
    return Array.from(this.#table.querySelectorAll<HTMLElement>('.toggle'));
  }

  /** Begins anew with these lines. */
  show(queue: readonly Entry[]): void {
    this.#queue = queue;
    for (const old of Array.from(this.#table.tBodies)) old.remove();
    this.#next = 0;
    this.#body = undefined;
    this.renderMore();
  }

  /** Makes so many lines more. */
  renderMore(count = CHUNK): void {
    const end = Math.min(this.#queue.length, this.#next + count);
    const added = document.createDocumentFragment();
    for (const entry of this.#queue.slice(this.#next, end)) {
      if (entry.kind === 'row') this.#body?.append(...this.#lines.row(entry));
      else {
        this.#body = make('tbody', {}, ...this.#lines.head(entry.requirement));
        added.append(this.#body);
      }
    }
    this.#next = Math.max(this.#next, end);
    this.#table.append(added);
    this.#more.hidden = !this.hasMore;
    this.#more.textContent = this.#texts.phrase('showMore', this.#queue.length - this.#next);
  }

  /** Makes all lines, since paper has no "Show more". */
  renderAll(): void {
    this.renderMore(this.#queue.length);
  }

  /** Goes on at the button's place: the first of the new lines has the focus then. */
  renderMoreAndFocus(): void {
    const last = this.rows.length;
    this.renderMore();
    this.rows[last]?.querySelector<HTMLElement>('.toggle')?.focus();
  }

  /** Unfolds or folds all details. */
  toggleAll(open: boolean): void {
    this.#lines.expanded = open;
    for (const line of this.rows) this.#lines.toggle(line, open);
  }

  /** Keys of the criteria whose details stand open. */
  openKeys(): string[] {
    return Array.from(this.rows).flatMap((line) => {
      const { key } = line.dataset;
      return key && line.querySelector('[aria-expanded=true]') ? [key] : [];
    });
  }

  /** Unfolds the details of these criteria. */
  open(keys: ReadonlySet<string>): void {
    for (const line of this.rows) if (keys.has(line.dataset['key'] ?? '')) this.#lines.toggle(line, true);
  }

  /** Shows a criterion, or a requirement, with its details; false where the filter leaves it out. */
  goTo(key: string): boolean {
    const at = this.#queue.findIndex((entry) => keyOf(entry) === key);
    if (at < 0) return false;
    if (at >= this.#next) this.renderMore(at + 1 - this.#next);
    const line = Array.from(this.rows).find(({ dataset }) => (dataset['key'] ?? dataset['requirement']) === key);
    if (!line) return false;
    this.#lines.toggle(line, true);
    line.querySelector<HTMLElement>('.toggle')?.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'center' });
    return true;
  }
}

/** A requirement without criteria is its own only row. */
function keyOf(entry: Entry): string | undefined {
  if (entry.kind === 'row') return entry.row.key;
  return entry.rows.some(({ row }) => row.key === entry.requirement.key) ? undefined : entry.requirement.key;
}
