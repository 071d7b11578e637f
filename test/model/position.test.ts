import assert from 'node:assert/strict';
import { lineOf, rangeAt } from '../../src/model/position.ts';

describe('positions', () => {
  it('are counted from 1 where people read them', () => {
    assert.equal(lineOf(rangeAt(0, 4, 9)), 1);
    assert.equal(lineOf({ start: { line: 2, character: 0 }, end: { line: 7, character: 3 } }), 3);
  });
});
