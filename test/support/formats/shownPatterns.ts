import assert from 'node:assert/strict';
import type { ShownPattern } from '../../../src/text/patterns/shownPattern.ts';

/** Tries a pattern on the examples that stand beside it. */
export function tryExamples({ pattern, fits, misses = [] }: ShownPattern): void {
  for (const text of fits) assert.match(text, pattern);
  for (const text of misses) assert.doesNotMatch(text, pattern);
}
