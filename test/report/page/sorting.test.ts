import assert from 'node:assert/strict';
import { directionOf, nextSorting, sorted } from '../../../src/report/page/sorting.ts';
import type { Column, Sortable } from '../../../src/report/page/sorting.ts';
import type { Status } from '../../../src/model/status.ts';

const row = (id: string, text: string, status: Status, code: number, tests: number): Sortable => {
  return { id, text, status, links: (column) => (column === 'implements' ? code : tests) };
};

const GROUPS = [
  { id: 'R2', rows: [row('R2/10', 'b', 'met', 2, 1), row('R2/9', 'd', 'failing', 0, 0)] },
  { id: 'R1', rows: [row('R1/1', 'c', 'unmet', 1, 0), row('R1/2', 'a', 'met', 0, 3)] },
];

function order(column: Column, descending: boolean): string {
  return sorted(GROUPS, { column, descending })
    .map(({ group, rows }) => [`[${group.id}]`, ...rows.map(({ id }) => id)].join(' '))
    .join(' ');
}

describe('sorting the matrix', () => {
  const cases: [column: Column, up: string, down: string][] = [
    ['criterion', '[R1] R1/1 R1/2 [R2] R2/9 R2/10', '[R2] R2/10 R2/9 [R1] R1/2 R1/1'],
    ['text', '[R1] R1/2 R1/1 [R2] R2/10 R2/9', '[R2] R2/9 R2/10 [R1] R1/1 R1/2'],
    ['status', '[R2] R2/9 R2/10 [R1] R1/1 R1/2', '[R2] R2/10 R2/9 [R1] R1/2 R1/1'],
    ['implements', '[R2] R2/9 R2/10 [R1] R1/2 R1/1', '[R2] R2/10 R2/9 [R1] R1/1 R1/2'],
    ['verifies', '[R2] R2/9 R2/10 [R1] R1/1 R1/2', '[R1] R1/2 R1/1 [R2] R2/10 R2/9'],
  ];
  for (const [column, up, down] of cases) {
    it(`by ${column}: criteria within their requirement, requirements by their first`, () => {
      assert.equal(order(column, false), up);
      assert.equal(order(column, true), down);
    });
  }

  it('keeps requirements without lines behind the others', () => {
    const groups = [{ rows: [] }, ...GROUPS];
    assert.deepEqual(
      sorted(groups, { column: 'text', descending: true }).map(({ rows }) => rows.length),
      [2, 2, 0],
    );
  });

  it('goes up, down and back, and begins anew in another column', () => {
    const up = nextSorting(undefined, 'text');
    const down = nextSorting(up, 'text');
    assert.deepEqual(
      [up, down, nextSorting(down, 'text')],
      [{ column: 'text', descending: false }, { column: 'text', descending: true }, undefined],
    );
    assert.deepEqual(nextSorting(down, 'code'), { column: 'code', descending: false });
    assert.deepEqual(
      [directionOf(up, 'text'), directionOf(down, 'text'), directionOf(down, 'code'), directionOf(undefined, 'text')],
      ['ascending', 'descending', undefined, undefined],
    );
  });
});
