import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { ItemStore } from '../items/itemStore.ts';
import type { ReferenceStore } from '../references/referenceStore.ts';
import type { CoverEdge, CoverGraph } from './coverGraph.ts';
import { uniqueBy } from '../../text/grouping.ts';

/** What an index knows that relations follow from, and the relations. */
interface Known {
  readonly items: ItemStore;
  readonly references: ReferenceStore;
  readonly covers: CoverGraph;
}

/**
 * Relates the requirements of some files to those that they cover, now that their references mean what they mean.
 *
 * @param vanished keys of items that are gone.
 * @param dirty takes the keys of requirements whose coverage may be another.
 * @returns documents with a requirement that is or was on a cycle, if any relation changed.
 */
export function arrangeCovers(known: Known, paths: ReadonlySet<FilePath>, vanished: readonly string[], dirty: Set<string>): Set<FilePath> {
  const { items, covers } = known;
  const next = new Map<string, readonly CoverEdge[]>(vanished.map((key) => [key, []]));
  const edgesByFile = new Map<FilePath, ReadonlyMap<string, CoverEdge[]>>();
  const edgesIn = (path: FilePath): ReadonlyMap<string, CoverEdge[]> => {
    const edges = edgesByFile.get(path) ?? edgesOf(known, path);
    edgesByFile.set(path, edges);
    return edges;
  };
  for (const path of paths) {
    for (const { key, path: owner } of items.requirementsAt(path)) {
      if (next.has(key)) continue;
      const places = [owner, ...items.furtherPlaces(key).map((place) => place.path)];
      const edges = places.flatMap((place) => edgesIn(place).get(key) ?? []);
      if (edges.length || covers.edges(key).length) next.set(key, uniqueTargets(edges));
    }
  }
  // What is no more than planned meets nothing.
  for (const path of paths) for (const { key } of items.document(path)?.planned ?? []) if (covers.edges(key).length) next.set(key, []);
  const before = covers.onCycles;
  let changed = false;
  for (const [lower, edges] of next) {
    const old = covers.edges(lower);
    if (!covers.set(lower, edges)) continue;
    changed = true;
    for (const { higher } of [...old, ...edges]) dirty.add(higher);
  }
  const documents = new Set<FilePath>();
  if (!changed) return documents;
  covers.arrange();
  for (const key of [...before, ...covers.onCycles]) {
    dirty.add(key);
    const path = items.item(key)?.path;
    if (path !== undefined) documents.add(path);
  }
  return documents;
}

function edgesOf({ items, references }: Known, path: FilePath): ReadonlyMap<string, CoverEdge[]> {
  const found = new Map<string, CoverEdge[]>();
  for (const { lower: localId, namespace, outcome, reference } of references.inFile(path)) {
    const target: Item | undefined = outcome.kind === 'item' ? items.item(outcome.key) : undefined;
    const lower = localId === undefined || !target ? undefined : items.requirementIn(path, localId, namespace)?.key;
    if (lower === undefined || !target) continue;
    const higher = requirementOf(target).key;
    const edges = found.get(lower) ?? [];
    edges.push({ lower, higher, target: target.key, ...(reference.revision !== undefined && { revision: reference.revision }) });
    found.set(lower, edges);
  }
  return found;
}

/** One for each target and revision of it. */
function uniqueTargets(edges: readonly CoverEdge[]): readonly CoverEdge[] {
  return uniqueBy(edges, ({ target, revision }) => `${target}~${revision ?? ''}`);
}
