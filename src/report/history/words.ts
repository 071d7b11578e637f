import type { History } from '../../query/history.ts';
import { HISTORY_STATUSES, percentMet } from '../../query/history.ts';
import type { HistoryPoint } from '../../query/history.ts';
import { totalOf } from '../../query/progress.ts';
import { count } from '../writing/plainText.ts';

/** Heads of the columns that every table of a history has. */
export const COLUMNS = [
  'Date',
  'Revision',
  'Criteria',
  ...HISTORY_STATUSES.map((status) => status.charAt(0).toUpperCase() + status.slice(1)),
  'Met %',
] as const;

/** Columns at the left that hold text; numbers stand behind them. */
export const TEXT_COLUMNS = 2;

/** The numbers of a point, in the order of the columns. */
export function numbersOf({ counts }: HistoryPoint): string[] {
  return [totalOf(counts), ...HISTORY_STATUSES.map((status) => counts[status]), percentMet(counts) ?? '–'].map(String);
}

/** `Met: 0 % (2026-01-05) → 73 % (2026-11-21), 45 weeks`. */
export function trendOf({ points, every }: History): string {
  const [first, last] = [points[0], points.at(-1)];
  const ends = [...new Set([first, last])].map((point) => (point ? `${percentText(point)} (${point.date})` : ''));
  return `Met: ${ends.join(' → ')}, ${count(points.length, every)}`;
}

function percentText({ counts }: HistoryPoint): string {
  const percent = percentMet(counts);
  return percent === undefined ? 'nothing to meet' : `${percent} %`;
}
