import type { Range } from './position.ts';

/**
 * Something in a text by which less of it is read than there may be: a mark `reqtrace-ignore-file`, `-start` or `-next-line`, the `pointer` that Git LFS
 * leaves in place of a file that it did not fetch, or the marks of a `conflict` that a merge left.
 */
export type ReadingLimit = IgnoreMark | { readonly kind: 'pointer' | 'conflict'; readonly range: Range };

/** A mark that switches reading off, `reqtrace-ignore-next-line`, and its kind. */
export interface IgnoreMark {
  readonly kind: 'file' | 'start' | 'next-line';
  readonly range: Range;
}
