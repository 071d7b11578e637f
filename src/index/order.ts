import type { ResolvedReference } from '../model/item.ts';
import type { Range } from '../model/position.ts';
import { comparePositions } from '../model/position.ts';

/** Order of paths and keys by UTF-16 code units, the same on every machine: `'B' < 'a'`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By place in the text: the range that begins first, then the shorter one. */
export function compareRanges(a: Range, b: Range): number {
  return comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

/** By file, then by place, and at one place by what they are there for. */
export function compareReferences(a: ResolvedReference, b: ResolvedReference): number {
  return compareText(a.path, b.path) || compareRanges(a.reference.range, b.reference.range) || compareText(a.use, b.use);
}
