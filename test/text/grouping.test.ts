import assert from 'node:assert/strict';
import { addTo, uniqueBy } from '../../src/text/grouping.ts';

describe('Things by what they go by', () => {
  it('stand in one list for each name, in their order', () => {
    const groups = new Map<string, number[]>();
    for (const [name, value] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const)
      addTo(groups, name, value);
    assert.deepEqual(
      [...groups],
      [
        ['a', [1, 3]],
        ['b', [2]],
      ],
    );
  });

  it('are the last of each name, where the first stood', () => {
    const values = ['a1', 'b1', 'a2'];
    assert.deepEqual(
      uniqueBy(values, (value) => value[0]),
      ['a2', 'b1'],
    );
  });
});
