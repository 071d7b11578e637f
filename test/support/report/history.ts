import type { StatusCounts } from '../../../src/model/item.ts';
import type { History, HistoryPoint } from '../../../src/query/history.ts';

const NONE: StatusCounts = { failing: 0, stale: 0, unmet: 0, partial: 0, met: 0, waived: 0, exempt: 0 };

/** A point of so many days after 2026-01-01, at noon. */
export function point(days: number, counts: Partial<StatusCounts>, name = 'abcdefabcd'): HistoryPoint {
  const time = Date.UTC(2026, 0, 1 + days, 12) / 1000;
  return {
    name,
    commit: 'abcdefabcd'.repeat(4),
    time,
    date: new Date(time * 1000).toISOString().slice(0, 10),
    counts: { ...NONE, ...counts },
    configurationValid: true,
  };
}

export function historyOf(points: readonly HistoryPoint[], more: Partial<History> = {}): History {
  return { every: 'week', points, omitted: 0, notes: [], ...more };
}
