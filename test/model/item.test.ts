import assert from 'node:assert/strict';
import { requirementOf, unitsOf, withCriteria } from '../../src/model/item.ts';
import { document, indexOf, requirement } from '../support/index/build.ts';

describe('withCriteria', () => {
  it('is the requirement and its criteria behind it', () => {
    const one = { id: 'IP-1', criteria: [{ id: 'AC1' }, { id: 'AC2' }] };
    assert.deepEqual(
      withCriteria(one).map(({ id }) => id),
      ['IP-1', 'AC1', 'AC2'],
    );
    assert.deepEqual([{ id: 'IP-2', criteria: [] }].flatMap(withCriteria), [{ id: 'IP-2', criteria: [] }]);
  });
});

describe('items', () => {
  const index = indexOf([document('docs/launch.md', [requirement('IP-1.1', ['AC1', 'AC2']), requirement('IP-1.2', [], { line: 9 })])]);
  const requirements = [...index.requirements()];

  it('are counted in criteria, or in the requirement itself if it has none', () => {
    assert.deepEqual(
      requirements.map((item) => unitsOf(item).map(({ id }) => id)),
      [['IP-1.1/AC1', 'IP-1.1/AC2'], ['IP-1.2']],
    );
  });

  it('are or belong to one requirement', () => {
    assert.deepEqual(
      requirements.flatMap(withCriteria).map((item) => requirementOf(item).id),
      ['IP-1.1', 'IP-1.1', 'IP-1.1', 'IP-1.2'],
    );
  });
});
