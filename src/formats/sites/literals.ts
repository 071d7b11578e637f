/** What a program in JavaScript or Python says in so many words, found without running it; whatever is computed is not found. */

/** The text without its comments. */
export function withoutComments(text: string): string {
  return text.replace(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1|\/\*[\s\S]*?\*\/|(?<![:\w])\/\/[^\n]*/gu, (part) =>
    /^["'`]/u.test(part) ? part : ' ',
  );
}

/** The first text that a key is given: `textOf("base: '/x'", 'base')` is `/x`; undefined where none is written. */
export function textOf(text: string, key: string): string | undefined {
  const pattern = new RegExp(String.raw`(?<![\w.$])["']?${key}["']?\s*[:=]\s*(["'\u0060])((?:(?!\1)[^\\\n$])*)\1`, 'u');
  return pattern.exec(text)?.[2];
}

/** What stands in the braces behind a place: `{ path: 'x' }` behind `docs:`; undefined where no braces are there. */
export function bracesBehind(text: string, before: RegExp): string | undefined {
  const match = before.exec(text);
  if (!match) return undefined;
  const open = match.index + match[0].length;
  if (text[open] !== '{') return undefined;
  let depth = 0;
  for (const token of text.slice(open).matchAll(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1|[{}]/gu)) {
    if (token[0] === '{') depth += 1;
    else if (token[0] === '}') depth -= 1;
    if (depth === 0) return text.slice(open, open + token.index + 1);
  }
  return undefined;
}
