/** A text as a piece of a regular expression that matches just that text: `escapeRegExp('a+b')` is `a\+b`. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}
