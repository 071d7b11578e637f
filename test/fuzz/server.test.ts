import assert from 'node:assert/strict';
import { liveWithServer } from '../support/fuzz/server/serverLife.ts';
import { bundle } from '../support/server/bundle.ts';
import { sized } from '../support/size.ts';

describe('a server that follows random edits, changes of the disk and of git', () => {
  it('says what a new one says', async () => {
    const server = await bundle('src/server/main.ts');
    assert.equal(await liveWithServer({ server, seed: 14, operations: sized(150, 1000) }), undefined);
  });
});
