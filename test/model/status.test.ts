import assert from 'node:assert/strict';
import { isCounted, isOpen, STATUSES } from '../../src/model/status.ts';

describe('statuses', () => {
  it('are open while something is left to do', () => {
    assert.deepEqual(STATUSES.filter(isOpen), ['failing', 'stale', 'unmet', 'partial']);
  });

  it('count where something is needed', () => {
    assert.deepEqual(STATUSES.filter(isCounted), ['failing', 'stale', 'unmet', 'partial', 'met']);
  });
});
