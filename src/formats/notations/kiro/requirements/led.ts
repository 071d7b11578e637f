import type { CarriedDocument } from '../../../carried/carriedDocument.ts';
import type { FactSink } from '../../../notation/factSink.ts';
import { criterionAt, idAt } from '../../../items/freeIds.ts';
import type { ItemGrammar } from '../../../items/itemGrammar.ts';
import { nested } from '../../../items/nested.ts';
import { readItems } from '../../../items/readItems.ts';

const ITEMS: ItemGrammar = {
  notation: 'kiro',
  idAt: (text, offset) => idAt(text, offset),
  isOwn: (id) => /^(?:N?FR|REQ|US)-/u.test(id),
  isStory: () => false,
  criterionAt,
};

/**
 * Reads a document that has no heading as Kiro writes them: what is led by ids, `- **FR-1**: The kettle boils`, as in the documents that other tools
 * write. A document without ids defines nothing.
 */
export function readLed(document: CarriedDocument, facts: FactSink): void {
  const { namespace } = document;
  readItems(document, { namespace, grammar: ITEMS }, facts, (items) => nested(items).filter(({ implicit }) => !implicit));
}
