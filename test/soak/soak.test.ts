import assert from 'node:assert/strict';
import { bundle } from '../support/server/bundle.ts';
import { sized } from '../support/size.ts';
import { assertSteady } from '../support/soak/steady.ts';
import { soak } from '../support/soak/soak.ts';

describe('a server that lives through many edits, checkouts and configurations', () => {
  it('holds on to no memory and no file, and ends where a new one begins', async function () {
    // The collection of garbage is asked for by a signal.
    if (process.platform === 'win32') this.skip();
    const server = await bundle('src/server/main.ts');
    const { samples, final, fresh } = await soak({ server, rounds: sized(2, 6), seed: 7 });
    assertSteady(samples);
    assert.ok(JSON.stringify(final).length > 10_000, 'there is something to compare');
    assert.deepEqual(final, fresh);
  });
});
