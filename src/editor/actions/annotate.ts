import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { Reading } from '../../formats/extraction/reading.ts';
import type { IndexView } from '../../index/view.ts';
import type { Annotation, FileFacts, Reference } from '../../model/facts.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { meaningOfAnnotation } from '../../model/linkKind.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import type { WaiverWords } from './actionRequest.ts';
import type { CommentPlace } from './comment.ts';
import { commentAbove, linesAbove } from './comment.ts';
import { namesItem } from './namesItem.ts';
import { inNotebook, notWritten } from '../refusal.ts';

/** The annotation of an item above a line: `// @implements IP-1.1/AC2` in code, `// @verifies …` in a test. */
export function annotate(view: IndexView, { extractor }: Reading, item: Item, place: CommentPlace): TextEdit | Refusal {
  const refused = inNotebook([place]);
  if (refused) return refused;
  const role = extractor.roleOf(place.path);
  if (role !== 'code' && role !== 'test')
    return { refusal: l10n.t('{0} is neither code nor a test, so an annotation there would not count', place.path) };
  const kind = role === 'test' ? 'verifies' : 'implements';
  const known = extractor.extract(place.path, place.text).annotations.filter((one) => countsAs(view, one, kind) && isAbove(one, place));
  // What a quotation means, the index alone knows.
  if (known.some(({ reference }) => (reference.quote ? namesItem(reference, item) : means(view, reference, place.path, item))))
    return { refusal: l10n.t('{0} is named above line {1} of {2} already', item.id, place.line + 1, place.path) };
  const { annotation, quotation } = writerOf(view.notations, item);
  const counts = ({ annotations }: FileFacts): boolean =>
    annotations.some((one) => countsAs(view, one, kind) && one.reference.range.start.line === place.line && namesItem(one.reference, item));
  const quoting = quotation?.(kind, item, { path: place.path, configuration: view.configuration });
  const words = annotation?.(kind, view.referenceTo(item, place.path), item);
  if (words === undefined && quoting === undefined) return notWritten(item);
  const edit = quoting
    ? linesAbove(place, quoting, extractor, counts)
    : (joining(extractor, item, place, kind, { reference: view.referenceTo(item, place.path), words: words ?? '' }) ??
      commentAbove(place, words ?? '', extractor, counts));
  return (
    edit ?? {
      refusal: l10n.t('Nothing can be annotated above line {0} of {1}: a comment there would not count', place.line + 1, place.path),
    }
  );
}

/** A waiver of an item above a line, with what a person said of it; without that it counts as soon as someone has written its reason. */
export function waiveAbove(
  view: IndexView,
  extractor: Extractor,
  item: Item,
  place: CommentPlace,
  waiver?: WaiverWords,
): TextEdit | Refusal {
  const words = writerOf(view.notations, item).waiver?.(view.referenceTo(item, place.path));
  if (words === undefined) return notWritten(item);
  const said = waiver && inComment(waiver);
  const edit = commentAbove(
    place,
    `${words}${said ? said.text : ''}`,
    extractor,
    ({ waivers }) =>
      waivers.some(
        ({ range, reason, owner, until }) =>
          range.start.line === place.line && (!said || (reason === said.reason && owner === waiver.owner && until === waiver.until)),
      ),
    said ? undefined : `${words}reason`,
  );
  return edit ?? { refusal: l10n.t('A waiver above line {0} of {1} would not count', place.line + 1, place.path) };
}

/** A waiver on one line of a comment, and the reason that is read of it: `measured by hand (owner QA) until 2027-03-31`. */
function inComment({ reason: given, owner, until }: WaiverWords): { readonly reason: string; readonly text: string } {
  const reason = given
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s,;:–—-]+$/u, '')
    .replace(/^[\s–—-]+/u, '');
  return { reason, text: `${reason}${owner === undefined ? '' : ` (owner ${owner})`}${until === undefined ? '' : ` until ${until}`}` };
}

/** A line that is between a comment and its declaration: `@Override`, `#[inline]`, `[Fact]`. */
const ATTRIBUTE = /^\s*(?:@|#\[|\[)/u;

/** The line of a declaration, of a line at which its attributes begin. */
function headOf(lines: readonly string[], line: number): number {
  let head = line;
  while (ATTRIBUTE.test(lines[head] ?? '')) head += 1;
  return head;
}

/** True for an annotation that counts as implementing or verifying, whatever its own kind is called: `utest` verifies. */
function countsAs(view: IndexView, annotation: Annotation, kind: 'implements' | 'verifies'): boolean {
  return meaningOfAnnotation(view.configuration.kinds, annotation) === kind;
}

/** True for an annotation of what begins at a line, or in the comment there. */
function isAbove({ declaration, reference, source }: Annotation, { text, line }: CommentPlace): boolean {
  if (source !== 'keyword') return false;
  const at = reference.range.start.line;
  // What declares nothing has its comment right above.
  return at === line || (declaration ? declaration.range.start.line === headOf(linesOf(text), line) : at === line - 1);
}

function means(view: IndexView, reference: Reference, path: FilePath, { key }: Item): boolean {
  const found = view.resolve(reference, path);
  return found.kind === 'item' && found.item.key === key;
}

/**
 * The edit that has a comment that is there name the item as well: behind the last reference of an annotation of the same kind, else as a line of its
 * own in a block of documentation that ends right above. The reader is asked whether all that was there still counts; undefined where none would do.
 */
function joining(
  extractor: Extractor,
  item: Item,
  { path, text, line }: CommentPlace,
  kind: LinkKind,
  { reference, words }: { readonly reference: string; readonly words: string },
): TextEdit | undefined {
  const before = extractor.extract(path, text).annotations;
  const lines = linesOf(text);
  const head = headOf(lines, line);
  const there = before.filter((one) => one.kind === kind && one.source === 'keyword' && one.declaration?.range.start.line === head);
  const last = there.at(-1);
  if (there.some((one) => namesItem(one.reference, item))) return undefined;
  const insert = (at: Position, newText: string): TextEdit => ({ path, range: { start: at, end: at }, newText });
  const end = lineEndOf(text);
  const lead = last && /^[ \t]*(?:[*#;%!-]+|\/\/[/!]?)[ \t]*(?=@)/u.exec(lines[last.reference.range.start.line] ?? '')?.[0];
  const candidates = [
    ...(last ? [insert(last.reference.range.end, `, ${reference}`)] : []),
    ...(last && lead !== undefined ? [insert({ line: last.reference.range.start.line + 1, character: 0 }, `${lead}${words}${end}`)] : []),
    ...(last ? [] : inBlock(lines, line, words).map(({ at, newText }) => insert(at, newText + end))),
  ];
  return candidates.find((edit) => {
    const after = extractor.extract(path, applyEdits(text, [edit])).annotations;
    const added = after.filter(
      (one) => one.kind === kind && namesItem(one.reference, item) && one.declaration?.name === (last ?? one).declaration?.name,
    );
    return after.length === before.length + 1 && added.length === 1 && added[0]?.declaration !== undefined;
  });
}

/** A line of its own before the end of a block of documentation right above a line, or above attributes that are between. */
function inBlock(lines: readonly string[], line: number, words: string): { readonly at: Position; readonly newText: string }[] {
  let above = line - 1;
  while (above >= 0 && ATTRIBUTE.test(lines[above] ?? '')) above -= 1;
  const closing = /^(?<indent>[ \t]*)\*+\/[ \t]*$/u.exec(lines[above] ?? '');
  return closing ? [{ at: { line: above, character: 0 }, newText: `${closing.groups?.['indent'] ?? ''}* ${words}` }] : [];
}
