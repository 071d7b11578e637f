import type { Status } from '../../../model/status.ts';

/** The colour of a status as bars and charts fill with it, for their legend. */
export function swatch(status: Status): string {
  return `<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect class="fill ${status}" x="1" y="1" width="14" height="14"/></svg>`;
}
