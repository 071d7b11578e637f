import assert from 'node:assert/strict';
import { forEachAtOnce } from '../../../src/workspace/pace/atOnce.ts';

describe('forEachAtOnce', () => {
  it('does the work once for each value, for four of them at a time', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = forEachAtOnce([1, 2, 3, 4, 5, 6, 7], async (value) => {
      begun.push(value);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
    assert.deepEqual(begun, [1, 2, 3, 4]);
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    assert.deepEqual(begun, [1, 2, 3, 4, 5, 6, 7]);
  });

  it('has nothing to do without values, and fails with the work', async () => {
    await forEachAtOnce([], () => Promise.reject(new Error('never')));
    await assert.rejects(
      forEachAtOnce([1, 2], () => Promise.reject(new Error('no disk'))),
      /no disk/u,
    );
  });
});
