import type { ScriptTexts } from '../html/scriptTexts.ts';
import { Columns, columnsOf } from './columns.ts';
import { copyAddress } from './copying.ts';
import { saveCsv } from './csvFile.ts';
import { byId } from './dom.ts';
import { FilterForm } from './filterForm.ts';
import { findHost } from './host.ts';
import type { Host, PageUpdate } from './host.ts';
import { listenToKeys } from './keyboard.ts';
import { Group } from './matrix/group.ts';
import { MatrixTable } from './matrix/table.ts';
import { Memory } from './memory.ts';
import { keepingPlace, patch } from './patch.ts';
import { ALL } from './selection.ts';
import { Texts } from './texts.ts';
import { offerThemes } from './theme.ts';
import { readAddress, writeView } from './viewState.ts';
import type { ViewState } from './viewState.ts';
import { linkPlaces, offerWays, openPlaces } from './ways.ts';

/** Lines from which a filter waits for the next key. */
const MANY = 2000;
/** Milliseconds that it waits. */
const PAUSE = 120;

/**
 * Runs the page *Traceability matrix*, in the words of a language. The page already contains all text; this sorts, filters, searches and
 * remembers the view.
 */
export function start(scriptTexts: ScriptTexts): void {
  const texts = new Texts(scriptTexts, document.documentElement.lang);
  const host = findHost();
  offerThemes(texts);
  openPlaces(host);
  linkPlaces();
  if (host) byId('export', HTMLButtonElement).addEventListener('click', () => host.postMessage({ type: 'export' }));
  window.addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const view = document.getElementById('filters') ? new MatrixView(texts, host) : undefined;
  view?.start();
  if (host) follow(host, view);
}

/** Brings the page up to date as its editor sends it: what somebody does in it goes on. */
function follow(host: Host, view: MatrixView | undefined): void {
  window.addEventListener('message', ({ data }: MessageEvent<Partial<PageUpdate> | undefined>) => {
    if (data?.type !== 'page' || typeof data.html !== 'string') return;
    const fresh = new DOMParser().parseFromString(data.html, 'text/html');
    if (!view || !fresh.getElementById('filters') || namesOf(fresh) !== namesOf(document))
      host.postMessage({ type: 'reload', ...(data.goTo !== undefined && { goTo: data.goTo }) });
    else view.update(fresh, data.goTo);
  });
  host.postMessage({ type: 'ready' });
}

/** The columns of a page in one text; a page with others has other styles, too. */
function namesOf(page: Document): string {
  return columnsOf(page)
    .map(([column]) => column)
    .join(' ');
}

/** The matrix with its filters: what of it is to be seen, and in which order. */
class MatrixView {
  readonly #texts: Texts;
  readonly #host: Host | undefined;
  readonly #filters = new FilterForm();
  readonly #table = new MatrixTable();
  readonly #columns: Columns;
  readonly #memory: Memory;
  readonly #keys = byId('keys', HTMLInputElement);

