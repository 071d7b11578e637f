import assert from 'node:assert/strict';
import { addCounts, countOne, NO_COUNTS, sumCounts } from '../../src/model/counts.ts';
import { STATUSES } from '../../src/model/status.ts';

describe('counts of criteria', () => {
  it('adds them status by status', () => {
    assert.deepEqual(sumCounts([{ ...NO_COUNTS, met: 1, stale: 1 }, countOne('met'), countOne('met')]), { ...NO_COUNTS, met: 3, stale: 1 });
    assert.deepEqual(sumCounts([]), NO_COUNTS);
  });

  it('takes away what was added', () => {
    const counts = { ...NO_COUNTS, unmet: 2, waived: 1 };
    assert.deepEqual(addCounts(addCounts(countOne('met'), counts), counts, -1), countOne('met'));
  });

  it('knows every status', () => {
    assert.deepEqual(new Set(Object.keys(NO_COUNTS)), new Set(STATUSES));
  });
});
