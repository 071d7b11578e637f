import type { Reference, RequirementFacts } from '../../../model/facts.ts';
import { placeKey } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { mention } from '../../items/mentions/mention.ts';
import { nested } from '../../items/nested.ts';
import { readItems } from '../../items/readItems.ts';
import { referencesOf } from '../../items/mentions/references.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import { ITEMS, isLabelled } from './grammar.ts';

/** Reads requirements and stories: their items, the requirements that a story covers, and what else is mentioned. */
export function readSpec(document: CarriedDocument, facts: FactSink): void {
  const traces = tracesOf(document);
  const adapt = (items: readonly RequirementFacts[]): readonly RequirementFacts[] => nested(items).map((item) => covering(item, traces));
  const { items, leads } = readItems(document, { namespace: document.namespace, grammar: ITEMS }, facts, adapt);
  const written = items.flatMap(({ idRange, criteria, covers }) => [
    idRange,
    ...criteria.map((one) => one.idRange),
    ...covers.map(({ range }) => range),
  ]);
  const taken = new Set([...written, ...leads].flatMap((range) => (range ? [placeKey(range.start)] : [])));
  for (const { inline } of stretches(document)) {
    linksOf(inline, document, facts);
    for (const reference of referencesOf(inline, ITEMS.notation)) {
      if (taken.has(placeKey(reference.range.start))) continue;
      mention(document, facts, reference, ITEMS.isOwn);
    }
  }
}

/** What lines such as `**Traces**: FR-1, NFR-2` name, in order. */
function tracesOf(document: CarriedDocument): readonly Reference[] {
  const found: Reference[] = [];
  for (const { inline } of stretches(document)) {
    let from = 0;
    for (const line of inline.plain.split('\n')) {
      if (isLabelled(line)) found.push(...referencesOf(inline, ITEMS.notation, from, from + line.length));
      from += line.length + 1;
    }
  }
  return found;
}

/** A story covers the requirements that its section traces to; ids of rules and tests there are mentions. */
function covering(item: RequirementFacts, traces: readonly Reference[]): RequirementFacts {
  if (!ITEMS.isStory(item.localId)) return item;
  const { start, end } = item.range;
  const covers = traces.filter(
    ({ id, range }) => start.line < range.start.line && range.start.line <= end.line && ITEMS.isOwn(id) && !ITEMS.isStory(id),
  );
  return covers.length === 0 ? item : { ...item, covers };
}
