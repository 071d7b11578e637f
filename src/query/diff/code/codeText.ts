import { scan } from '../../../formats/carriers/code/scan.ts';
import type { Token } from '../../../formats/carriers/code/scan.ts';
import { languages } from '../../../formats/languages/registry.ts';
import type { FilePath } from '../../../model/position.ts';

/** A word or a sign of code, and the line that it is on, counted from 0. */
export interface CodeWord {
  readonly text: string;
  readonly line: number;
}

/** Stands for white space within a string, which means something there. */
const BLANK = '␣';
/** One match at the beginning, one at the end: no way to go back over a long line. */
const ENDS = /^[\s␣]+|(?<![\s␣;])[\s␣;]+$/gu;
const WORDS = /[\p{L}\p{M}\p{N}_$]+|\S/gu;

/**
 * A text of the same lines and columns in which comments are blank, white space in strings can be seen and all quotation marks are alike, so that what is
 * left to differ is code: `a = 'b c' // d` is `a = "b␣c"     `. A text of no known language stays as it is.
 */
export function codeOf(path: FilePath, text: string): string {
  const syntax = languages.of(path, text)?.syntax;
  if (!syntax) return text;
  const parts: string[] = [];
  let at = 0;
  for (const token of scan(text, syntax)) {
    if (token.start < at) continue;
    parts.push(text.slice(at, token.start), token.kind === 'comment' ? blank(text.slice(token.start, token.end)) : stringOf(text, token));
    at = token.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * The words and signs of lines of `codeOf`. What formatters put in and take out is left out: commas before a closing bracket, semicolons at the end of a
 * line, white space at both ends of one.
 *
 * @param lines with their numbers.
 */
export function wordsOfCode(lines: readonly CodeWord[]): CodeWord[] {
  const words = lines.flatMap(({ text, line }) => Array.from(text.replace(ENDS, '').matchAll(WORDS), ([word]) => ({ text: word, line })));
  return words.filter(({ text }, at) => !(text === ',' && /^[)\]}]$/u.test(words[at + 1]?.text ?? '')));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}

function stringOf(text: string, { start, end, innerStart, innerEnd }: Token): string {
  const inner = text.slice(innerStart, innerEnd).replace(/[^\S\r\n]/gu, BLANK);
  return `${quotation(text.slice(start, innerStart))}${inner}${quotation(text.slice(innerEnd, end))}`;
}

/** `'a'` and `"a"` are one string; a longer mark, `"""` or `f"`, may say more. */
function quotation(mark: string): string {
  return mark === "'" ? '"' : mark;
}
