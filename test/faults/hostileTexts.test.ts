import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { bundle } from '../support/server/bundle.ts';
import { sized } from '../support/size.ts';

/** All of it takes seconds; what takes time quadratic in the size takes hours. */
const PATIENCE_MS = 240_000;

describe('hostile texts', () => {
  let program: string;

  before(async () => {
    program = await bundle('test/support/faults/readHostile.ts');
  });

  // @verifies RT-11.2/AC1~e2928d
  it('are read in time linear in their length, in every language', function () {
    this.timeout(PATIENCE_MS + 10_000);
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, String(sized(500, 2000))], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    assert.equal(stdout.trimEnd().split('\n').at(-1), 'all read', stderr);
    assert.equal(status, 0);
  });
});
