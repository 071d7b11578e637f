/** Lower-case letters that are one token in most words, and in a run that is not a word. */
const OF_WORD = 9;
const OF_NOISE = 2.5;
const PIECES = /(?<word>[A-Z]?[a-z]+|[A-Z]+)|(?<digits>\d+)|(?<blanks>[ ]|\s+)|(?<sign>[!-~])|(?<other>[^])/gu;

/**
 * About how many tokens a language model reads in a text, rather more than fewer: a model's own vocabulary would be larger than the rest of this program.
 * `tokensIn('A refund is kept')` is 4.
 */
export function tokensIn(text: string): number {
  let sum = 0;
  for (const { groups = {} } of text.matchAll(PIECES)) {
    const { word, digits, blanks, sign, other } = groups;
    if (word !== undefined) sum += word.length > OF_WORD ? Math.ceil(word.length / OF_NOISE / 2) : 1;
    else if (digits !== undefined) sum += Math.ceil(digits.length / 3);
    else if (blanks !== undefined) sum += blanks === ' ' ? 0 : 1;
    else if (sign !== undefined) sum += 1;
    else if (other !== undefined) sum += weightOf(other.codePointAt(0) ?? 0);
  }
  return sum;
}

/** Of letters beyond ASCII, by how many bytes they are: few of them share a token. */
function weightOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 0.5;
  return code < 0x1_00_00 ? 1 : 3;
}
