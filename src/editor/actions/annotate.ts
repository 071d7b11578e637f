import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { Reading } from '../../formats/extraction/reading.ts';
import type { IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { Refusal } from '../refusal.ts';
import type { CommentPlace } from './comment.ts';
import { commentAbove } from './comment.ts';
import { namesItem } from './namesItem.ts';
import { notWritten } from '../refusal.ts';

/** The annotation of an item above a line: `// @implements IP-1.1/AC2` in code, `// @verifies …` in a test. */
export function annotate(view: IndexView, { extractor }: Reading, item: Item, place: CommentPlace): TextEdit | Refusal {
  const role = extractor.roleOf(place.path);
  if (role !== 'code' && role !== 'test')
    return { refusal: l10n.t('{0} is neither code nor a test, so an annotation there would not count', place.path) };
  const kind = role === 'test' ? 'verifies' : 'implements';
  const words = writerOf(view.notations, item).annotation?.(kind, view.referenceTo(item, place.path), item);
  if (words === undefined) return notWritten(item);
  const edit = commentAbove(place, words, extractor, ({ annotations }) =>
    annotations.some((one) => one.kind === kind && one.reference.range.start.line === place.line && namesItem(one.reference, item)),
  );
  return (
    edit ?? {
      refusal: l10n.t('Nothing can be annotated above line {0} of {1}: a comment there would not count', place.line + 1, place.path),
    }
  );
}

/** A waiver of an item above a line, which counts as soon as someone has written its reason. */
export function waiveAbove(view: IndexView, extractor: Extractor, item: Item, place: CommentPlace): TextEdit | Refusal {
  const words = writerOf(view.notations, item).waiver?.(view.referenceTo(item, place.path));
  if (words === undefined) return notWritten(item);
  const edit = commentAbove(
    place,
    words,
    extractor,
    ({ waivers }) => waivers.some(({ range }) => range.start.line === place.line),
    `${words}reason`,
  );
  return edit ?? { refusal: l10n.t('A waiver above line {0} of {1} would not count', place.line + 1, place.path) };
}
