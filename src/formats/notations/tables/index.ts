import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { TABLES } from '../../tabular/readsTables.ts';
import { FILES } from './files.ts';
import { readFile } from './readFile.ts';

/**
 * Tables of requirements and criteria. Files of comma-separated values are read here; tables in Markdown documents belong to what is around them, so
 * the reader of documents puts them together, by the same rules (`readTable`), as long as this notation is switched on.
 */
export const tables = {
  name: TABLES,
  files: FILES,
  ids: {
    normal: (id) => id,
    isName: (name, type, { ids }) => type !== 'criterion' && ids.isId(name),
  },
  needles: [],
  readDocument: readFile,
  write: {
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: COMMON_WORDS.waiver,
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;
