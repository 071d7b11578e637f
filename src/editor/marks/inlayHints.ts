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

/**
 * The title of a requirement, or the text of a criterion, behind each bare id: `// @implements IP-1.1 Reserve stock`.
 *
 * @param besideLenses true where a lens above its declaration says the same of an annotation, so that only other references need it.
 */
export function inlayHints(view: IndexView, path: FilePath, range: Range, uriOf: UriOf, besideLenses = false): InlayHint[] {
  return view.referencesIn(path).flatMap(({ use, annotation, reference, resolution }): InlayHint[] => {
    if (besideLenses && annotation) return [];
    if (use === 'definition' || resolution.kind !== 'item' || !overlaps(reference.range, range)) return [];
    const { item } = resolution;
    return [
      {
        position: { ...reference.range.end },
        // VS Code puts padding before the sign of the status that follows the id, so the space is part of the words.
        label: `\u00a0${shorten(nameOf(item), LONGEST_TITLE)}`,
        tooltip: { kind: 'markdown', value: itemMarkdown(view, item, uriOf) },
      },
    ];
  });
}
