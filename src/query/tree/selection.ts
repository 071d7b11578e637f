import type { DocumentView, IndexView } from '../../index/view.ts';
import { definedIn } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import { isOpen, STATUSES } from '../../model/status.ts';
import { nameOf } from '../list.ts';

/** Which part of the tree is shown. */
export interface TreeFilter {
  /** `open` leaves out what is met, waived or exempt, and whatever is empty then. */
  readonly filter: 'all' | 'open';
  /**
   * Words that must all occur, in any letter case, in the path of the document, in id, title or text, in the names and paths of code and tests, or in
   * the reason of a waiver; `@unmet` asks for a status.
   */
  readonly text?: string;
}

/** What passes a filter; `undefined` where all does. */
export class Selection {
  readonly #view: IndexView;
  readonly #filter: TreeFilter;
  readonly #words: readonly string[];
  readonly #statuses: ReadonlySet<Status>;

  constructor(view: IndexView, filter: TreeFilter) {
    this.#view = view;
    this.#filter = filter;
    const words = (filter.text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
    const statuses = STATUSES.filter((status) => words.includes(`@${status}`));
    this.#statuses = new Set(statuses);
    this.#words = words.filter((word) => !statuses.some((status) => word === `@${status}`));
  }

  /** True if nothing is left out. */
  get isAll(): boolean {
    return this.#filter.filter === 'all' && this.#words.length === 0 && this.#statuses.size === 0;
  }

  /** True for an item that is shown, or has a criterion that is. */
  has(item: Item): boolean {
    if (this.isAll || this.#fits(item)) return true;
    return item.type === 'requirement' && item.criteria.some((criterion) => this.#fits(criterion));
  }

  /** True if what points at an item is shown as well: not where a search hit no more than criteria of it. */
  hasLinksOf(item: Item): boolean {
    return this.#words.length + this.#statuses.size === 0 || this.#fits(item);
  }

  /** True for a document in which something is shown. */
  hasAny(document: DocumentView): boolean {
    return this.isAll || definedIn(document).some((item) => this.has(item));
  }

  #fits(item: Item): boolean {
    const { status } = this.#view.coverage(item.key);
    if (this.#filter.filter === 'open') {
      // What is no more than planned is not missing yet.
      if (requirementOf(item).facts.planned !== undefined || !isOpen(status)) return false;
    }
    if (this.#statuses.size > 0 && !this.#statuses.has(status)) return false;
    if (this.#words.length === 0) return true;
    const searched = this.#searched(item);
    return this.#words.every((word) => searched.includes(word));
  }

  #searched(item: Item): string {
    const { links, waivers } = this.#view.coverage(item.key);
    const requirement = requirementOf(item);
    const own = item === requirement ? [] : [item.id, nameOf(item)];
    return [
      item.path,
      requirement.id,
      requirement.facts.title,
      item.facts.text,
      ...own,
      ...links.flatMap(({ path, annotation }) => [path, annotation.declaration?.name ?? '']),
      ...waivers.map(({ waiver }) => waiver.reason),
    ]
      .join('\n')
      .toLowerCase();
  }
}
