import assert from 'node:assert/strict';
import { changedTogether } from '../../src/suggest/together.ts';

const many = Array.from({ length: 20 }, (_, at) => `src/file${at}.ts`);

describe('Files that changed together', () => {
  const cases: readonly (readonly [what: string, commits: readonly (readonly string[])[], expected: Readonly<Record<string, number>>])[] = [
    ['are those of the same commits', [['a', 'b'], ['a', 'b'], ['c']], { b: 1 }],
    ['count by their share of the commits of either', [['a', 'b'], ['a', 'b'], ['a'], ['b']], { b: 0.5 }],
    [
      'are not those that did once',
      [
        ['a', 'b'],
        ['a', 'c'],
        ['a', 'c'],
      ],
      { c: 2 / 3 },
    ],
    ['are not those of a commit of more than 20 files', [['a', 'b', ...many], ['a', 'b', ...many], ['a'], ['a']], {}],
    [
      'are none of a file without commits',
      [
        ['b', 'c'],
        ['b', 'c'],
      ],
      {},
    ],
    ['are none of a file with one commit', [['a', 'b']], {}],
    ['are none without a history', [], {}],
  ];
  for (const [what, commits, expected] of cases)
    it(what, () => assert.deepEqual(Object.fromEntries(changedTogether(commits)('a')), expected));
});