  constructor(texts: Texts, host: Host | undefined) {
    this.#texts = texts;
    this.#host = host;
    this.#columns = new Columns(texts, () => this.#changed());
    this.#memory = new Memory(host, () => ({
      view: writeView(this.#view),
      open: this.#table.openKeys,
      scrolled: window.scrollY,
      keys: this.#keys.checked,
    }));
  }

  start(): void {
    this.#filters.form.hidden = false;
    this.#listen();
    listenToKeys(this.#filters, this.#table, () => this.#changed());
    offerWays((name) => this.#keyOf(name), this.#host, this.#texts);
    this.#restore();
    this.#memory.watch();
    const { go } = document.body.dataset;
    if (go !== undefined) this.#goTo(go);
  }

  /** Takes over what the index says now. */
  update(fresh: Document, goTo?: string): void {
    const view = this.#view;
    keepingPlace(() => {
      this.#table.sort(undefined);
      for (const part of ['header', 'main']) {
        const [old, now] = [document.querySelector(part), fresh.querySelector(part)];
        if (old && now) patch(old, now);
      }
      document.title = fresh.title;
      this.#table.read();
      this.#view = view;
    });
    if (goTo !== undefined) this.#goTo(goTo);
    this.#memory.remember();
  }

  get #view(): ViewState {
    const { sorting } = this.#columns;
    return { filter: this.#filters.filter, ...(sorting && { sorting }) };
  }

  set #view({ filter, sorting }: ViewState) {
    this.#filters.filter = filter;
    this.#columns.sorting = sorting;
    this.#refresh();
  }

  /** As an editor or the address has it. */
  #restore(): void {
    const before = this.#host?.getState();
    const address = readAddress(before?.view ?? location.hash);
    if (address?.kind === 'view') this.#view = address.view;
    else this.#refresh();
    if (before) {
      this.#table.open(new Set(before.open));
      this.#keys.checked = before.keys;
      window.scrollTo(0, before.scrolled);
    } else if (address?.kind === 'item') {
      this.#goTo(address.name);
      // A browser goes to what an address names when a page is there, and takes the focus away then.
      window.addEventListener('load', () => this.#goTo(address.name));
    }
    window.addEventListener('hashchange', () => this.#followAddress());
  }

  #followAddress(): void {
    const address = readAddress(location.hash);
    if (address?.kind === 'view') this.#view = address.view;
    if (address?.kind === 'item') this.#goTo(address.name);
  }

  /** Shows what the form and the columns ask for, and what that is. */
  #refresh(): void {
    const { filter, sorting } = this.#view;
    this.#table.sort(sorting);
    const shown = this.#table.filter(filter);
    const all = this.#table.lines.length;
    const { phrase, row } = this.#texts;
    const some = shown === 0 ? phrase('showingNone') : phrase('showingSome', all, shown);
    byId('shown', HTMLElement).textContent = shown === all ? phrase('showingAll', all) : some;
    const asked = this.#asked();
    byId('filtered', HTMLElement).textContent = asked.length ? phrase('only', row('together', asked)) : '';
  }

  /** What is asked for in words, which on paper are all that tells what is left out. */
  #asked(): string[] {
    const { text, document, statuses, unproven } = this.#filters.filter;
    const { phrase, row } = this.#texts;
    return [
      ...(text.trim() ? [phrase('search', text.trim())] : []),
      ...(document ? [phrase('document', document)] : []),
      ...(statuses
        ? [
            phrase(
              'statuses',
              row(
                'listed',
                [...statuses].map((status) => this.#filters.wordOf(status)),
              ) || '–',
            ),
          ]
        : []),
      ...(unproven ? [phrase('unproven')] : []),
    ];
  }

  /** Somebody chose something else. */
  #changed(): void {
    this.#refresh();
    if (!this.#host) history.replaceState(null, '', `#${writeView(this.#view)}`);
    this.#memory.remember();
  }

  #listen(): void {
    const { form } = this.#filters;
    const pause = this.#table.lines.length > MANY ? PAUSE : 0;
    let later: number | undefined;
    form.addEventListener('input', ({ target }) => {
      if (target === this.#keys) return;
      clearTimeout(later);
      later = window.setTimeout(() => this.#changed(), pause);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    // The form is what it was only behind this event.
    form.addEventListener('reset', () => window.setTimeout(() => this.#changed()));
    form.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement) || target.name !== 'only') return;
      this.#filters.only(target.value);
      this.#changed();
    });
    document.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('a[data-document]') : null;
      if (!link) return;
      this.#filters.document = link.dataset['document'] ?? '';
      this.#changed();
    });
    const expand = byId('expand', HTMLButtonElement);
    let expanded = false;
    expand.addEventListener('click', () => {
      expanded = !expanded;
      expand.textContent = this.#texts.phrase(expanded ? 'collapseAll' : 'expandAll');
      this.#table.toggleAll(expanded);
    });
    const copy = byId('copy', HTMLButtonElement);
    copy.hidden = this.#host !== undefined;
    copy.addEventListener('click', () => void copyAddress(`#${writeView(this.#view)}`, byId('filtered', HTMLElement), this.#texts));
    const csv = byId('csv', HTMLButtonElement);
    csv.hidden = this.#host !== undefined;
    csv.addEventListener('click', () => saveCsv(this.#table, (csv.dataset['heads'] ?? '').split('\t')));
  }

  #keyOf(name: Element): string | undefined {
    const row = name.closest('tr');
    if (!row) return name.closest<HTMLElement>('section.r')?.dataset['key'];
    return this.#table.lines.find((line) => line.row === row)?.key;
  }

  /** Shows an item with its details, whatever the filters say. */
  #goTo(name: string): void {
    const found = this.#table.find(name);
    if (!found) return;
    const element = found instanceof Group ? found.section : found.row;
    if (element.closest('[hidden]')) {
      this.#filters.filter = ALL;
      this.#refresh();
    }
    const details = found instanceof Group ? found.section.querySelector<HTMLDetailsElement>(':scope>details') : found.details;
    if (details) details.open = true;
    for (const marked of document.querySelectorAll('.at')) marked.classList.remove('at');
    element.classList.add('at');
    element.scrollIntoView({ block: element.offsetHeight > window.innerHeight ? 'start' : 'center' });
    element.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }
}
