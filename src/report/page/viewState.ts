import type { Filter } from './selection.ts';
import type { Sorting } from './sorting.ts';

/** The view that somebody chose, as the address of the page holds it. */
export interface ViewState {
  readonly filter: Filter;
  readonly sorting?: Sorting;
}

/** What follows the `#` of an address: a view, `?q=order&status=unmet,stale`, or the name of an item. */
export type Address = { readonly kind: 'view'; readonly view: ViewState } | { readonly kind: 'item'; readonly name: string };

/** `?q=order&status=unmet,stale&sort=status`; empty for the page as it is opened. */
export function writeView({ filter: { text, document, statuses, unproven }, sorting }: ViewState): string {
  const parts = new URLSearchParams();
  if (text.trim()) parts.set('q', text);
  if (document) parts.set('document', document);
  if (statuses) parts.set('status', [...statuses].join(','));
  if (unproven) parts.set('proof', 'unproven');
  if (sorting) parts.set('sort', `${sorting.descending ? '-' : ''}${sorting.column}`);
  const written = parts.toString();
  return written && `?${written}`;
}

/** Reads the part after the `#`, whoever wrote it; undefined if it has no meaning. */
export function readAddress(hash: string): Address | undefined {
  const text = hash.replace(/^#/u, '');
  if (text.startsWith('?')) return { kind: 'view', view: readView(new URLSearchParams(text)) };
  try {
    const name = decodeURIComponent(text);
    return name ? { kind: 'item', name } : undefined;
  } catch {
    return undefined;
  }
}

function readView(parts: URLSearchParams): ViewState {
  const statuses = parts.get('status');
  const sort = parts.get('sort') ?? '';
  const column = sort.replace(/^-/u, '');
  return {
    filter: {
      text: parts.get('q') ?? '',
      document: parts.get('document') ?? '',
      unproven: parts.get('proof') === 'unproven',
      ...(statuses !== null && { statuses: new Set(statuses.split(',')) }),
    },
    ...(column !== '' && { sorting: { column, descending: sort.startsWith('-') } }),
  };
}
