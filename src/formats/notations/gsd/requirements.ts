import type { RequirementFacts } from '../../../model/facts.ts';
import { placeKey } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { criterionAt, idAt } from '../../items/freeIds.ts';
import { readItems } from '../../items/readItems.ts';
import { isShipped } from './files.ts';
import { readWork } from './work.ts';
import { wordsOf } from './words.ts';
import { isTracing } from './tables.ts';

/** Reads `REQUIREMENTS.md`: its items, and the table that says in which phase each is done, and how far that is. */
export function readRequirements(document: CarriedDocument, facts: FactSink): void {
  const { markdown, namespace, path } = document;
  const tracing = tracingLines(markdown.blocks);
  const shipped = isShipped(path);
  const grammar = {
    notation: 'gsd',
    idAt: (text: string, offset: number) => idAt(text, offset),
    isOwn: () => false,
    isStory: () => false,
    isForeign: () => false,
    criterionAt,
    word: wordsOf(sectionsOf(markdown)),
  };
  const adapt = (items: readonly RequirementFacts[]): readonly RequirementFacts[] =>
    items
      .filter(({ nameRange }) => !tracing.has(nameRange.start.line))
      .map((item) => (shipped ? { ...item, exempt: true, criteria: item.criteria.map((one) => ({ ...one, exempt: true })) } : item));
  const { items, leads } = readItems(document, { namespace, grammar }, facts, adapt);
  const written = items.flatMap(({ idRange, criteria }) => [idRange, ...criteria.map((one) => one.idRange)]);
  readWork(document, facts, new Set([...written, ...leads].flatMap((range) => (range ? [placeKey(range.start)] : []))));
}

/** The lines of the tables that only say where requirements are worked on. */
function tracingLines(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set(blocks.flatMap((block) => (block.type === 'table' && isTracing(block) ? block.rows.map(({ line }) => line) : [])));
}
