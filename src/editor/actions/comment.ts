import type { Extractor } from '../../formats/extraction/extract.ts';
import { languages } from '../../formats/languages/registry.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import { applyEdits } from '../edits.ts';

/** Within a comment of several lines any mark will do and says nothing; so the commonest is tried first. */
const COMMONEST = '// …';

/** Where a comment goes. */
export interface CommentPlace {
  readonly path: FilePath;
  readonly text: string;
  /** The line that it is above. */
  readonly line: number;
}

/**
 * The edit that puts a comment above a line, in the way of the file's language and as far in as the line. The reader of
 * annotations itself is asked which way counts there; undefined where none does, as inside of a string.
 *
 * @param words what the comment says: `@implements IP-1.1`.
 * @param counts true if the facts of the edited file have what the words mean, on that line.
 * @param tried what stands in for the words while asking, where they are yet to be completed by a person.
 */
export function commentAbove(
  { path, text, line }: CommentPlace,
  words: string,
  extractor: Extractor,
  counts: (facts: FileFacts) => boolean,
  tried = words,
): TextEdit | undefined {
  const lines = linesOf(text);
  const indent = /^[ \t]*/u.exec(lines[line] ?? '')?.[0] ?? '';
  const end = lineEndOf(text);
  const at = { line, character: 0 };
  const edit = (open: string, content: string, close: string): TextEdit => ({
    path,
    range: { start: at, end: at },
    newText: `${indent}${open}${content}${close}${end}`,
  });
  // Behind those of the language all others, since a project's own notations may be in any text.
  const forms = new Set([COMMONEST, ...(languages.of(path, text)?.comments ?? []), ...languages.comments]);
  for (const form of forms) {
    const [open = '', close = ''] = form.split('…');
    if (counts(extractor.extract(path, applyEdits(text, [edit(open, tried, close)])))) return edit(open, words, close);
  }
  return undefined;
}

/** The edit that puts lines with their own marks above a line, as far in as that; undefined where the facts of the edited file do not have what they mean. */
export function linesAbove(
  { path, text, line }: CommentPlace,
  written: readonly string[],
  extractor: Extractor,
  counts: (facts: FileFacts) => boolean,
): TextEdit | undefined {
  const indent = /^[ \t]*/u.exec(linesOf(text)[line] ?? '')?.[0] ?? '';
  const end = lineEndOf(text);
  const at = { line, character: 0 };
  const edit = { path, range: { start: at, end: at }, newText: written.map((one) => indent + one + end).join('') };
  return counts(extractor.extract(path, applyEdits(text, [edit]))) ? edit : undefined;
}
