import path from 'node:path';
import { attempt } from './fileOperations.ts';
import type { Operation, World } from './world.ts';

/** Commands of git by what is typed behind `git`. */
const TYPED: readonly (readonly [typed: string, weight?: number])[] = [
  ['add -A', 6],
  ['add -u'],
  ['add -N .'],
  ['add -A -f'],
  ['add --renormalize .'],
  ['add --refresh .'],
  ['update-index --refresh'],
  ['update-index --really-refresh'],
  ['commit -qm all -a', 6],
  ['commit -qm staged', 4],
  ['commit -qm empty --allow-empty'],
  ['commit -q --amend --no-edit -a', 2],
  ['commit -q --amend --no-edit --date=now'],
  ['stash', 2],
  ['stash -u', 2],
  ['stash --keep-index'],
  ['stash pop', 3],
  ['stash apply'],
  ['stash drop'],
  ['checkout -q -f main', 2],
  ['checkout -q -f other', 3],
  ['checkout -q other'],
  ['checkout -q --detach'],
  ['checkout -q -- .'],
  ['checkout -q other -- docs'],
  ['checkout -q --orphan alone'],
  ['switch -q -C topic'],
  ['restore .'],
  ['restore --staged .'],
  ['restore --source other --worktree docs'],
  ['reset -q'],
  ['reset -q --soft HEAD~1'],
  ['reset -q --hard', 2],
  ['reset -q --hard HEAD~1', 2],
  ['reset -q --hard other'],
  ['reset -q --keep HEAD~1'],
  ['reset -q --merge'],
  ['clean -fdq'],
  ['clean -fdxq'],
  ['merge -q other --no-edit', 3],
  ['merge -q other --no-ff --no-edit -X ours'],
  ['merge -q other -s ours --no-edit'],
  ['merge --squash other'],
  ['merge --abort', 2],
  ['rebase -q other', 2],
  ['rebase -q -X theirs other'],
  ['rebase -q --autosquash -i HEAD~2'],
  ['rebase --abort', 2],
  ['rebase --skip'],
  ['cherry-pick other'],
  ['cherry-pick --abort'],
  ['revert --no-edit HEAD', 2],
  ['revert --abort'],
  ['branch -f other'],
  ['branch -f other HEAD~1'],
  ['tag -f mark'],
  ['pack-refs --all'],
  ['gc -q --prune=now'],
  ['repack -adq'],
  ['prune'],
  ['reflog expire --expire=now --all'],
  ['commit-graph write'],
  ['multi-pack-index write'],
  ['read-tree HEAD'],
  ['read-tree -m -u other'],
  ['read-tree --empty'],
  ['checkout-index -a -f'],
  ['rm -rq --cached docs'],
  ['rm -rqf src'],
  ['rm -q --cached docs/a.md'],
  ['mv docs/a.md docs/renamed.md'],
  ['mv -k docs elsewhere'],
  ['mv -k elsewhere docs'],
  ['status'],
  ['diff'],
  ['worktree prune'],
  ['submodule update -q --init'],
  ['submodule deinit -q -f --all'],
  ['sparse-checkout set docs', 2],
  ['sparse-checkout set --no-cone docs/*.md src'],
  ['sparse-checkout set --sparse-index docs'],
  ['sparse-checkout reapply'],
  ['sparse-checkout disable', 3],
  ['update-index --index-version 2'],
  ['update-index --index-version 3'],
  ['update-index --index-version 4', 2],
  ['update-index --split-index', 2],
  ['update-index --no-split-index'],
  ['update-index --untracked-cache', 2],
  ['update-index --force-untracked-cache'],
  ['update-index --no-untracked-cache'],
  ['update-index --fsmonitor', 2],
  ['update-index --no-fsmonitor'],
  ['symbolic-ref HEAD refs/heads/other'],
  ['notes add -f -m x'],
  ['replace -f HEAD HEAD~1'],
  ['replace -d HEAD'],
  ['bisect start'],
  ['bisect reset'],
  ['apply --index -R'],
];

/** Marks of single files in the index. */
const MARKS = [
  '--assume-unchanged',
  '--no-assume-unchanged',
  '--skip-worktree',
  '--no-skip-worktree',
  '--chmod=+x',
  '--chmod=-x',
  '--force-remove',
  '--fsmonitor-valid',
  '--no-fsmonitor-valid',
];

