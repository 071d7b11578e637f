import assert from 'node:assert/strict';
import { directoriesAbove, entriesOf, listed } from '../../../src/query/tree/directories.ts';

const shown = (paths: readonly string[], at = ''): string[] =>
  entriesOf(
    paths.map((path) => ({ path })),
    at,
  ).map((entry) => `${entry.label}${entry.kind === 'directory' ? '/' : ` (${entry.dimmed})`}`);

describe('documents as the Explorer lays them out', () => {
  for (const [what, paths, at, rows] of [
    ['none', [], '', []],
    ['one document, whose folders are no rows', ['docs/plan/a.md'], '', ['a.md ()']],
    ['what all have in common is left out', ['docs/a.md', 'docs/b.md'], '', ['a.md ()', 'b.md ()']],
    ['folders first', ['a.md', 'docs/b.md', 'docs/c.md'], '', ['docs/', 'a.md ()']],
    ['folders with nothing but a folder in one row', ['a.md', 'x/y/z/b.md', 'x/y/z/c.md'], '', ['x/y/z/', 'a.md ()']],
    ['a document alone in its folder stands for it', ['a.md', 'x/y/b.md'], '', ['b.md (x/y)', 'a.md ()']],
    [
      'by their folders where they have one name',
      ['s/auth/spec.md', 's/pay/spec.md', 's/pay/more/spec.md'],
      '',
      ['auth (spec.md)', 'pay/'],
    ],
    ['names that only begin alike are other folders', ['docs/a/x.md', 'docs/ab/y.md', 'docs/ab/z.md'], '', ['x.md (a)', 'ab/']],
    ['below a folder', ['docs/a/x.md', 'docs/ab/y.md', 'docs/ab/z.md'], 'docs/ab', ['y.md ()', 'z.md ()']],
    ['below a folder that is not there', ['docs/a/x.md'], 'gone', []],
  ] as const) {
    it(what, () => assert.deepEqual(shown(paths, at), rows));
  }

  it('knows the folders above a document', () => {
    const paths = [
      'o/changes/add/design.md',
      'o/changes/add/tasks.md',
      'o/changes/drop/tasks.md',
      'o/specs/auth/spec.md',
      'o/specs/pay/spec.md',
    ];
    const above = (path: string): string[] =>
      directoriesAbove(
        paths.map((one) => ({ path: one })),
        path,
      );
    assert.deepEqual(above('o/changes/add/tasks.md'), ['o/changes', 'o/changes/add']);
    assert.deepEqual(above('o/changes/drop/tasks.md'), ['o/changes']);
    assert.deepEqual(above('o/changes/add'), ['o/changes']);
    assert.deepEqual(above('o/specs/pay/spec.md'), ['o/specs']);
  });

  it('lists them by name, and by folder where names are not enough', () => {
    const rows = listed(['a.md', 'docs/auth/spec.md', 'docs/pay/spec.md', 'docs/plan.md', 'spec.md'].map((path) => ({ path })));
    assert.deepEqual(
      rows.map(({ label, dimmed }) => `${label} (${dimmed})`),
      ['a.md ()', 'auth/spec.md (docs)', 'pay/spec.md (docs)', 'plan.md (docs)', 'spec.md ()'],
    );
  });
});
