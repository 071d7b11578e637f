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

/**
 * Where code spans of a text may close. All runs of backticks are found at once, since a search for each that opens would
 * take time quadratic in their number. It is asked from left to right.
 */
export class CodeCloses {
  /** Offsets by length of the run, the last one first. */
  readonly #runs = new Map<number, number[]>();

  constructor(text: string) {
    for (const { 0: run, index } of text.matchAll(/`+/g)) {
      const known = this.#runs.get(run.length);
      if (known) known.push(index);
      else this.#runs.set(run.length, [index]);
    }
    for (const offsets of this.#runs.values()) offsets.reverse();
  }

  /** Offset of the next run of exactly `length` backticks, or -1. */
  next(from: number, length: number): number {
    const offsets = this.#runs.get(length) ?? [];
    while ((offsets.at(-1) ?? from) < from) offsets.pop();
    return offsets.at(-1) ?? -1;
  }
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
