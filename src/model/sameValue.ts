/**
 * True if two plain values (no cycles, no class instances) hold the same: `sameValue({ a: [1] }, { a: [1] })`.
 * It tells an edit that changed something from one that did not.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, at) => sameValue(value, b[at]));
  }
  if (Array.isArray(b)) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  const right = b as Readonly<Record<string, unknown>>;
  return left.every(([name, value]) => Object.hasOwn(right, name) && sameValue(value, right[name]));
}
