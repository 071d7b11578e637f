import { say } from '../../../../model/message.ts';
import type { LinkKind } from '../../../../model/linkKind.ts';
import { inCodeSpan } from '../../../carriers/code/commentLines.ts';
import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import { KEYWORDS } from '../../../notation/commonWords.ts';
import type { Reading } from './reading.ts';
import { readList, wholeReference } from './referenceList.ts';
import type { ListedReference } from './listedReference.ts';
import type { ReferenceList } from './referenceList.ts';
import { mentionStems } from './mentions.ts';
import { reportNear } from './reportNear.ts';
import { undoneBefore } from '../../../references/undone.ts';
import type { Words } from '../../../references/undone.ts';
import { readWaiver } from './waiver.ts';

/** `@implements`, but not the end of an address or of `@@implements`. */
const KEYWORD = new RegExp(String.raw`(?<![\p{L}\p{N}_@\\])@(${KEYWORDS.join('|')})(?![\p{L}\p{N}_-])`, 'gu');
const SEPARATOR = /:?[^\S\n\r]*/y;

/** Tells what a comment is on. */
type Declarations = Pick<DeclarationFinder, 'of'>;

/** A list that ended with a comma in a block comment and may go on in its next line. */
interface OpenList {
  readonly kind: LinkKind;
  readonly previous: ListedReference;
  readonly comma: number;
}

/**
 * Reads `@implements`, `@verifies`, `@req` and `@waives` in the lines of the comments. A keyword in a
 * fenced example or between backticks does nothing; so does one whose word is not a reference.
 *
 * @param isOff tells a line that is commented out together with the code that it speaks of.
 */
export function readKeywords(
  reading: Reading,
  comments: readonly CommentLine[],
  declarations: Declarations,
  isOff: (line: CommentLine) => boolean = () => false,
): void {
  let open: OpenList | undefined;
  for (const [index, comment] of comments.entries()) {
    if (open) open = goOn(reading, comment, open, declarations);
    if (comment.fenced) continue;
    // Bounded by the line: a keyword is looked for nowhere else.
    const line = reading.text.slice(comment.start, comment.end);
    if (!line.includes('@')) continue;
    for (const match of line.matchAll(KEYWORD)) {
      const at = comment.start + match.index;
      const word = match[1] ?? '';
      SEPARATOR.lastIndex = at + match[0].length;
      SEPARATOR.test(reading.text);
      const from = SEPARATOR.lastIndex;
      if (inCodeSpan(reading.text, comment, at)) {
        reading.note(at, 'nothing', () => say('@{0} between backticks is an example', word));
        for (const found of readList(reading.ids, reading.text, { from, end: comment.end }).references) reading.take(found.start);
        continue;
      }
      if (from === at + match[0].length || from >= comment.end) {
        reading.note(at, 'nothing', () => say('@{0} is followed by nothing', word));
        continue;
      }
      const list = readList(reading.ids, reading.text, { from, end: comment.end, colon: word !== 'waives' });
      const undone = undoneBefore(reading.text, comment.start, at);
      if (undone && list.references.length > 0) {
        takeBack(reading, word, undone, list);
        continue;
      }
      if ((list.references.length > 0 || list.near) && isOff(comment)) {
        reading.note(at, 'nothing', () => say('@{0} is commented out together with its code', word));
        mentionStems(reading, { stems: [...list.stems, ...list.references.filter(({ between }) => !between)] });
        continue;
      }
      if (word === 'waives') {
        readWaiver(reading, comments, index, { at, from, list });
        continue;
      }
      if (list.references.length === 0 && !list.near) {
        reading.note(at, 'nothing', () => say('@{0} is followed by no ID, so it is not for ReqTrace', word));
      }
      const kind = kindOf(word, reading);
      annotateAll(reading, comment, kind, list, declarations);
      open = openEnd(reading, comment, comments[index + 1], kind, list);
    }
  }
}

/** `TODO: @implements REQ-1`: what is named is not done. */
function takeBack(reading: Reading, word: string, undone: Words, list: ReferenceList): void {
  mentionStems(reading, { stems: [...list.stems, ...list.references.filter(({ between }) => !between)] });
  const message = say(
    '"{0}" before @{1} says that it is not done, so it does not count. Remove the word once it is done',
    undone.text,
    word,
  );
  reading.problem('malformed-annotation', undone.start, undone.end, message);
}

function kindOf(word: string, { role, verifies }: Reading): LinkKind {
  if (word === 'req') return role === 'test' ? verifies : 'implements';
  return word === 'verifies' ? verifies : 'implements';
}

/** A list that may go on in the next line. */
function openEnd(
  reading: Reading,
  comment: CommentLine,
  next: CommentLine | undefined,
  kind: LinkKind,
  list: ReferenceList,
): OpenList | undefined {
  const previous = list.references.at(-1);
  if (list.openComma === undefined || previous === undefined) return undefined;
  if (comment.comment.block && next?.comment === comment.comment) return { kind, previous, comma: list.openComma };
  reportComma(reading, list.openComma);
  return undefined;
}

function goOn(reading: Reading, comment: CommentLine, open: OpenList, declarations: Declarations): OpenList | undefined {
  const list = readList(reading.ids, reading.text, { from: comment.start, end: comment.end, previous: open.previous });
  if (list.references.length === 0 && !list.near) {
    reportComma(reading, open.comma);
    return undefined;
  }
  annotateAll(reading, comment, open.kind, list, declarations);
  const previous = list.references.at(-1);
  if (list.openComma === undefined || previous === undefined) return undefined;
  return { kind: open.kind, previous, comma: list.openComma };
}

function annotateAll(reading: Reading, comment: CommentLine, kind: LinkKind, list: ReferenceList, declarations: Declarations): void {
  for (const found of list.references) {
    if (!found.between && reading.take(found.start)) continue;
    const declaration = declarations.of(comment.comment);
    reading.annotate(kind, 'keyword', reading.reference(found), declaration);
    reading.note(found.start, 'annotation', () => {
      const reference = wholeReference(found);
      return declaration === undefined
        ? say('Comment of this file: {0} {1}', kind, reference)
        : say('Comment of {0}: {1} {2}', declaration.name, kind, reference);
    });
  }
  mentionStems(reading, list);
  if (list.near) reportNear(reading, list.near);
}

function reportComma(reading: Reading, comma: number): void {
  reading.problem('malformed-annotation', comma, comma + 1, say('The list ends with a comma. Add a reference or remove the comma'), {
    title: say('Remove the comma'),
    newText: '',
  });
}
