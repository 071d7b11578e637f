import assert from 'node:assert/strict';
import type { MatrixLink, MatrixRequirement, MatrixRow } from '../../../src/report/html/model.ts';
import { entriesOf, select } from '../../../src/report/page/selection.ts';
import { ariaSort, nextSorting, sorted } from '../../../src/report/page/sorting.ts';
import type { Column, Sorting } from '../../../src/report/page/sorting.ts';
import { STATUSES } from '../../../src/model/status.ts';
import type { Status } from '../../../src/model/status.ts';

function row(id: string, text: string, status: Status, code: number, tests: number): MatrixRow {
  const link = (kind: MatrixLink['kind']): MatrixLink => ({ kind, file: 'a', line: 1, stale: false, inherited: false });
  const links = [...Array.from({ length: code }, () => link('implements')), ...Array.from({ length: tests }, () => link('verifies'))];
  const rest = {
    label: id,
    key: id,
    detail: '',
    line: 1,
    lacks: '',
    proof: 'unknown',
    outdated: false,
    waivers: [],
    findings: [],
  } as const;
  return { id, kind: 'criterion', text, status, links, ...rest };
}

function requirement(id: string, rows: readonly MatrixRow[]): MatrixRequirement {
  return { id, key: id, title: id, text: '', document: 0, line: 1, status: 'unmet', attributes: [], findings: [], rows };
}

const QUEUE = select(
  entriesOf([
    requirement('R2', [row('R2/10', 'b', 'met', 2, 1), row('R2/9', 'd', 'failing', 0, 0)]),
    requirement('R1', [row('R1/1', 'c', 'unmet', 1, 0), row('R1/2', 'a', 'met', 0, 3)]),
  ]),
  { text: '', document: '', statuses: new Set<string>(STATUSES) },
).queue;

function order(sorting: Sorting | undefined): string {
  return sorted(QUEUE, sorting)
    .map((entry) => (entry.kind === 'head' ? `[${entry.requirement.id}]` : entry.row.id))
    .join(' ');
}

describe('sorting the matrix', () => {
  const cases: [column: Column, up: string, down: string][] = [
    ['criterion', '[R1] R1/1 R1/2 [R2] R2/9 R2/10', '[R2] R2/10 R2/9 [R1] R1/2 R1/1'],
    ['text', '[R1] R1/2 R1/1 [R2] R2/10 R2/9', '[R2] R2/9 R2/10 [R1] R1/1 R1/2'],
    ['status', '[R2] R2/9 R2/10 [R1] R1/1 R1/2', '[R2] R2/10 R2/9 [R1] R1/2 R1/1'],
    ['code', '[R2] R2/9 R2/10 [R1] R1/2 R1/1', '[R2] R2/10 R2/9 [R1] R1/1 R1/2'],
    ['tests', '[R2] R2/9 R2/10 [R1] R1/1 R1/2', '[R1] R1/2 R1/1 [R2] R2/10 R2/9'],
  ];
  for (const [column, up, down] of cases) {
    it(`by ${column}: criteria within their requirement, requirements by their first`, () => {
      assert.equal(order({ column, descending: false }), up);
      assert.equal(order({ column, descending: true }), down);
    });
  }

  it('leaves the order of the documents where nobody asks for another', () => {
    assert.equal(order(undefined), '[R2] R2/10 R2/9 [R1] R1/1 R1/2');
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
      [ariaSort(up, 'text'), ariaSort(down, 'text'), ariaSort(down, 'code'), ariaSort(undefined, 'text')],
      ['ascending', 'descending', 'none', 'none'],
    );
  });
});
