import type { ItemPlace, RequirementFacts } from '../../../model/facts.ts';
import type { Range } from '../../../model/position.ts';
import { placeKey } from '../../../model/position.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { FormatContext } from '../../notation/context.ts';
import { readItems } from '../../items/readItems.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import { reportClarifications } from './clarifications.ts';
import { ITEMS } from './items.ts';
import { placedReferences } from './references.ts';
import { say } from '../../../model/message.ts';

/** Reads `spec.md` of a feature: stories with their scenarios, requirements, outcomes. */
export function readSpec(
  document: CarriedDocument,
  namespace: string,
  place: ItemPlace,
  facts: FactSink,
  ownIds: FormatContext['ids'],
): void {
  const { items, leads, sections } = readItems(document, { namespace, place, grammar: ITEMS, ownIds }, facts);
  for (const { blocks, word } of sections) if (word === 'edge cases') questions(document, blocks);
  readProse(document, facts, items, leads, ownIds);
}

/** Ids in the words of a specification are mentions, but where they lead. */
function readProse(
  document: CarriedDocument,
  facts: FactSink,
  items: readonly RequirementFacts[],
  leads: readonly Range[],
  ownIds: FormatContext['ids'],
): void {
  const written = items.flatMap(({ idRange, criteria }) => [idRange, ...criteria.map((one) => one.idRange)]);
  const taken = new Set([...written, ...leads].flatMap((range) => (range ? [placeKey(range.start)] : [])));
  const holders = holderOfLine(items);
  for (const { inline, line } of stretches(document)) {
    linksOf(inline, document, facts);
    reportClarifications(document, facts, inline, holders.get(line));
    for (const { reference } of placedReferences(inline, { ownIds })) {
      if (taken.has(placeKey(reference.range.start))) continue;
      facts.mention(reference);
      document.note(reference.range.start.line, 'mention', () => say('Mentions {0}, if that is a known ID', reference.text));
    }
  }
}

/** The innermost item that each line belongs to; sections are nested six deep at most. */
function holderOfLine(items: readonly RequirementFacts[]): ReadonlyMap<number, string> {
  const holders = new Map<number, string>();
  for (const { localId, range, level } of items.toSorted((a, b) => a.level - b.level))
    for (
      let line = range.start.line;
      line <= (level > 6 ? Math.min(range.end.line, range.start.line + LONGEST_ITEM) : range.end.line);
      line += 1
    )
      holders.set(line, localId);
  return holders;
}

/** Lines of a list item beyond that are not part of its statement; items may be nested deep. */
const LONGEST_ITEM = 50;

/** Questions about edge cases are asked of the reader, not of the code. */
function questions(document: CarriedDocument, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    for (const { first } of block.items) document.note(first, 'nothing', () => say('An edge case without an ID is not an item'));
  }
}
