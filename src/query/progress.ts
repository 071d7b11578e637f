import type { StatusCounts } from '../model/item.ts';
import { STATUSES } from '../model/status.ts';

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
