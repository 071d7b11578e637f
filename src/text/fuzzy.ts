/** Longest stretch of a text that is looked at, in UTF-16 code units. */
const LONGEST = 300;

/**
 * How well a text answers what was typed: its letters must be in the text in order, whatever their case. The very words count
 * most, and letters that follow each other or begin a word more than others. Undefined if one is missing.
 *
 * `fuzzyScore('st', 'Reserve stock')` is more than `fuzzyScore('st', 'Orders at rest')`. Linear in the text.
 */
export function fuzzyScore(typed: string, text: string): number | undefined {
  const wanted = typed.toLowerCase().replace(/\s+/gu, '');
  const searched = text.slice(0, LONGEST).toLowerCase();
  const whole = searched.indexOf(typed.toLowerCase());
  let score = 0;
  if (whole >= 0) score = isWordStart(searched, whole) ? 100 : 20;
  let at = 0;
  let previous = -2;
  for (const letter of wanted) {
    const found = searched.indexOf(letter, at);
    if (found < 0) return undefined;
    if (found === previous + 1) score += 4;
    else score += isWordStart(searched, found) ? 3 : 1;
    previous = found;
    at = found + letter.length;
  }
  return score - searched.length / LONGEST;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}
