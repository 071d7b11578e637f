import type { LineMap } from '../../../text/lineMap.ts';
import type { Token } from './scan.ts';

/** One line of a comment, its marks and decoration left out. */
export interface CommentLine {
  readonly line: number;
  /** Offsets of its text; `start` is behind `*`, `//!` and their like. */
  readonly start: number;
  readonly end: number;
  /** The comment it belongs to. */
  readonly comment: Token;
  /** Inside a fenced example, the fences included. */
  readonly fenced: boolean;
}

const DECORATION = /^[\s*/!#;%=|'"-]*/;
const FENCE = /(?:```|~~~)/y;

/** The lines of all comments, in order. Line comments on consecutive lines share their fences. */
export function commentLines(text: string, comments: readonly Token[], lines: LineMap): CommentLine[] {
  const result: CommentLine[] = [];
  let fence: string | undefined;
  let previous: CommentLine | undefined;
  for (const comment of comments) {
    const first = lines.lineAt(comment.innerStart);
    const last = lines.lineAt(Math.max(comment.innerStart, comment.innerEnd));
    if (comment.block || previous === undefined || previous.comment.block || previous.line + 1 !== first) fence = undefined;
    for (let line = first; line <= last; line++) {
      const end = Math.min(lines.endOf(line), comment.innerEnd);
      const start = skip(text, Math.max(lines.startOf(line), comment.innerStart), end);
      const mark = fenceAt(text, start, end);
      const fenced = fence !== undefined || mark !== undefined;
      if (mark !== undefined && fence === undefined) fence = mark;
      else if (mark === fence) fence = undefined;
      previous = { line, start, end, comment, fenced };
      result.push(previous);
    }
    if (comment.block) fence = undefined;
  }
  return result;
}

/** Of all comments those that have to be known to read the lines of one at an offset: it and what it may share a fence with. */
export function commentsAround(comments: readonly Token[], lines: LineMap, at: number): readonly Token[] {
  const isHere = ({ start, end }: Token): boolean => start <= at && at <= end;
  let from = comments.findIndex(isHere);
  if (from < 0) return [];
  const to = comments.findLastIndex(isHere) + 1;
  for (
    let own = comments[from], above = comments[from - 1];
    own && above && !own.block && !above.block;
    own = above, above = comments[from - 1]
  ) {
    if (lines.lineAt(Math.max(above.innerStart, above.innerEnd)) + 1 !== lines.lineAt(own.innerStart)) break;
    from -= 1;
  }
  return comments.slice(from, to);
}

function skip(text: string, start: number, end: number): number {
  return start + (DECORATION.exec(text.slice(start, end))?.[0].length ?? 0);
}

function fenceAt(text: string, start: number, end: number): string | undefined {
  FENCE.lastIndex = start;
  const mark = FENCE.exec(text)?.[0];
  return mark !== undefined && start + mark.length <= end ? mark : undefined;
}

/** True if `at` is between two backticks of its line, where it is only an example. */
export function inCodeSpan(text: string, line: CommentLine, at: number): boolean {
  const before = text.slice(line.start, at);
  return (before.split('`').length - 1) % 2 === 1 && text.slice(at, line.end).includes('`');
}
