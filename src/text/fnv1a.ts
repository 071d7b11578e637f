/**
 * FNV-1a of the code units, 32 bits (Fowler, Noll and Vo): `fnv1a('docs/a.md')` is the same number everywhere.
 *
 * @param seed another one gives numbers that have nothing to do with these.
 */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let sum = seed;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
