import type { StatusCounts } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import { STATUSES } from '../model/status.ts';

/** True for a status that still needs work: everything but `met`, `waived` and `exempt`. What the badge counts and the filter *unmet* shows. */
export function isOpen(status: Status): boolean {
  return status !== 'met' && status !== 'waived' && status !== 'exempt';
}

/** Criteria that are met, of those that need anything: 2 met, 1 unmet and 1 waived are `{ met: 2, of: 3 }`. */
export interface Progress {
  readonly met: number;
  readonly of: number;
}

/** Progress of a set of criteria: met / (all − waived − exempt). */
export function progress(counts: StatusCounts): Progress {
  return { met: counts.met, of: totalOf(counts) - counts.waived - counts.exempt };
}

/** All criteria counted, whatever their status. */
export function totalOf(counts: StatusCounts): number {
  return STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** Counts of several sets together. */
export function sumCounts(all: Iterable<StatusCounts>): StatusCounts {
  const sum: Record<Status, number> = { failing: 0, stale: 0, unmet: 0, partial: 0, met: 0, waived: 0, exempt: 0 };
  for (const counts of all) for (const status of STATUSES) sum[status] += counts[status];
  return sum;
}
