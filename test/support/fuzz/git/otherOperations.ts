import type { Operation, World } from './world.ts';

const ISOMORPHIC = `
const fs = require('node:fs');
const git = require('isomorphic-git');
const [, , dir, act, file] = process.argv;
const author = { name: 'I', email: 'i@localhost' };
const acts = {
  add: () => git.add({ fs, dir, filepath: file }),
  remove: () => git.remove({ fs, dir, filepath: file }),
  commit: () => git.commit({ fs, dir, message: 'isomorphic', author }),
  checkout: () => git.checkout({ fs, dir, ref: 'other', force: true }),
  reset: () => git.resetIndex({ fs, dir, filepath: file }),
  status: () => git.statusMatrix({ fs, dir }),
  merge: () => git.merge({ fs, dir, ours: 'main', theirs: 'other', author }),
};
acts[act]().catch(() => undefined);
`;

const DULWICH = `
import sys
from dulwich import porcelain
from dulwich.repo import Repo
act, file = sys.argv[1], sys.argv[2]
repo = Repo('.')
if act == 'add': porcelain.add(repo, [file])
if act == 'stage': repo.stage([file.encode()])
if act == 'commit': porcelain.commit(repo, b'dulwich', author=b'D <d@localhost>', committer=b'D <d@localhost>')
if act == 'reset': porcelain.reset(repo, 'hard', 'HEAD')
if act == 'index': repo.open_index().write()
if act == 'remove': porcelain.remove(repo, [file])
`;

const PYGIT2 = `
import sys, pygit2
act, file = sys.argv[1], sys.argv[2]
repo = pygit2.Repository('.')
index = repo.index
index.read()
if act == 'add': index.add(file)
if act == 'all': index.add_all()
if act == 'remove': index.remove(file)
if act == 'read': index.read_tree(repo.head.peel().tree)
if act == 'checkout': repo.checkout('refs/heads/other', strategy=pygit2.GIT_CHECKOUT_FORCE)
if act == 'reset': repo.reset(repo.head.target, pygit2.GIT_RESET_HARD)
if act == 'commit':
    me = pygit2.Signature('P', 'p@localhost')
    repo.create_commit('HEAD', me, me, 'pygit2', index.write_tree(), [repo.head.target])
if act != 'checkout' and act != 'reset': index.write()
`;

/** What other programs than git do to its repository. */
export function otherOperations({ others }: Pick<World, 'others'>): Operation[] {
  const { isomorphic, dulwich, pygit2, jgit } = others;
  return [
    ...acts('isomorphic-git', isomorphic, ['add', 'remove', 'commit', 'checkout', 'reset', 'status', 'merge'], (world, act, file, folder) =>
      world.program('env', [`NODE_PATH=${folder}/node_modules`, process.execPath, '--eval', ISOMORPHIC, '--', world.repository, act, file]),
    ),
    ...acts('dulwich', dulwich, ['add', 'stage', 'commit', 'reset', 'index', 'remove'], (world, act, file, python) =>
      world.program(python, ['-c', DULWICH, act, file]),
    ),
    ...acts('pygit2', pygit2, ['add', 'all', 'remove', 'read', 'checkout', 'reset', 'commit'], (world, act, file, python) =>
      world.program(python, ['-c', PYGIT2, act, file]),
    ),
    ...acts('jgit', jgit, ['add', 'commit'], (world, act, file, program) =>
      world.program(program, act === 'add' ? ['add', file] : ['commit', '-m', 'jgit', '--author', 'J <j@localhost>']),
    ).map((operation) => ({ ...operation, weight: 0.2 })),
  ];
}

function acts(
  name: string,
  tool: string | undefined,
  names: readonly string[],
  run: (world: World, act: string, file: string, tool: string) => void,
): Operation[] {
  if (tool === undefined) return [];
  return names.map((act): Operation => ({
    name: `${name} ${act}`,
    weight: act === 'add' ? 3 : 1,
    run(world) {
      const file = world.file();
      run(world, act, file, tool);
      // The index is younger than the file, and of the same second.
      if (act === 'add' && world.random.oneIn(2)) world.write(file, world.text(file));
    },
  }));
}
