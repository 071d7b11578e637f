import type { LineMap } from '../../../text/lineMap.ts';
import { bareText } from './bareText.ts';
import type { Token } from './scan.ts';

/** Longest part of a line that is looked at, in characters. */
export const LONGEST_LINE = 400;

/** The lines of a text without their comments. */
export class CodeLines {
  readonly text: string;
  readonly lines: LineMap;
  readonly tokens: readonly Token[];
  /** Per line, the comment that covers its beginning or end; made when first asked for. */
  #byLine: Map<number, Token> | undefined;

  constructor(text: string, lines: LineMap, tokens: readonly Token[]) {
    this.text = text;
    this.lines = lines;
    this.tokens = tokens;
  }

  /** True for a line on which nothing stands. */
  isBlank(line: number): boolean {
    return this.lines.lineText(line, LONGEST_LINE).trim() === '';
  }

  /** A line without its comment; empty where nothing else is on it. */
  codeOn(line: number): string {
    const start = this.lines.startOf(line);
    const text = this.lines.lineText(line, LONGEST_LINE);
    const comment = this.commentAt(line);
    if (!comment) return text.trim() === '' ? '' : text;
    const from = Math.max(0, comment.start - start);
    const to = Math.max(0, comment.end - start);
    const code = text.slice(0, from) + ' '.repeat(Math.max(0, Math.min(to, text.length) - from)) + text.slice(to);
    return code.trim() === '' ? '' : code;
  }

  /** The comment that covers the beginning or the end of a line. */
  commentAt(line: number): Token | undefined {
    if (!this.#byLine) {
      this.#byLine = new Map();
      for (const comment of this.tokens) {
        if (comment.kind !== 'comment') continue;
        const last = this.lines.lineAt(comment.end);
        for (let its = this.lines.lineAt(comment.start); its <= last; its++) this.#byLine.set(its, comment);
      }
    }
    return this.#byLine.get(line);
  }

  /** A line without its comments, its strings blank. */
  bareOn(line: number): string {
    const start = this.lines.startOf(line);
    return bareText(this.text, this.tokens, start, Math.min(this.lines.endOf(line), start + LONGEST_LINE), 'offsets');
  }
}
