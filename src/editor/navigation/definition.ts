import type { LocationLink } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Item, Link } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import type { UriOf } from '../place.ts';
import { lspRange } from '../place.ts';
import { itemsOf, subjectAt } from '../subject.ts';

/**
 * Go to definition. From a reference (`// @verifies IP-1.1/AC|2`) to the criterion's line in its document, from a
 * requirement's heading or a criterion's line to the code and tests that meet it. Null where neither stands.
 */
export function definition(view: IndexView, path: FilePath, position: Position, uriOf: UriOf): LocationLink[] | null {
  const subject = subjectAt(view, path, position);
  if (!subject) return null;
  const originSelectionRange = lspRange(subject.range);
  const links =
    subject.kind === 'reference'
      ? itemsOf(subject).map((item) => ({
          targetUri: uriOf(item.path),
          targetRange: lspRange(item.facts.range),
          targetSelectionRange: lspRange(item.facts.nameRange),
        }))
      : linksOf(view, subject.item).map((link) => ({
          targetUri: uriOf(link.path),
          targetRange: lspRange(link.annotation.reference.range),
          targetSelectionRange: lspRange(link.annotation.reference.range),
        }));
  return links.length ? links.map((target) => ({ originSelectionRange, ...target })) : null;
}

/** Links of the item, then those of its criteria, each annotation once. */
function linksOf(view: IndexView, item: Item): Link[] {
  const criteria = item.type === 'requirement' ? item.criteria : [];
  const links = [item, ...criteria].flatMap(({ key }) => view.coverage(key).links);
  return [...new Map(links.map((link) => [link.annotation.reference, link])).values()];
}
