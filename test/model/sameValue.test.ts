import assert from 'node:assert/strict';
import { sameValue } from '../../src/model/sameValue.ts';

describe('sameValue', () => {
  for (const [a, b, expected] of [
    [1, 1, true],
    ['a', 'b', false],
    [null, null, true],
    [null, {}, false],
    [undefined, {}, false],
    [[], [], true],
    [[], {}, false],
    [{}, [], false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [1], false],
    [{ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { b: undefined }, false],
  ] as const) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => assert.equal(sameValue(a, b), expected));
  }
});
