/** A letter or a digit; everything else is white space or punctuation. */
const WORD = /[\p{L}\p{N}]/u;

/**
 * A text in the form in which quotations are compared: lines joined, white space collapsed, and none around punctuation, so that neither where lines are wrapped nor
 * how a bullet is indented makes a difference: `quotable('a new-\n  line.')` is `a new-line.`
 */
export function quotable(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ (?![\p{L}\p{N}])|(?<![\p{L}\p{N}]) /gu, '');
}

/** Lines in the form in which quotations are compared, joined, and where in that each of them begins. */
export interface QuotableLines {
  readonly words: string;
  /** Of each line that has words the number and the offset, one after the other: `[12, 0, 13, 48]`. */
  readonly starts: readonly number[];
}

/** Several lines as one text to quote from: `quotableLines(['a', '', 'b'], 7)` is `{ words: 'a b', starts: [7, 0, 9, 2] }`. */
export function quotableLines(lines: readonly string[], first: number): QuotableLines {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last = '';
  for (const [at, line] of lines.entries()) {
    const words = quotable(line);
    if (words === '') continue;
    // Characters beyond the basic plane are letters of dead languages and pictures.
    if (length > 0 && WORD.test(last) && WORD.test(words.charAt(0))) {
      parts.push(' ');
      length += 1;
    }
    starts.push(first + at, length);
    parts.push(words);
    length += words.length;
    last = words.charAt(words.length - 1);
  }
  return { words: parts.join(''), starts };
}

/** Letters and digits of a text alone, by which two texts are the same but for their punctuation. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A part of a text: from one character to before another. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
}

/** Shorter quotations are near to too much. */
const SHORTEST_NEAR = 24;

/**
 * Where a text says what a quotation does but for one character that is another, missing or too much: `acknowledgement` for `acknowledgment`. Undefined where it does
 * not. Both in the form in which quotations are compared.
 */
export function nearlyQuoted(quote: string, words: string): TextPart | undefined {
  if (quote.length < SHORTEST_NEAR) return undefined;
  const middle = quote.length >> 1;
  // One of the halves has no fault.
  const [first, second] = [quote.slice(0, middle), quote.slice(middle)];
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1)) {
    const length = lengthWithOneFault(second, (index) => words.charAt(at + middle + index));
    if (length !== undefined) return { from: at, to: at + middle + length };
  }
  for (let at = words.indexOf(second); at >= 0; at = words.indexOf(second, at + 1)) {
    const length = lengthWithOneFault([...first].reverse().join(''), (index) => words.charAt(at - 1 - index));
    if (length !== undefined) return { from: at - length, to: at + second.length };
  }
  return undefined;
}

/** How much of a text a part of a quotation is, read from its beginning, with one fault; undefined where it has more. */
function lengthWithOneFault(part: string, charAt: (index: number) => string): number | undefined {
  let at = 0;
  while (at < part.length && part[at] === charAt(at)) at += 1;
  const fits = (from: number, shift: number): boolean => {
    for (let index = from; index < part.length; index += 1) if (part[index] !== charAt(index + shift)) return false;
    return true;
  };
  if (at < part.length && charAt(at) !== '' && fits(at + 1, 0)) return part.length;
  if (fits(at, 1)) return part.length + 1;
  return fits(at + 1, -1) ? part.length - 1 : undefined;
}
