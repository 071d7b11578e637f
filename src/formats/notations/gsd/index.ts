import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../factSink.ts';
import { FREE_IDS, HOUSE_WORDS, readAt } from '../../items/notation.ts';
import type { Notation } from '../../notation.ts';
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
  readDocumentAt: (document, position) => readAt('gsd', read, document, position),
  write: HOUSE_WORDS,
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ ...(namespace !== undefined && { namespace }), ...(part && { part }) });
  if (part === 'spec') readRequirements(document, facts);
  else readWork(document, facts, new Set());
}
