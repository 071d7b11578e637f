import type { DocumentHighlight } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { lspRange } from '../place.ts';
import { itemsOf, subjectAt } from '../subject.ts';

/** Every place of the file that names the item under the cursor; its definition counts as written. Null where none is. */
export function documentHighlight(view: IndexView, path: FilePath, position: Position): DocumentHighlight[] | null {
  const subject = subjectAt(view, path, position);
  const keys = new Set(subject && itemsOf(subject).map(({ key }) => key));
  if (!keys.size) return null;
  return view.referencesIn(path).flatMap(({ use, reference, resolution }) => {
    if (resolution.kind !== 'item' || !keys.has(resolution.item.key)) return [];
    return [{ range: lspRange(reference.range), kind: use === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }];
  });
}
