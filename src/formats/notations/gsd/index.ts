import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FREE_IDS, readAt } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { FILES } from './files.ts';
import { readRequirements } from './requirements.ts';
import { readWork } from './work.ts';

/**
 * GSD (get-shit-done): `.planning/REQUIREMENTS.md` lists requirements by category, `- [ ] **AUTH-01**: User can sign in`; the plans of each phase and their
 * summaries say in their front matter which they are about.
 */
export const gsd = {
  name: 'gsd',
  files: FILES,
  ids: FREE_IDS,
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: COMMON_WORDS,
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part === 'spec') readRequirements(document, facts);
  else readWork(document, facts, new Set());
}
