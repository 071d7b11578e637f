import assert from 'node:assert/strict';
import { NearIds, nearestFirst } from '../../../src/index/items/nearIds.ts';

describe('NearIds', () => {
  const ids = new NearIds();
  for (const id of ['IP-1.1.1', 'IP-1.1.2', 'IP-1.2', 'FR-001', 'FR-010', 'order-intake-goals', 'x'.repeat(60)]) ids.add(id);

  for (const [id, expected] of [
    ['IP-1.1.3', ['IP-1.1.1', 'IP-1.1.2']],
    ['IP-1.1', ['IP-1.2']],
    ['PI-1.2', ['IP-1.2']],
    ['FR-1', ['FR-001', 'FR-010']],
    ['fr-001', ['FR-001', 'FR-010']],
    ['order-intke-goals', ['order-intake-goals']],
    ['order-take-goals', []],
    ['X'.repeat(60), ['x'.repeat(60)]],
    ['x'.repeat(61), []],
    ['IP-1.2', []],
    ['', []],
  ] as const) {
    it(`near ${id.slice(0, 20) || 'nothing'}`, () => assert.deepEqual(ids.near(id), expected));
  }

  it('forgets, before and after it was asked', () => {
    const few = new NearIds();
    few.add('IP-1');
    few.add('IP-2');
    few.delete('IP-1');
    assert.deepEqual(few.near('IP-3'), ['IP-2']);
    few.delete('IP-2');
    few.add('IP-4');
    assert.deepEqual(few.near('IP-3'), ['IP-4']);
  });
});

describe('nearestFirst', () => {
  it('keeps all, equals in their order', () => {
    assert.deepEqual(
      nearestFirst('AC12', ['AC3', 'AC11', 'AC1', 'AC12'], (name) => name),
      ['AC12', 'AC11', 'AC1', 'AC3'],
    );
  });
});
