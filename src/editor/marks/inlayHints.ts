import type { InlayHint } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import { itemMarkdown } from '../hover/itemMarkdown.ts';
import { shorten } from '../hover/markdown.ts';
import type { UriOf } from '../place.ts';
import { overlaps } from '../place.ts';

/** Longest title behind an id, in UTF-16 code units. */
const LONGEST_TITLE = 40;

/** The title of a requirement, or the text of a criterion, behind each bare id: `// @implements IP-1.1 Reserve stock`. */
export function inlayHints(view: IndexView, path: FilePath, range: Range, uriOf: UriOf): InlayHint[] {
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): InlayHint[] => {
    if (use === 'definition' || resolution.kind !== 'item' || !overlaps(reference.range, range)) return [];
    const { item } = resolution;
    return [
      {
        position: { ...reference.range.end },
        label: shorten(nameOf(item), LONGEST_TITLE),
        paddingLeft: true,
        tooltip: { kind: 'markdown', value: itemMarkdown(view, item, uriOf) },
      },
    ];
  });
}
