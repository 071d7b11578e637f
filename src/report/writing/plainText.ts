/**
 * Text of the repository made safe for a terminal: control characters (which could move the cursor, change
 * colours or set the window's title), line ends and characters that reverse the reading order are
 * taken out or become a space. `plain('a\u001b[31mb')` is `a[31mb`.
 *
 * Build services read some lines of a log as commands: GitHub those that begin with `::`, Azure Pipelines and TeamCity what follows `##vso[` or
 * `##teamcity[`. A backslash makes text of them.
 */
export function plain(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/^(\s*):(?=:)/u, String.raw`$1\:`)
    .replace(/##(?=[a-z]*\[)/giu, String.raw`#\#`);
}

/** Columns that a text takes on a terminal: wide characters take two, combining ones none. */
export function displayWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/u.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Padded with blanks on the right to so many columns; longer texts stay whole. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** Padded with blanks on the left. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;
}

/** Cut to so many columns, an ellipsis for what is lost. */
export function truncate(text: string, columns: number): string {
  if (text.length <= columns && displayWidth(text) <= columns) return text;
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** `count(1, 'warning')` is `1 warning`, `count(3, 'criterion', 'criteria')` is `3 criteria`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Width by the Unicode properties of emoji and marks, and the blocks of the East Asian scripts (UAX #11, without the ambiguous class). */
function characterWidth(character: string): number {
  // Letters of Latin and the signs between them, all but the soft hyphen: most of what is printed.
  if (character < '\u0300' && character !== '\u00ad') return 1;
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  if (
    /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
      character,
    )
  )
    return 2;
  return 1;
}
