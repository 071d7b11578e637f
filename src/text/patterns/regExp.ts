/**
 * A text as a piece of a regular expression that matches just that text, with and without the flag `u`: `escapeRegExp('a+b')` is `a\+b`.
 */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll('-', String.raw`\x2d`);
}

/** The same for patterns that people read, outside of brackets: `/` and `-` stay as they are, `literalPattern('a-b/c.d')` is `a-b/c\.d`. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
