import type { FilterForm } from './filterForm.ts';
import { actionOf } from './keys.ts';
import type { Pressed } from './keys.ts';
import type { MatrixTable } from './matrix/table.ts';

/** Lets the page be used by keyboard alone. */
export function listenToKeys(filters: FilterForm, table: MatrixTable, refresh: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const action = actionOf({ key, modified: event.ctrlKey || event.metaKey || event.altKey, on: kindOf(target, filters) });
    if (!action) return;
    if (action === 'clear') {
      filters.clearSearch();
      refresh();
      return;
    }
    event.preventDefault();
    if (action === 'search') filters.focusSearch();
    else step(action, target, table);
  });
}

function step(action: 'next' | 'previous', from: EventTarget | null, table: MatrixTable): void {
  if (action === 'next' && table.hasMore) table.renderMore();
  const all = table.toggles;
  const at = all.findIndex((toggle) => toggle === from);
  all[at + (action === 'next' ? 1 : -1)]?.focus();
}

function kindOf(target: EventTarget | null, filters: FilterForm): Pressed['on'] {
  if (filters.isSearch(target)) return 'search';
  if (!(target instanceof Element)) return 'other';
  if (target.matches('input, select, textarea')) return 'field';
  return target.classList.contains('toggle') ? 'toggle' : 'other';
}
