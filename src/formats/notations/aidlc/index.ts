import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FREE_IDS, readAt } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { FILES } from './files.ts';
import { readSpec } from './spec.ts';
import { readWork } from './work.ts';

/** AI-DLC (AWS): requirements and user stories in `aidlc-docs/inception`, and the designs and plans of the construction that refer to them. */
export const aidlc = {
  name: 'aidlc',
  files: FILES,
  ids: FREE_IDS,
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: { ...COMMON_WORDS, definition: (id) => ({ before: `${id}: `, behind: '' }) },
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part === 'spec') readSpec(document, facts);
  else readWork(document, facts);
}
