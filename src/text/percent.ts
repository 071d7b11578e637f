/**
 * A part of a URI with its escapes resolved: `decodePercent('a%20b')` is `a b`. Where that cannot be done the text stands for itself, since
 * whoever does not escape a per cent sign means the sign.
 */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
