import type { LocationLink } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import { withParts } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { uniqueBy } from '../../text/grouping.ts';
import type { UriOf } from '../place.ts';
import { lspRange } from '../place.ts';
import { itemsOf, subjectAt } from '../subject.ts';

/**
 * Go to implementations: the code that implements what is referred to or defined at a place, for a requirement also that of its criteria, without tests.
 * Each leads to the declaration that its annotation is on. Null where there is none.
 */
export function implementation(view: IndexView, path: FilePath, position: Position, uriOf: UriOf): LocationLink[] | null {
  const subject = subjectAt(view, path, position);
  if (!subject) return null;
  const links = itemsOf(subject)
    .flatMap((item) => withParts(item))
    .flatMap(({ key }) => view.coverage(key).links)
    .filter(({ is }) => is === 'implements');
  const places = uniqueBy(links, (link) => link.annotation.reference).map((link): LocationLink => {
    const { declaration, reference } = link.annotation;
    const range = declaration?.range ?? reference.range;
    return {
      originSelectionRange: lspRange(subject.range),
      targetUri: uriOf(link.path),
      targetRange: lspRange(range),
      targetSelectionRange: lspRange(range),
    };
  });
  return places.length ? places : null;
}
