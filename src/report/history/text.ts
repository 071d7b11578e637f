import type { History, HistoryPoint } from '../../query/history.ts';
import { percentMet } from '../../query/history.ts';
import { localised } from '../../text/words/localised.ts';
import type { Palette } from '../writing/palette.ts';
import { plain, truncate } from '../writing/plainText.ts';
import { alignRows } from '../writing/table.ts';
import { HEADS, numbersOf, TEXT_COLUMNS, trendOf } from './words.ts';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** Columns of a sparkline at most. */
const WIDEST = 60;
const WIDEST_NAME = 30;

/** The history for a terminal: a line of bars, then a row for each point. */
export function renderHistoryText(history: History, palette: Palette): string {
  const rows = history.points.map((point) => [
    { text: point.date, paint: palette.dim },
    { text: truncate(plain(point.name), WIDEST_NAME) },
    ...numbersOf(point).map((text) => ({ text, align: 'right' as const })),
  ]);
  const head = HEADS.map((head, at) => ({
    text: localised(head),
    paint: palette.bold,
    ...(at >= TEXT_COLUMNS && { align: 'right' as const }),
  }));
  return `${palette.good(sparkline(history.points))}  ${localised(trendOf(history))}\n\n${alignRows([head, ...rows]).join('\n')}\n`;
}

/** The share of met criteria from 0 to 100 % as bars, `▁▃▆█`, a full one where all are; a blank where nothing needs to be met. Of many points as many as fit, first and last among them. */
export function sparkline(points: readonly HistoryPoint[], widest = WIDEST): string {
  const width = Math.min(points.length, widest);
  return Array.from({ length: width }, (_, at) => {
    const point = points[width > 1 ? Math.round((at * (points.length - 1)) / (width - 1)) : 0];
    const percent = point && percentMet(point.counts);
    return percent === undefined ? ' ' : BARS[Math.floor((percent / 100) * (BARS.length - 1))];
  }).join('');
}
