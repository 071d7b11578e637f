/** Nobody nests by hand what comes near it, and the parser, which calls itself for each level, copes with many times as much. */
const MOST_LEVELS = 200;
/** Signs that may begin a level, line ends, and what is before the first word of a line: `- - ? a`. */
const SIGNS = /[[\]{},]|:(?=\s|$)|\n[ \t?:-]*/gu;

/**
 * Where a YAML text becomes deeper than anyone nests, in UTF-16 code units: of `[[[[…` the 201st bracket. It is judged by its signs alone before
 * a parser sees it, those in quotes included, so that a text which is deep is never missed; undefined for all others.
 */
export function tooDeepAt(text: string): number | undefined {
  let brackets = 0;
  // In `[a: b: c` each colon begins a level.
  let colons = 0;
  const indentation = /^[ \t?:-]*/u.exec(text)?.[0].length ?? 0;
  if (indentation > MOST_LEVELS) return MOST_LEVELS;
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    const isLineEnd = sign.startsWith('\n');
    if (sign.length > MOST_LEVELS) return index + MOST_LEVELS;
    if (sign === '[' || sign === '{') brackets += 1;
    if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
    if (sign === ':') colons += 1;
    else if (!isLineEnd || brackets === 0) colons = 0;
    if (brackets + colons > MOST_LEVELS) return index;
  }
  return undefined;
}
