import assert from 'node:assert/strict';
import type { FileChange } from '../../../src/index/view.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { Taker } from '../../../src/workspace/pace/putInSteps.ts';
import { putInSteps } from '../../../src/workspace/pace/putInSteps.ts';
import { configurationOf, TODAY } from '../../support/index/build.ts';
import { Random } from '../../support/index/random.ts';
import { PATHS, randomFacts } from '../../support/index/randomFacts.ts';

const options = { configuration: configurationOf(), today: TODAY };

const takerOf = (index: TraceIndex): Taker => ({
  put: (few, checks) => index.update(few, checks),
  checkNext: () => index.checkNext(),
});

/** Many files that refer to each other. */
function manyFiles(seed: number): readonly FileChange[] {
  const random = new Random(seed);
  return Array.from({ length: 20 }, (_, at) => PATHS.map((path) => `part${at}/${path}`))
    .flat()
    .map((path) => ({ path, facts: randomFacts(random, path) }));
}

describe('changes that are put into an index in steps', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    it(`leave it as it is when they come at once (seed ${seed})`, async () => {
      const changes = manyFiles(seed);
      const [inSteps, atOnce] = [new TraceIndex(options), new TraceIndex(options)];
      let steps = 0;
      const taker = takerOf(inSteps);
      const change = await putInSteps(changes, { ...taker, put: (few, checks) => (steps++, taker.put(few, checks)) }, undefined);
      const expected = atOnce.update(changes);
      assert.ok(steps > 1, `${steps} steps`);
      assert.deepEqual(inSteps.snapshot(), atOnce.snapshot());
      for (const path of expected.changedFiles) assert.ok(change.changedFiles.has(path), path);
      for (const key of expected.changedItems) assert.ok(change.changedItems.has(key), key);
    });
  }

  it('may be none', async () => {
    const index = new TraceIndex(options);
    assert.deepEqual(await putInSteps([], takerOf(index), undefined), { changedFiles: new Set(), changedItems: new Set() });
  });

  it('have their findings made with the next change at the latest, where somebody aborted', async () => {
    const changes = manyFiles(2);
    const [aborted, atOnce] = [new TraceIndex(options), new TraceIndex(options)];
    const stopped = new AbortController();
    const taker = takerOf(aborted);
    const checkNext = (): ReturnType<TraceIndex['checkNext']> => {
      stopped.abort(new Error('enough'));
      return taker.checkNext();
    };
    await assert.rejects(putInSteps(changes, { ...taker, checkNext }, stopped.signal), /enough/u);
    atOnce.update(changes);
    assert.notDeepEqual(aborted.snapshot(), atOnce.snapshot());
    aborted.update([]);
    assert.deepEqual(aborted.snapshot(), atOnce.snapshot());
  });

  it('stop where somebody aborts', async () => {
    const stopped = new AbortController();
    const put = (): ReturnType<TraceIndex['update']> => {
      stopped.abort(new Error('enough'));
      return { changedFiles: new Set(), changedItems: new Set() };
    };
    await assert.rejects(putInSteps(manyFiles(1), { put, checkNext: () => undefined }, stopped.signal), /enough/u);
  });
});
