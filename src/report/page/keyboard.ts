import { byId } from './dom.ts';
import type { FilterForm } from './filterForm.ts';
import { actionOf } from './keys.ts';
import type { KeyAction, Pressed } from './keys.ts';
import type { MatrixTable } from './matrix/table.ts';

/** Fields in which a slash is a letter. */
const TEXT_FIELDS = 'textarea, select, input:not([type=checkbox])';

/** Lets the page be used by keyboard alone. */
export function listenToKeys(filters: FilterForm, table: MatrixTable, refresh: () => void): void {
  const wanted = byId('keys', HTMLInputElement);
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const action = actionOf({ key, modified: event.ctrlKey || event.metaKey || event.altKey, on: kindOf(target, filters) }, wanted.checked);
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

function step(action: Exclude<KeyAction, 'search' | 'clear'>, from: EventTarget | null, table: MatrixTable): void {
  const all = table.names;
  const at = all.findIndex((name) => name === from);
  const places = { next: Math.min(at + 1, all.length - 1), previous: Math.max(at - 1, 0), first: 0, last: all.length - 1 };
  all[places[action]]?.focus();
}

function kindOf(target: EventTarget | null, filters: FilterForm): Pressed['on'] {
  if (filters.isSearch(target)) return 'search';
  if (!(target instanceof Element)) return 'other';
  if (target.matches(TEXT_FIELDS)) return 'field';
  return target.matches('.m th>a:first-child') ? 'item' : 'other';
}
