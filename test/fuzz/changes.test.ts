import assert from 'node:assert/strict';
import { sized } from '../support/size.ts';
import { tryChanges } from '../support/fuzz/changes/knownChanges.ts';
import { tryHistory } from '../support/fuzz/changes/knownHistories.ts';

describe('changes whose meaning is known', () => {
  it('are told as what they are', () => {
    for (let seed = 1; seed <= sized(30, 600); seed += 1) assert.equal(tryChanges(seed), undefined);
  });

  for (const name of ['merge of main', 'merge of main that is not committed yet', 'rebase', 'revert of a revert'])
    it(`are told as what the branch did: ${name}`, async () => {
      for (let seed = 1; seed <= sized(1, 20); seed += 1) assert.equal(await tryHistory(seed, name), undefined);
    });
});
