import assert from 'node:assert/strict';
import { editDistance } from '../../src/text/editDistance.ts';

describe('editDistance', () => {
  for (const [a, b, limit, expected] of [
    ['report', 'report', 2, 0],
    ['reprot', 'report', 2, 1],
    ['repor', 'report', 2, 1],
    ['reports', 'report', 2, 1],
    ['retort', 'report', 2, 1],
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['', 'abc', 3, 3],
    ['a', 'x'.repeat(100_000), 2, 3],
    ['', '', 0, 0],
  ] as const) {
    it(`from "${a}" to "${b.slice(0, 10)}" within ${limit}`, () => {
      assert.equal(editDistance(a, b, limit), expected);
      assert.equal(editDistance(b, a, limit), expected);
    });
  }
});
