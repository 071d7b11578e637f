import type { MatrixFileParams } from '../../server/reviewProtocol.ts';

/** What the matrix can be saved as. */
export type MatrixFormat = 'html' | MatrixFileParams['format'];

/** Kinds of files to choose from when it is saved, with the ends of their names. */
export const FILTERS: Readonly<Record<string, string[]>> & Record<string, string[]> = {
  HTML: ['html'],
  CSV: ['csv'],
  Markdown: ['md'],
  JSON: ['json'],
};

const BY_END: Readonly<Record<string, MatrixFormat>> = { csv: 'csv', md: 'markdown', markdown: 'markdown', json: 'json' };

/** The format of a file by the end of its name: `matrix.CSV` is `csv`; a page where it says nothing that is known. */
export function formatOf(path: string): MatrixFormat {
  const end = /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  return BY_END[end] ?? 'html';
}
