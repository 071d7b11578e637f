import type { ScriptTexts } from '../html/scriptTexts.ts';
import { byId } from './dom.ts';
import { entriesOf, select, selectionText } from './selection.ts';
import { FilterForm } from './filterForm.ts';
import { findHost } from './host.ts';
import { listenToKeys } from './keyboard.ts';
import { Lines } from './matrix/lines.ts';
import { Memory } from './memory.ts';
import type { PageData } from './pageData.ts';
import { Pieces } from './matrix/pieces.ts';
import { MatrixTable } from './matrix/table.ts';
import { Texts } from './texts.ts';
import { SortButtons } from './sortButtons.ts';
import { sorted } from './sorting.ts';
import { offerThemes } from './theme.ts';

/** Requirements from which a filter waits for the next key. */
const MANY = 500;
/** Milliseconds that it waits. */
const PAUSE = 120;

/**
 * Runs the page *Traceability matrix*, in the words of a language. It builds the table from the data piece by piece, so that ten
 * thousand criteria cost no more at the start than a hundred, and puts text of the repository into the page as text only, never as HTML.
 */
export function start(scriptTexts: ScriptTexts): void {
  const data: PageData = JSON.parse(byId('data', HTMLScriptElement).text);
  const texts = new Texts(scriptTexts);
  const host = findHost();
  const filters = new FilterForm();
  const table = new MatrixTable(new Lines(data.documents, new Pieces(texts, host)), texts);
  const sort = new SortButtons(() => refresh());
  const memory = new Memory(host, filters, table, sort);
  const entries = entriesOf(data.requirements);
  const all = entries.reduce((sum, { rows }) => sum + rows.length, 0);
  const shown = byId('shown', HTMLElement);
  const refresh = (): void => {
    const selection = select(entries, filters.filter);
    shown.textContent = selectionText(selection, all, texts);
    table.show(sorted(selection.queue, sort.sorting));
    memory.remember();
  };

  listenToFilters(filters.form, entries.length > MANY ? PAUSE : 0, refresh);
  listenToKeys(filters, table, refresh);
  offerMore(table);
  offerExpansion(table, texts);
  offerThemes(texts);
  if (host) byId('export', HTMLButtonElement).addEventListener('click', () => host.postMessage({ type: 'export' }));

  memory.restoreFilters();
  refresh();
  memory.restoreTable();
  followAddress(table);
  goWhereAsked(table, filters, refresh);
}

function listenToFilters(form: HTMLFormElement, pause: number, refresh: () => void): void {
  let later: number | undefined;
  form.addEventListener('input', () => {
    clearTimeout(later);
    later = window.setTimeout(refresh, pause);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // The form is what it was only behind this event.
  form.addEventListener('reset', () => window.setTimeout(refresh));
}

function offerMore(table: MatrixTable): void {
  const more = byId('more', HTMLButtonElement);
  more.addEventListener('click', () => table.renderMoreAndFocus());
  const observer = new IntersectionObserver(
    (seen) => {
      if (seen.some((entry) => entry.isIntersecting) && table.hasMore) table.renderMore();
    },
    { rootMargin: '600px' },
  );
  observer.observe(more);
  window.addEventListener('beforeprint', () => {
    table.renderAll();
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

function offerExpansion(table: MatrixTable, { phrase }: Texts): void {
  const button = byId('expand', HTMLButtonElement);
  let expanded = false;
  button.addEventListener('click', () => {
    expanded = !expanded;
    button.setAttribute('aria-pressed', String(expanded));
    button.textContent = phrase(expanded ? 'collapseAll' : 'expandAll');
    table.toggleAll(expanded);
  });
}

/** What the editor opened the page for, once: a requirement or a criterion, whatever the filters say. */
function goWhereAsked(table: MatrixTable, filters: FilterForm, refresh: () => void): void {
  const { go } = document.body.dataset;
  if (go === undefined || table.goTo(go)) return;
  filters.clear();
  refresh();
  table.goTo(go);
}

/** `report.html#docs/launch%23IP-1.1/AC2` opens that criterion. */
function followAddress(table: MatrixTable): void {
  const follow = (): void => {
    let key: string;
    try {
      key = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // No address of ours.
    }
    table.goTo(key);
  };
  window.addEventListener('hashchange', follow);
  if (location.hash) follow();
}
