import type { FileChange } from '../../index/view.ts';
import { notationMark } from '../../model/notation.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';

/** Prefixes of the ids that these documents define, `IP` and `FR`, and marks of their notations, as the index will know them once it has their facts. */
export function definedPrefixes(documents: readonly FileChange[], ids: IdGrammar): Set<string> {
  const prefixes = new Set<string>();
  for (const { localId, implicit, criteria, notation } of documents.flatMap(({ facts }) => facts?.requirements ?? [])) {
    if (notation !== undefined) prefixes.add(notationMark(notation));
    if (!implicit) prefixes.add(ids.prefixOf(localId));
    for (const criterion of criteria) if (criterion.whole) prefixes.add(ids.prefixOf(criterion.localId));
  }
  return prefixes;
}
