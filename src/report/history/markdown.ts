import { inEnglish } from '../../model/message.ts';
import type { History } from '../../query/history.ts';
import { cellText, table } from '../writing/markdown.ts';
import { sparkline } from './text.ts';
import { COLUMNS, numbersOf, TEXT_COLUMNS, trendOf } from './words.ts';

/** The history as GitHub Flavored Markdown, to keep or to put on a page; kept in the repository it is not a document itself. */
export function renderHistoryMarkdown(history: History): string {
  const rows = history.points.map((point) => [point.date, cellText(point.name), ...numbersOf(point)]);
  return (
    [
      '<!-- reqtrace-ignore-file: made by reqtrace history -->',
      '# Requirements coverage over time',
      `\`${sparkline(history.points)}\` ${inEnglish(trendOf(history))}`,
      table(COLUMNS, rows, TEXT_COLUMNS),
      ...history.notes.map((note) => `Note: ${cellText(note)}`),
    ].join('\n\n') + '\n'
  );
}
