import assert from 'node:assert/strict';
import type { ToldDescription, ToldRepository } from '../../../src/extension/review/toldBase.ts';
import { toldBase } from '../../../src/extension/review/toldBase.ts';
import type { BaseChoice } from '../../../src/server/reviewProtocol.ts';

const ROOT = { scheme: 'vscode-vfs', authority: 'github', path: '/owner/shop' };
const at = (path: string) => ({ ...ROOT, path: `${ROOT.path}/${path}` });
const change = (status: number, path: string, before?: string) =>
  before === undefined ? { uri: at(path), status } : { uri: at(before), originalUri: at(before), renameUri: at(path), status };
const [ADDED, DELETED, RENAMED, COPIED, MODIFIED, GONE, UNTRACKED, IGNORED] = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A repository that tells all, but for what is given. */
function repository(other: Partial<ToldRepository> = {}): ToldRepository {
  return {
    rootUri: ROOT,
    state: { HEAD: { name: 'work', commit: 'head' } },
    getMergeBase: (one, two) => Promise.resolve(`${one}..${two}`),
    diffBetween: () => Promise.resolve([change(MODIFIED, 'docs/a.md')]),
    ...other,
  };
}

const refuse = (): Promise<never> => Promise.reject(new Error('Method not implemented.'));
const MAIN: ToldDescription = { defaultBranch: 'main' };
const FILES = [{ head: 'docs/a.md', base: 'docs/a.md' }];

// @verifies RT-8.2/AC5
describe('the base that an extension tells of a folder without a disk', () => {
  for (const [name, told, description, choice, expected] of [
    ['the default branch', {}, MAIN, 'default', { name: 'main', commit: 'main..head', present: 'head', files: FILES }],
    [
      'what the branch was made from',
      { getBranchBase: () => Promise.resolve({ remote: 'origin', name: 'v2' }) },
      MAIN,
      'default',
      { name: 'origin/v2', commit: 'origin/v2..head', present: 'head', files: FILES },
    ],
    [
      'by its commit',
      { getBranchBase: () => Promise.resolve({ name: 'v2', commit: 'c2' }) },
      MAIN,
      'default',
      { name: 'v2', commit: 'c2..head', present: 'head', files: FILES },
    ],
    [
      'what was noted for the pull request',
      { getBranchBase: refuse, getConfig: () => Promise.resolve('owner#shop#rel#1') },
      MAIN,
      'default',
      { name: 'rel#1', commit: 'rel#1..head', present: 'head', files: FILES },
    ],
    [
      'a pull request whose base nobody told',
      { getBranchBase: refuse, getConfig: () => Promise.resolve('') },
      { ...MAIN, pullRequest: { number: 7 } },
      'default',
      { name: 'main', commit: 'main..head', present: 'head', files: FILES, pullRequest: 7 },
    ],
    ['a chosen revision', {}, undefined, { kind: 'ref', ref: 'v1' }, { name: 'v1', commit: 'v1..head', present: 'head', files: FILES }],
    [
      'the base itself',
      { getMergeBase: () => Promise.resolve('head'), diffBetween: refuse },
      MAIN,
      'default',
      { name: 'main', commit: 'head', present: 'head', files: [] },
    ],
    ['no tags', {}, MAIN, { kind: 'tag' }, { untold: 'noBase' }],
    ['no default branch', {}, undefined, 'default', { untold: 'noBase' }],
    ['nothing checked out', { state: { HEAD: undefined } }, MAIN, 'default', { untold: 'noBase' }],
    ['no merge base, as of GitHub Repositories', { getMergeBase: refuse }, MAIN, 'default', { untold: 'noMergeBase', name: 'main' }],
    ['an empty one', { getMergeBase: () => Promise.resolve(undefined) }, MAIN, 'default', { untold: 'noMergeBase', name: 'main' }],
    ['no changes', { diffBetween: refuse }, MAIN, 'default', { untold: 'noChanges', name: 'main' }],
    [
      'as many files as GitHub tells at most',
      { diffBetween: () => Promise.resolve(Array.from({ length: 300 }, (_, index) => change(MODIFIED, `a${index}`))) },
      MAIN,
      'default',
      { untold: 'tooMany', name: 'main' },
    ],
  ] as readonly (readonly [string, Partial<ToldRepository>, ToldDescription | undefined, BaseChoice | 'default', object])[]) {
    it(name, async () => {
      const kind: BaseChoice = choice === 'default' ? { kind: choice } : choice;
      assert.deepEqual(await toldBase(repository(told), description, ROOT, kind), expected);
    });
  }

  for (const [name, committed, written, expected] of [
    ['new, changed and deleted', [change(ADDED, 'new'), change(MODIFIED, 'a'), change(DELETED, 'old')], [], ['>new', 'a>a', 'old>']],
    ['renamed', [change(RENAMED, 'b', 'a')], [], ['a>b']],
    ['copied', [change(COPIED, 'b', 'a')], [], ['>b']],
    ['renamed, then written', [change(RENAMED, 'b', 'a')], [change(MODIFIED, 'b')], ['a>b']],
    ['renamed, then deleted', [change(RENAMED, 'b', 'a')], [change(GONE, 'b')], ['a>']],
    ['made, then deleted', [change(ADDED, 'new')], [change(GONE, 'new')], []],
    ['deleted, then made again', [change(DELETED, 'a')], [change(UNTRACKED, 'a')], ['a>a']],
    [
      'written only',
      [],
      [change(MODIFIED, 'a'), change(UNTRACKED, 'new'), change(GONE, 'old'), change(IGNORED, 'log')],
      ['a>a', '>new', 'old>'],
    ],
  ] as const) {
    it(`tells what is otherwise: ${name}`, async () => {
      const told = repository({
        state: { HEAD: { name: 'work', commit: 'head' }, workingTreeChanges: written },
        diffBetween: () => Promise.resolve(committed),
      });
      const base = await toldBase(told, MAIN, ROOT, { kind: 'default' });
      assert.ok('files' in base);
      assert.deepEqual(
        base.files.map((file) => `${file.base ?? ''}>${file.head ?? ''}`),
        expected,
      );
    });
  }

  it('has paths of the folder, which may lie within the repository', async () => {
    const told = repository({
      diffBetween: () =>
        Promise.resolve([
          change(MODIFIED, 'part/a'),
          change(MODIFIED, 'b'),
          change(RENAMED, 'part/c', 'c'),
          change(RENAMED, 'd', 'part/d'),
        ]),
    });
    const base = await toldBase(told, MAIN, at('part'), { kind: 'default' });
    assert.deepEqual('files' in base && base.files, [{ head: 'a', base: 'a' }, { head: 'c' }, { base: 'd' }]);
  });
});
