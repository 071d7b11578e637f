/** The words of a text in small letters, with the number of times that each occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** Prepares a text for `similarity`. */
export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How much of two texts is the same words, from 0 to 1 (the coefficient of Sørensen and Dice): `a b c` and `a b d` are 2/3 alike. */
export function similarity(a: WordCounts, b: WordCounts): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const total = sum(a) + sum(b);
  return total === 0 ? 1 : (2 * common) / total;
}

function sum(counts: WordCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
