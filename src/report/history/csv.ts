import type { History } from '../../query/history.ts';
import { HISTORY_STATUSES, percentMet } from '../../query/history.ts';
import { totalOf } from '../../query/progress.ts';
import { csvText } from '../writing/csv.ts';
import { COLUMNS } from './words.ts';

/** The history for a spreadsheet: one row for each point, the whole hash of the commit at the end. An empty share means that nothing needs to be met. */
export function renderHistoryCsv({ points }: History): string {
  return csvText([
    [...COLUMNS, 'Commit'],
    ...points.map(({ date, name, commit, counts }) => [
      date,
      name,
      totalOf(counts),
      ...HISTORY_STATUSES.map((status) => counts[status]),
      percentMet(counts) ?? '',
      commit,
    ]),
  ]);
}
