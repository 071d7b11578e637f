import type { LocationLink } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Item, Link } from '../../model/item.ts';
import type { FilePath, Location, Position } from '../../model/position.ts';
import { contains } from '../../model/position.ts';
import type { UriOf } from '../place.ts';
import { lspRange } from '../place.ts';
import { itemsOf, subjectAt } from '../subject.ts';
import { uniqueBy } from '../../text/grouping.ts';
import { withParts } from '../../model/item.ts';

/**
 * Go to definition. From a reference (`// @verifies IP-1.1/AC|2`) to the criterion's line in its document, from a
 * requirement's heading or a criterion's line to the code and tests that meet it; from both to the further places of the item. Null where neither stands.
 */
export function definition(view: IndexView, path: FilePath, position: Position, uriOf: UriOf): LocationLink[] | null {
  const subject = subjectAt(view, path, position);
  if (!subject) return null;
  const originSelectionRange = lspRange(subject.range);
  const at = ({ path: target, range }: Location): Omit<LocationLink, 'originSelectionRange'> => ({
    targetUri: uriOf(target),
    targetRange: lspRange(range),
    targetSelectionRange: lspRange(range),
  });
  const further = itemsOf(subject)
    .flatMap((item) => view.furtherPlaces(item))
    .filter((place) => place.path !== path || !contains(place.range, position))
    .map(at);
  const near =
    subject.kind === 'reference'
      ? itemsOf(subject).map(({ path: target, facts: { range, nameRange } }) => ({
          ...at({ path: target, range: nameRange }),
          targetRange: lspRange(range),
        }))
      : linksOf(view, subject.item).map((link) => at({ path: link.path, range: link.annotation.reference.range }));
  const links = [...near, ...further];
  return links.length ? links.map((target) => ({ originSelectionRange, ...target })) : null;
}

/** Links of the item, then those of its criteria, each annotation once. */
function linksOf(view: IndexView, item: Item): Link[] {
  const links = withParts(item).flatMap(({ key }) => view.coverage(key).links);
  return uniqueBy(links, (link) => link.annotation.reference);
}
