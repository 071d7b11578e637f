import assert from 'node:assert/strict';
import type { Sample } from './soak.ts';

/** Half as much again: caches fill up in their own time, a leak goes on. */
const MOST_GROWTH = 1.5;
/** Handles that come and go: a running git, a worker. */
const MOST_HANDLES = 6;

/** Fails if the last third of the samples is above the plateau of the third before it. */
export function assertSteady(samples: readonly Sample[]): void {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const before = samples.slice(-2 * third, -third);
  const after = samples.slice(-third);
  assert.ok(
    samples.every(({ heap }) => heap > 0),
    'the server told its memory',
  );
  const shown = JSON.stringify(samples);
  assert.ok(least(after, 'heap') <= MOST_GROWTH * least(before, 'heap'), `memory grew: ${shown}`);
  assert.ok(least(after, 'handles') <= least(before, 'handles') + MOST_HANDLES, `open files grew: ${shown}`);
}

function least(samples: readonly Sample[], what: keyof Sample): number {
  return Math.min(...samples.map((sample) => sample[what]));
}
