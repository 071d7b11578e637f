import * as l10n from '@vscode/l10n';
import type { History } from '../../query/history.ts';
import { localised } from '../../text/words/localised.ts';
import { cellText, table } from '../writing/markdown.ts';
import { sparkline } from './text.ts';
import { HEADS, numbersOf, TEXT_COLUMNS, trendOf } from './words.ts';

/** The history as GitHub Flavored Markdown, to keep or to put on a page; kept in the repository it is not a document itself. */
export function renderHistoryMarkdown(history: History): string {
  const rows = history.points.map((point) => [point.date, cellText(point.name), ...numbersOf(point)]);
  return (
    [
      '<!-- reqtrace-ignore-file: made by reqtrace history -->',
      `# ${l10n.t('Requirements coverage over time')}`,
      `\`${sparkline(history.points)}\` ${localised(trendOf(history))}`,
      table(HEADS.map(localised), rows, TEXT_COLUMNS),
      ...history.notes.map((note) => l10n.t('Note: {0}', cellText(note))),
    ].join('\n\n') + '\n'
  );
}
