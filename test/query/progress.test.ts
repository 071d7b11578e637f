import assert from 'node:assert/strict';
import type { StatusCounts } from '../../src/model/item.ts';
import { STATUSES } from '../../src/model/status.ts';
import { isOpen, progress, sumCounts, totalOf } from '../../src/query/progress.ts';

const NONE: StatusCounts = { failing: 0, stale: 0, unmet: 0, partial: 0, met: 0, waived: 0, exempt: 0 };

describe('progress', () => {
  it('leaves waived and exempt criteria out', () => {
    assert.deepEqual(progress({ ...NONE, met: 2, unmet: 1, waived: 3, exempt: 4 }), { met: 2, of: 3 });
  });

  it('counts all for the total', () => {
    assert.equal(totalOf({ ...NONE, met: 2, unmet: 1, waived: 3, exempt: 4 }), 10);
  });

  it('adds counts status by status', () => {
    assert.deepEqual(
      sumCounts([
        { ...NONE, met: 1, stale: 1 },
        { ...NONE, met: 2 },
      ]),
      { ...NONE, met: 3, stale: 1 },
    );
  });

  it('takes for open what still needs work', () => {
    assert.deepEqual(STATUSES.filter(isOpen), ['failing', 'stale', 'unmet', 'partial']);
  });
});
