/** Where a piece of inline HTML ends. */
export type HtmlMatch = { readonly kind: 'none' } | { readonly kind: 'autolink' | 'html'; readonly end: number };

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>]{1,255})>/y;
const TAG = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>/y;
const TARGET = /\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;

/** The comment, tag or `<https://…>` that begins at an offset, if one does. */
export function matchHtml(text: string, offset: number): HtmlMatch {
  if (text.startsWith('<!--', offset)) {
    const end = text.indexOf('-->', offset + 4);
    // An unclosed comment runs to the end of its block; what is in it was not meant to be read.
    return { kind: 'html', end: end < 0 ? text.length : end + 3 };
  }
  AUTOLINK.lastIndex = offset;
  if (AUTOLINK.test(text)) return { kind: 'autolink', end: AUTOLINK.lastIndex };
  TAG.lastIndex = offset;
  return TAG.test(text) ? { kind: 'html', end: TAG.lastIndex } : { kind: 'none' };
}

/** Offset of the run of exactly `length` backticks that closes a code span, or -1. */
export function findCloseOfCode(text: string, from: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    if (match[0].length === length) return match.index;
  }
  return -1;
}

/** The `(target "title")` behind a link text, if it begins at the offset. */
export function matchLinkTail(
  text: string,
  offset: number,
): { readonly target: string; readonly start: number; readonly end: number } | undefined {
  TARGET.lastIndex = offset;
  const match = TARGET.exec(text);
  if (!match) return undefined;
  const target = match[1] ?? match[2] ?? '';
  return { target, start: offset + match[0].indexOf(target === '' ? ')' : target, 1), end: TARGET.lastIndex };
}
