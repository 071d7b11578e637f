import assert from 'node:assert/strict';
import { notationsFound } from '../../src/query/notationsFound.ts';
import { document, indexOf, requirement } from '../support/index/build.ts';

describe('the notations found', () => {
  it('are those in which something is defined, each with its documents', () => {
    const index = indexOf([
      document('a.md', [requirement('REQ-1')]),
      document('.kiro/specs/a/requirements.md', [requirement('REQ-1', [], { notation: 'kiro', namespace: '.kiro/specs/a' })]),
      document('.kiro/specs/b/requirements.md', [
        requirement('REQ-1', [], { notation: 'kiro', namespace: '.kiro/specs/b' }),
        requirement('REQ-2', [], { notation: 'kiro', namespace: '.kiro/specs/b' }),
      ]),
    ]);
    assert.deepEqual(notationsFound(index), [
      { name: 'house', files: 1 },
      { name: 'kiro', files: 2 },
    ]);
  });

  it('are none where nothing is', () => assert.deepEqual(notationsFound(indexOf([])), []));
});
