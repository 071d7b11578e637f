import assert from 'node:assert/strict';
import { idsIn, isId, normalId } from '../../../src/formats/items/freeIds.ts';

describe('ids that are numbered freely', () => {
  const cases: readonly (readonly [text: string, ids: readonly string[]])[] = [
    ['AUTH-01, AUTH-02 and FR-1.2', ['AUTH-01', 'AUTH-02', 'FR-1.2']],
    ['FR1 is FR-1', ['FR-1', 'FR-1']],
    ['FR-01-02', ['FR-01-02']],
    ['NFR-PERF-01', ['NFR-PERF-01']],
    ['US-D1', ['US-D1']],
    ['A-01 to A-03', ['A-01', 'A-02', 'A-03']],
    ['A-01–03, B-1', ['A-01', 'A-02', 'A-03', 'B-1']],
    ['A-01…A-02', ['A-01', 'A-02']],
    ['a FR-1x_y FR-1-b xFR-1 #FR1', []],
  ];
  for (const [text, ids] of cases)
    it(`of ${text}: ${ids.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        idsIn(text).map(({ id }) => id),
        ids,
      ));

  it('tells which are only within a range', () =>
    assert.deepEqual(
      idsIn('A-1 to A-3').map(({ between }) => between ?? false),
      [false, true, false],
    ));

  it('names one whole text', () => assert.deepEqual([isId('FR-1'), isId('FR-1: Boil'), normalId('NFR2')], [true, false, 'NFR-2']));
});
