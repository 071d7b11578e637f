import type { IndexView } from '../index/view.ts';
import type { Item, ResolvedReference } from '../model/item.ts';
import type { FilePath, Position, Range } from '../model/position.ts';
import { comparePositions, contains } from '../model/position.ts';

/** What is at a place of a file: a reference to items, or the definition of one. */
export type Subject =
  | { readonly kind: 'reference'; readonly resolved: ResolvedReference; readonly range: Range }
  | { readonly kind: 'definition'; readonly item: Item; readonly range: Range };

/**
 * What is at a position: in `// @verifies IP-1.|1` the reference, in `### IP-1.1: Res|erve stock` the requirement
 * that the heading defines. Undefined where there is neither; the smaller of two wins.
 */
export function subjectAt(view: IndexView, path: FilePath, position: Position): Subject | undefined {
  let definition: Subject | undefined;
  let reference: Subject | undefined;
  for (const resolved of view.referencesIn(path)) {
    if (resolved.use !== 'definition') {
      const { range } = resolved.reference;
      if (contains(range, position) && (!reference || comparePositions(reference.range.start, range.start) <= 0)) {
        reference = { kind: 'reference', resolved, range };
      }
    } else if (resolved.resolution.kind === 'item') {
      const { item } = resolved.resolution;
      const range = [resolved.reference.range, item.facts.nameRange].find((candidate) => contains(candidate, position));
      // A criterion within the heading range of nothing else: the later definition is the inner one.
      if (range) definition = { kind: 'definition', item, range };
    }
  }
  return reference ?? definition;
}

/** The items that a subject stands for: one, several for an ambiguous reference, none for an unknown one. */
export function itemsOf(subject: Subject): readonly Item[] {
  if (subject.kind === 'definition') return [subject.item];
  const { resolution } = subject.resolved;
  switch (resolution.kind) {
    case 'item':
      return [resolution.item];
    case 'ambiguous':
      return resolution.candidates;
    default:
      return [];
  }
}