/** What git is told to do. */
export const COMMAND_OPERATIONS: readonly Operation[] = [
  ...TYPED.map(([typed, weight]): Operation => ({
    name: `git ${typed}`,
    run: (world) => world.git(...typed.split(' ')),
    ...(weight !== undefined && { weight }),
  })),
  ...MARKS.map((mark): Operation => ({
    name: `git update-index ${mark}`,
    run: (world) => world.git('update-index', mark, '--', world.file()),
  })),
  { name: 'git add FILE', run: (world) => world.git('add', '--', world.file()), weight: 3 },
  { name: 'git add -f FILE', run: (world) => world.git('add', '-f', '--', world.file()) },
  { name: 'git commit FILE', run: (world) => world.git('commit', '-qm', 'one', '--', world.file()), weight: 2 },
  { name: 'git checkout REVISION', run: (world) => world.git('checkout', '-q', '-f', world.revision()), weight: 3 },
  { name: 'git checkout -m REVISION', run: (world) => world.git('checkout', '-q', '-m', world.revision()) },
  { name: 'git mv FILE', run: (world) => world.git('mv', '-f', world.file(), world.path()) },
  { name: 'git hash-object and --cacheinfo', run: cacheInfo },
  { name: 'git update-index --again', run: (world) => world.git('update-index', '--again') },
  {
    name: 'a worktree',
    run: (world) => world.git('worktree', 'add', '-q', '-f', path.join(world.place, world.fresh('tree')), world.revision()),
  },
  { name: 'a worktree inside', run: (world) => world.git('worktree', 'add', '-q', '-f', world.fresh('docs/tree'), world.revision()) },
  { name: 'a submodule', run: submodule },
  { name: 'a repository inside', run: (world) => innerRepository(world, world.folder()) },
  { name: 'an empty repository inside', run: (world) => world.git('init', '-q', world.random.pick(['lib', 'new', 'docs/sub'])) },
  {
    name: 'no repository inside any more',
    run: (world) => ['lib', 'new', 'docs/sub', 'docs', 'src'].forEach((folder) => world.remove(`${folder}/.git`)),
    weight: 2,
  },
  { name: 'a merge with a conflict', run: conflict },
  { name: 'a clone in place of it', run: cloned },
  { name: 'the index is deleted', run: (world) => world.program('rm', ['-f', path.join(world.gitFolder(), 'index')]) },
  { name: 'the index has a lock', run: (world) => world.program('touch', [path.join(world.gitFolder(), 'index.lock')]) },
  { name: 'the index has no lock', run: (world) => world.program('rm', ['-f', path.join(world.gitFolder(), 'index.lock')]), weight: 4 },
  {
    name: 'the index has the time of long ago',
    run: (world) => world.program('touch', ['-d', '2020-01-01', path.join(world.gitFolder(), 'index')]),
  },
  { name: 'an old index comes back', run: oldIndex },
  {
    name: 'commit with another index',
    run: (world) => world.program('env', [`GIT_INDEX_FILE=${path.join(world.place, 'spare')}`, 'git', 'commit', '-qam', 'spare']),
  },
];

function cacheInfo(world: World): void {
  const name = world.file();
  const blob = world.program('git', ['hash-object', '-w', '--stdin'], world.text(name)).trim();
  world.git('update-index', '--add', '--cacheinfo', `100644,${blob},${name}`);
}

function submodule(world: World): void {
  const source = path.join(world.place, world.fresh('source'));
  world.git('clone', '-q', world.repository, source);
  world.git('submodule', 'add', '-q', '-f', source, world.fresh('docs/module'));
}

function innerRepository(world: World, folder: string): void {
  attempt(() => {
    world.write(`${folder}/inner.md`, world.text('inner.md'));
    world.git('init', '-q', folder);
    world.git('-C', folder, 'add', '-A');
    if (world.random.oneIn(2)) world.git('-C', folder, 'commit', '-qm', 'inner');
  });
}

/** Both sides write one file. */
function conflict(world: World): void {
  attempt(() => {
    world.git('checkout', '-q', '-f', '-B', 'theirs');
    world.write('docs/a.md', world.text('a.md'));
    world.git('commit', '-qam', 'theirs');
    world.git('checkout', '-q', '-f', 'main');
    world.write('docs/a.md', world.text('a.md'));
    world.git('commit', '-qam', 'ours');
    world.git('merge', '-q', 'theirs');
  });
}

function cloned(world: World): void {
  const copy = path.join(world.place, world.fresh('clone'));
  world.git('clone', '-q', ...(world.random.oneIn(2) ? ['--depth', '2'] : []), `file://${world.repository}`, copy);
  world.program('mv', [world.repository, path.join(world.place, world.fresh('old'))], '', world.place);
  world.program('mv', [copy, world.repository], '', world.place);
  world.git('branch', 'other');
}

/** As a tool does that keeps the index aside while it works. */
function oldIndex(world: World): void {
  const index = path.join(world.gitFolder(), 'index');
  const kept = path.join(world.place, 'index.kept');
  world.program('cp', world.random.oneIn(2) ? ['-p', index, kept] : ['-p', kept, index]);
}
