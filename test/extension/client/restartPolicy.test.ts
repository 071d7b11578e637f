import assert from 'node:assert/strict';
import { RestartPolicy } from '../../../src/extension/client/restartPolicy.ts';

const MINUTE = 60_000;

describe('RestartPolicy', () => {
  it('restarts at once, then waits longer each time, then gives up', () => {
    const policy = new RestartPolicy();
    const delays = [0, 1, 2, 3, 4].map((second) => policy.afterCrash(second * 1000));
    assert.deepEqual(delays, [0, 1_000, 5_000, 15_000, undefined]);
  });

  it('forgets a crash after three minutes', () => {
    const policy = new RestartPolicy();
    policy.afterCrash(0);
    assert.equal(policy.afterCrash(4 * MINUTE), 0);
    assert.equal(policy.afterCrash(5 * MINUTE), 1_000);
  });

  it('begins anew when a person starts the server', () => {
    const policy = new RestartPolicy();
    for (let crash = 0; crash < 6; crash++) policy.afterCrash(crash);
    policy.reset();
    assert.equal(policy.afterCrash(10), 0);
  });
});
