import type { IndexView } from '../../../index/view.ts';
import { renderCsv } from '../../../report/coverage/csv.ts';
import { renderMarkdown } from '../../../report/coverage/markdown.ts';
import { renderJson } from '../../../report/json/report.ts';
import type { Skipped } from '../../../report/skipped.ts';
import type { MatrixFileParams } from '../../reviewProtocol.ts';

/** The matrix as `reqtrace report` prints it in that format, in English as there. */
export function matrixFile(view: IndexView, skipped: readonly Skipped[], format: MatrixFileParams['format']): string {
  if (format === 'csv') return renderCsv(view);
  return format === 'markdown' ? renderMarkdown(view) : renderJson(view, skipped);
}
