import type { Status } from '../../model/status.ts';
import { STATUSES } from '../../model/status.ts';
import { STATUS_SHAPES } from '../../text/words/statusShapes.ts';

/** The drawings once for the whole page; `statusIcon` points at them. */
export function iconSheet(): string {
  const symbols = STATUSES.map((status) => `<symbol id="icon-${status}" viewBox="0 0 16 16">${STATUS_SHAPES[status].drawing}</symbol>`);
  return `<svg class="sheet" aria-hidden="true">${symbols.join('')}</svg>`;
}

/** The shape of a status; the word beside it is for the reader to write. */
export function statusIcon(status: Status): string {
  return `<svg class="icon ${status}" aria-hidden="true"><use href="#icon-${status}"/></svg>`;
}

/** The colour of a status as bars and charts fill with it, for their legend. */
export function swatch(status: Status): string {
  return `<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect class="fill ${status}" x="1" y="1" width="14" height="14"/></svg>`;
}
