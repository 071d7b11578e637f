import type { Attribute } from '../../../../model/facts.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';

/** A mark around a title or a criterion that says something about it: `✅`, `[SYNC]`, `(Priority: P1)`. */
export interface Mark {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SYMBOLS = String.raw`[\p{Extended_Pictographic}\u2713-\u2718\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]+`;
const TAG = String.raw`\[[^[\]\n]{1,60}\]`;
const FACT = String.raw`\((?:P\d+|\p{Lu}[\p{L} ]{0,30}: [^()\n]{1,60})\)`;
const LEADING = new RegExp(`(?:${SYMBOLS}|${TAG}(?!\\())`, 'uy');
const LEADING_FACT = new RegExp(`(?:${SYMBOLS}|${TAG}(?!\\()|${FACT})`, 'uy');
const TRAILING = new RegExp(`(?:${SYMBOLS}|${TAG}|${FACT})$`, 'u');
/** Long enough for any mark, so that looking for one at the end of a long line stays cheap. */
const TRAILING_WINDOW = 100;

/** The mark that begins exactly at an offset. `facts` allows `(Priority: P1)` there too, as behind an id. */
export function markAt(text: string, start: number, to: number, facts = false): Mark | undefined {
  const expression = facts ? LEADING_FACT : LEADING;
  expression.lastIndex = start;
  const match = expression.exec(text);
  return match && expression.lastIndex <= to ? { text: match[0], start, end: expression.lastIndex } : undefined;
}

/** The marks at the beginning of a text and where the text goes on. */
export function leadingMarks(
  text: string,
  from: number,
  to: number,
  facts = false,
): { readonly start: number; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let start = skipSpace(text, from, to);
  for (let mark = markAt(text, start, to, facts); mark; mark = markAt(text, start, to, facts)) {
    marks.push(mark);
    start = skipSpace(text, mark.end, to);
  }
  return { start, marks };
}

/** The marks at the end of a text and where the text before them ends. */
export function trailingMarks(text: string, from: number, to: number): { readonly end: number; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let end = trimEnd(text, from, to);
  for (;;) {
    const base = Math.max(from, end - TRAILING_WINDOW);
    const match = TRAILING.exec(text.slice(base, end));
    if (!match) return { end, marks: marks.reverse() };
    const start = base + match.index;
    marks.push({ text: match[0], start, end });
    end = trimEnd(text, from, start);
  }
}

/** True for `[deferred]` and `[removed]`, with or without a reason behind the word. */
export function isExemptMark({ text }: Mark): boolean {
  return /^\[(?:deferred|removed)\b/i.test(text);
}

/** `(Priority: P1)` as `Priority`, everything else as `Tag`: `[SYNC]` is `{ name: 'Tag', value: 'SYNC' }`. */
export function markAttribute(mark: Mark, inline: InlineText): Attribute {
  const bare = /^[[(]/.test(mark.text) ? mark.text.slice(1, -1) : mark.text;
  const colon = mark.text.startsWith('(') ? bare.indexOf(':') : -1;
  const range = inline.rangeOf(mark.start, mark.end);
  if (colon < 0) return { name: 'Tag', value: bare.trim(), range };
  return { name: bare.slice(0, colon).trim(), value: bare.slice(colon + 1).trim(), range };
}

/** Offset of the next character that is not white space, at most `to`. */
export function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text.charAt(at))) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && /\s/u.test(text.charAt(at - 1))) at--;
  return at;
}
