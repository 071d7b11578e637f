import assert from 'node:assert/strict';
import { NO_COUNTS } from '../../src/model/counts.ts';
import { progress, totalOf } from '../../src/query/progress.ts';

describe('progress', () => {
  it('leaves waived and exempt criteria out', () => {
    assert.deepEqual(progress({ ...NO_COUNTS, met: 2, unmet: 1, waived: 3, exempt: 4 }), { met: 2, of: 3 });
  });

  it('counts all for the total', () => {
    assert.equal(totalOf({ ...NO_COUNTS, met: 2, unmet: 1, waived: 3, exempt: 4 }), 10);
  });
});
