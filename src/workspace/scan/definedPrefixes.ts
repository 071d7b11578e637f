import type { FileChange } from '../../index/view.ts';
import type { IdGrammar } from '../../formats/notations/house/ids.ts';

/** Prefixes of the ids that these documents define, `IP` and `FR`, as the index will know them once it has their facts. */
export function definedPrefixes(documents: readonly FileChange[], ids: IdGrammar): Set<string> {
  const prefixes = new Set<string>();
  for (const { localId, implicit, criteria } of documents.flatMap(({ facts }) => facts?.requirements ?? [])) {
    if (!implicit) prefixes.add(ids.prefixOf(localId));
    for (const criterion of criteria) if (criterion.whole) prefixes.add(ids.prefixOf(criterion.localId));
  }
  return prefixes;
}
