import type { Location } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath, Position } from '../../model/position.ts';
import type { UriOf } from '../place.ts';
import { lspLocation } from '../place.ts';
import { itemsOf, subjectAt } from '../subject.ts';

/**
 * Find references: every place that points at the very item under the cursor, which may be a reference or the
 * definition. A reference to a criterion is not one to its requirement, nor the other way round.
 *
 * @param includeDeclaration puts the item's own place in its document first.
 */
export function references(
  view: IndexView,
  path: FilePath,
  position: Position,
  includeDeclaration: boolean,
  uriOf: UriOf,
): Location[] | null {
  const subject = subjectAt(view, path, position);
  if (!subject) return null;
  return itemsOf(subject).flatMap((item) => [
    ...(includeDeclaration ? [lspLocation({ path: item.path, range: item.facts.nameRange }, uriOf)] : []),
    ...view
      .referencesTo(item.key)
      .filter(({ use }) => use !== 'definition')
      .map((resolved) => lspLocation({ path: resolved.path, range: resolved.reference.range }, uriOf)),
  ]);
}
