import type { LineMap } from '../../../text/lineMap.ts';
import type { CommentLine } from './commentLines.ts';
import type { IgnoreMark } from '../../../model/readingLimit.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/** Which lines of a file are switched off. */
export interface Ignores {
  readonly file: boolean;
  has(line: number): boolean;
  /** The marks that do it. */
  readonly marks: readonly IgnoreMark[];
}

/** What each such line begins with. */
export const IGNORE = 'reqtrace-ignore-';

const DIRECTIVE = /reqtrace-ignore-(next-line|start|end|file)(?![\w-])/y;

/**
 * Reads `reqtrace-ignore-next-line`, `-start`, `-end` and `-file`; each must be the first word of a
 * comment line. A region without an end goes to the end of the file. They are ReqTrace's own words and hold for every notation.
 *
 * @param note is told of each, by its offset.
 */
export function readIgnores(
  text: string,
  lines: LineMap,
  comments: readonly CommentLine[],
  note: (offset: number, why: () => Message) => void,
): Ignores {
  const single = new Set<number>();
  const regions: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  const marks: IgnoreMark[] = [];
  let file = false;
  for (const comment of comments) {
    DIRECTIVE.lastIndex = comment.start;
    const directive = DIRECTIVE.exec(text)?.[1];
    if (directive === undefined || comment.fenced) continue;
    const why = WHY[directive];
    if (why) note(comment.start, () => why);
    const switchesOff = directive !== 'end' && !(directive === 'start' && open);
    if (switchesOff) marks.push({ kind: directive as IgnoreMark['kind'], range: lines.rangeOf(comment.start, DIRECTIVE.lastIndex) });
    if (directive === 'file') file = true;
    else if (directive === 'next-line') single.add(lines.lineAt(comment.comment.end) + 1);
    else if (directive === 'start') {
      if (open) continue;
      open = { start: comment.line, end: Infinity };
      regions.push(open);
    } else if (open) {
      open.end = comment.line;
      open = undefined;
    }
  }
  return { file, marks, has: (line) => file || single.has(line) || regions.some(({ start, end }) => start <= line && line <= end) };
}

const WHY: Readonly<Record<string, Message>> = {
  file: say('reqtrace-ignore-file: nothing in this file counts'),
  'next-line': say('reqtrace-ignore-next-line: nothing on the next line counts'),
  start: say('reqtrace-ignore-start: nothing counts until reqtrace-ignore-end'),
  end: say('reqtrace-ignore-end: what follows counts again'),
};
