import type { StatusCounts } from './item.ts';
import type { Status } from './status.ts';
import { STATUSES } from './status.ts';

/** No criterion of any status. */
export const NO_COUNTS: StatusCounts = { failing: 0, stale: 0, unmet: 0, partial: 0, met: 0, waived: 0, exempt: 0 };

/** One criterion of a status: `countOne('met')` is `{ …, met: 1, … }`. */
export function countOne(status: Status): StatusCounts {
  return { ...NO_COUNTS, [status]: 1 };
}

/** Adds (or with -1, takes away) counts of criteria. */
export function addCounts(to: StatusCounts, counts: StatusCounts, sign: 1 | -1 = 1): StatusCounts {
  const sum = { ...to };
  for (const status of STATUSES) sum[status] += sign * counts[status];
  return sum;
}

/** Counts of several sets together: 2 met and 1 met with 1 unmet are 3 met and 1 unmet. */
export function sumCounts(all: Iterable<StatusCounts>): StatusCounts {
  const sum: Record<Status, number> = { ...NO_COUNTS };
  for (const counts of all) for (const status of STATUSES) sum[status] += counts[status];
  return sum;
}

/** The largest number that the end of a row has room for; a row with more says only that there are many, and the numbers before it. */
export const MOST_IN_BADGE = 99;
