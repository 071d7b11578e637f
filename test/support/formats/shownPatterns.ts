import assert from 'node:assert/strict';
import type { ShownPattern } from '../../../src/text/patterns/shownPattern.ts';

/** Tries a pattern on the examples that stand beside it. */
export function tryExamples({ pattern, fits, misses = [] }: ShownPattern): void {
  // One with the flag `g` or `y` would go on where it stopped in the text before.
  const fresh = (): RegExp => new RegExp(pattern);
  for (const text of fits) assert.match(text, fresh());
  for (const text of misses) assert.doesNotMatch(text, fresh());
}
