import type { MatrixLink, MatrixRequirement, MatrixRow } from '../../html/model.ts';
import { requirementFacts, rowFacts } from './details.ts';
import type { Fact } from './details.ts';
import { breakable, make } from '../dom.ts';
import type { RowEntry } from '../selection.ts';
import type { Pieces } from './pieces.ts';
import type { PhraseName } from '../texts.ts';

/** Links of a kind that a cell names; the others are counted. */
const MOST_LINKS = 3;

/** Makes the lines of the table, each with the details that a click unfolds below it. */
export class Lines {
  /** Whether details of new lines stand open. */
  expanded = false;
  readonly #documents: readonly string[];
  readonly #pieces: Pieces;
  readonly #toggles = new WeakMap<HTMLTableRowElement, (open: boolean) => void>();
  #number = 0;

  constructor(documents: readonly string[], pieces: Pieces) {
    this.#documents = documents;
    this.#pieces = pieces;
  }

  /** Unfolds the details of a line or folds them; nothing happens to a line without any. */
  toggle(line: HTMLTableRowElement, open: boolean): void {
    this.#toggles.get(line)?.(open);
  }

  /** The line of a requirement, with its details if it has any. */
  head(requirement: MatrixRequirement): HTMLTableRowElement[] {
    const { place } = this.#pieces;
    const { id, title, status, line, document } = requirement;
    const aside = make('span', { class: 'aside' }, place(this.#pathOf(document), line), this.#pieces.state(status));
    const name = make('span', {}, make('span', { class: 'id' }, ...breakable(id)), ' ', make('span', { class: 'title' }, title));
    const head = make('div');
    const row = make(
      'tr',
      { class: 'requirement', 'data-requirement': requirement.key },
      make('th', { colspan: '5', scope: 'rowgroup' }, head),
    );
    const { text, attributes, findings } = requirement;
    if (!text && !attributes.length && !findings.length) {
      head.append(name, aside);
      return [row];
    }
    const lines = this.#withDetail(row, head, name, () => requirementFacts(requirement, this.#pieces));
    head.append(aside);
    return lines;
  }

  /** The line of a criterion, with its details. */
  row({ requirement, row }: RowEntry): HTMLTableRowElement[] {
    const cell = make('th', { scope: 'row' });
    const line = make(
      'tr',
      { 'data-key': row.key },
      cell,
      make('td', {}, row.text),
      make('td', {}, this.#pieces.state(row.status)),
      make('td', {}, this.#links(row, 'implements', 'noCode')),
      make('td', {}, this.#links(row, 'verifies', 'noTest')),
    );
    const name = make('span', { class: 'id' }, ...breakable(row.label));
    return this.#withDetail(line, cell, name, () => rowFacts(this.#pathOf(requirement.document), row, this.#pieces));
  }

  #pathOf(document: number): string {
    return this.#documents[document] ?? '';
  }

  #links(row: MatrixRow, kind: MatrixLink['kind'], none: PhraseName): HTMLElement {
    const { phrase } = this.#pieces.texts;
    const links = row.links.filter((link) => link.kind === kind);
    if (!links.length) return make('span', { class: 'gap' }, row.status === 'exempt' ? '–' : phrase(none));
    const list = make('ul', {}, ...links.slice(0, MOST_LINKS).map((link) => make('li', {}, ...this.#pieces.link(link))));
    if (links.length > MOST_LINKS) list.append(make('li', { class: 'muted' }, phrase('more', links.length - MOST_LINKS)));
    return list;
  }

  /** A line with a button that shows another line below it; what that one says is made when it is first asked for. */
  #withDetail(line: HTMLTableRowElement, cell: HTMLElement, name: HTMLElement, facts: () => readonly Fact[]): HTMLTableRowElement[] {
    this.#number += 1;
    const id = `detail-${this.#number}`;
    const button = make('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-controls': id }, name);
    cell.append(button);
    const detail = make('tr', { class: 'detail', id });
    detail.hidden = true;
    const toggle = (open: boolean): void => {
      if (open && !detail.hasChildNodes()) detail.append(make('td', { colspan: '5' }, factList(facts())));
      detail.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', () => toggle(Boolean(detail.hidden)));
    this.#toggles.set(line, toggle);
    if (this.expanded) toggle(true);
    return [line, detail];
  }
}

function factList(facts: readonly Fact[]): HTMLElement {
  return make('dl', {}, ...facts.flatMap(([term, value]) => [make('dt', {}, term), make('dd', {}, value)]));
}
