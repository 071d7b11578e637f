import type { Token } from './scan.ts';

/**
 * A part of a text without its comments, and its strings empty: `f("");` of `f("a)"); // (`. Brackets of it are those of the code.
 *
 * @param keep what takes the place of strings and comments: blanks, so that offsets stay, or nothing.
 */
export function bareText(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  keep: 'offsets' | 'nothing' = 'nothing',
): string {
  const parts: string[] = [];
  let at = start;
  for (let index = firstBehind(tokens, start); index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.start >= end) break;
    const isString = token.kind === 'string';
    const from = Math.max(at, isString ? token.innerStart : token.start);
    const to = Math.min(end, isString ? token.innerEnd : token.end);
    if (to < from) continue;
    parts.push(text.slice(at, from));
    const inside = text.slice(from, to);
    if (keep === 'offsets') parts.push(inside.replaceAll(/[^\n\r]/gu, (character) => ' '.repeat(character.length)));
    else if (!isString) parts.push(inside.replaceAll(/[^\n]/gu, ''));
    at = to;
  }
  parts.push(text.slice(at, end));
  return parts.join('');
}

/** True if a comment or a string holds what is at an offset. */
export function isInToken(tokens: readonly Token[], offset: number): boolean {
  return (tokens[firstBehind(tokens, offset)]?.start ?? Infinity) <= offset;
}

/** The first token that ends behind an offset; tokens are in order. */
function firstBehind(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
