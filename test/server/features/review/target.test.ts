import assert from 'node:assert/strict';
import type { Comparison } from '../../../../src/query/diff/comparison.ts';
import { Targets, baseUri } from '../../../../src/server/features/review/target.ts';

const COMMIT = 'a'.repeat(40);
const folder = { uri: 'file:///p', uriOf: (path: string): string => `file:///p/${path}` };

/** Targets of files with these texts, one letter a line; a pair of names is a renamed file. */
function targets(
  files: readonly (readonly [base: string | undefined, before: string, head: string | undefined, after: string])[],
): Targets {
  const text = (letters: string): string => [...letters].join('\n');
  const comparison: Pick<Comparison, 'files' | 'baseText' | 'headText'> = {
    files: files.map(([base, , head]) => ({ ...(base !== undefined && { base }), ...(head !== undefined && { head }) })),
    baseText: (path) => files.filter(([base]) => base === path).map(([, before]) => text(before))[0],
    headText: (path) => files.filter(([, , head]) => head === path).map(([, , , after]) => text(after))[0],
  };
  return new Targets(comparison as Comparison, folder, COMMIT);
}

describe('places of a review', () => {
  it('are a diff where the file changed, else the file', () => {
    const places = targets([['a.md', 'ab', 'a.md', 'abc']]);
    assert.deepEqual(places.head('a.md', 2), {
      head: 'file:///p/a.md',
      base: baseUri({ folder: 'file:///p', commit: COMMIT, path: 'a.md' }),
      path: 'a.md',
      line: 2,
    });
    assert.deepEqual(places.head('b.md', 2), { head: 'file:///p/b.md', path: 'b.md', line: 2 });
  });

  it('have only one side where the file is new or gone', () => {
    const places = targets([
      [undefined, '', 'new.md', 'a'],
      ['old.md', 'a', undefined, ''],
    ]);
    assert.equal(places.head('new.md', 0).base, undefined);
    assert.deepEqual([places.base('old.md', 3).head, places.base('old.md', 3).line], [undefined, 3]);
  });

  it('of the base follow a file to its new name', () => {
    const { path, head, base } = targets([['old.md', 'ab', 'new.md', 'ab']]).base('old.md', 1);
    assert.deepEqual([path, head, base?.startsWith('reqtrace-base:/old.md?')], ['new.md', 'file:///p/new.md', true]);
  });

  for (const [before, after, expected] of [
    ['abcdef', 'abcdef', [0, 1, 2, 3, 4, 5]],
    ['abcdef', 'xxabcdef', [2, 3, 4, 5, 6, 7]],
    ['abcdef', 'abef', [0, 1, 2, 2, 2, 3]],
    ['abcdef', 'abxyef', [0, 1, 2, 3, 4, 5]],
    ['abcdef', 'abxef', [0, 1, 2, 2, 3, 4]],
    ['ab', '', [0, 0]],
  ] as const) {
    it(`of the base stand on the lines of ${after || 'nothing'} where ${before} was`, () => {
      const places = targets([['a.md', before, 'a.md', after]]);
      assert.deepEqual(
        [...before].map((_, line) => places.base('a.md', line).line),
        expected,
      );
    });
  }

  it('name files of the base by what a client sends back, whatever is in a name', () => {
    const uri = new URL(baseUri({ folder: 'file:///p%20q', commit: COMMIT, path: 'docs/a b?#%.md' }));
    assert.equal(decodeURIComponent(uri.pathname), '/docs/a b?#%.md');
    assert.deepEqual(JSON.parse(decodeURIComponent(uri.search.slice(1))), { folder: 'file:///p%20q', commit: COMMIT });
  });
});
