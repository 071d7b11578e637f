import assert from 'node:assert/strict';
import { sized } from '../support/size.ts';
import { tryChanges } from '../support/fuzz/changes/knownChanges.ts';

describe('changes whose meaning is known', () => {
  it('are told as what they are', () => {
    for (let seed = 1; seed <= sized(60, 600); seed += 1) assert.equal(tryChanges(seed), undefined);
  });
});
