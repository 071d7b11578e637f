import assert from 'node:assert/strict';
import { withCriteria } from '../../src/model/item.ts';

describe('withCriteria', () => {
  it('is the requirement and its criteria behind it', () => {
    const requirement = { id: 'IP-1', criteria: [{ id: 'AC1' }, { id: 'AC2' }] };
    assert.deepEqual(
      withCriteria(requirement).map(({ id }) => id),
      ['IP-1', 'AC1', 'AC2'],
    );
    assert.deepEqual([{ id: 'IP-2', criteria: [] }].flatMap(withCriteria), [{ id: 'IP-2', criteria: [] }]);
  });
});
