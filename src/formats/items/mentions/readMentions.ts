import { placeKey } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { mention } from './mention.ts';
import type { ReadItems } from '../readItems.ts';
import { referencesOf } from './references.ts';
import { linksOf, stretches } from './stretches.ts';

/** Hands over the links of a document and the ids that it names, those left out that define something there. */
export function readMentions(
  document: CarriedDocument,
  facts: FactSink,
  notation: string,
  { items, leads }: Pick<ReadItems, 'items' | 'leads'> = { items: [], leads: [] },
): void {
  const written = items.flatMap(({ idRange, criteria }) => [idRange, ...criteria.map((one) => one.idRange)]);
  const taken = new Set([...written, ...leads].flatMap((range) => (range ? [placeKey(range.start)] : [])));
  for (const { inline } of stretches(document)) {
    linksOf(inline, document, facts);
    for (const reference of referencesOf(inline, notation))
      if (!taken.has(placeKey(reference.range.start))) mention(document, facts, reference, (id) => /^(?:N?FR|US|REQ)-/u.test(id));
  }
}
