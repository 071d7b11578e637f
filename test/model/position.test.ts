import assert from 'node:assert/strict';
import { FILE_START, lineOf, placeKey, rangeAt } from '../../src/model/position.ts';

describe('positions', () => {
  it('are counted from 1 where people read them', () => {
    assert.equal(lineOf(rangeAt(0, 4, 9)), 1);
    assert.equal(lineOf({ start: { line: 2, character: 0 }, end: { line: 7, character: 3 } }), 3);
  });

  it('begin with that of the file', () => {
    assert.equal(lineOf(FILE_START), 1);
    assert.deepEqual(FILE_START, rangeAt(0, 0, 0));
  });

  it('have keys of their own', () => {
    assert.equal(placeKey({ line: 2, character: 11 }), '2:11');
    assert.notEqual(placeKey({ line: 2, character: 11 }), placeKey({ line: 21, character: 1 }));
  });
});
