/** Longer names help nobody. */
const MOST_NAME = 200;
/** What may follow a string that goes on in other words: `'adds ' + n`. */
const JOINED = /^\s*(?:\+|\.\.|\.\s|<>|&|~)/u;

/** True if what ends there is a part of a longer text, `'adds '` of `'adds ' + n`. */
export function isJoined(text: string, end: number): boolean {
  return JOINED.test(text.slice(end, end + 12));
}

/**
 * A title as a name, whatever the line ends in it; `adds ${…}` for `'adds ' + n`, of which nobody knows the rest.
 *
 * @param start where its words begin, behind the quote.
 */
export function testName(text: string, start: number, end: number): string {
  const name = text
    .slice(start, Math.min(end, start + 2 * MOST_NAME))
    .replaceAll(/\r\n?/gu, '\n')
    .slice(0, MOST_NAME);
  return end > start && isJoined(text, end + 1) ? `${name}\${…}` : name;
}
