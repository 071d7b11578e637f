import type { Status } from '../../model/status.ts';

/** Drawings of 16 by 16, so that each status has a shape of its own and not only a colour. */
const SHAPES: Readonly<Record<Status, string>> = {
  failing: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" class="ink"/>',
  stale: '<circle cx="8" cy="8" r="6.2" class="line"/><path d="M8 4.2V8l2.6 1.8" class="line"/>',
  unmet: '<circle cx="8" cy="8" r="6.2" class="line"/>',
  partial: '<circle cx="8" cy="8" r="6.2" class="line"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>',
  met: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.3l2.3 2.3 4.5-5" class="ink"/>',
  waived: '<circle cx="8" cy="8" r="6.2" class="line dashes"/><path d="M5 8h6" class="line"/>',
  exempt: '<path d="M3 8h10" class="line"/>',
};

/** The drawings once for the whole page; `statusIcon` points at them. */
export function iconSheet(): string {
  const symbols = Object.entries(SHAPES).map(([status, shape]) => `<symbol id="icon-${status}" viewBox="0 0 16 16">${shape}</symbol>`);
  return `<svg class="sheet" aria-hidden="true">${symbols.join('')}</svg>`;
}

/** The shape of a status; the word beside it is for the reader to write. */
export function statusIcon(status: Status): string {
  return `<svg class="icon ${status}" aria-hidden="true"><use href="#icon-${status}"/></svg>`;
}
