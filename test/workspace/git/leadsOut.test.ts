import assert from 'node:assert/strict';
import { leadsOut } from '../../../src/workspace/git/leadsOut.ts';

describe('leadsOut', () => {
  for (const path of ['..', '../', '../a', 'a/..', 'a/../b', 'a/../../b', '/a']) {
    it(`is true for ${path}`, () => assert.equal(leadsOut(path), true));
  }

  for (const path of ['a', 'a/b', '..a', 'a..', 'a..b/c', '.../a', '.', './a', '']) {
    it(`is false for "${path}"`, () => assert.equal(leadsOut(path), false));
  }
});
