import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import type { Status } from '../../src/model/status.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { STOCK, CODE, TEST, open, statuses, assertAsNew } from '../support/workspace/stockProject.ts';

const make = folders();

describe('refresh', () => {
  const files = {
    'docs/stock.md': STOCK,
    'src/stock.ts': CODE,
    'test/stock.test.ts': TEST,
    'test/deep/more.test.ts': TEST.replace('AC1', 'AC2'),
  };

  for (const trusted of [true, false]) {
    it(`follows files and folders that come, change, move and go, ${trusted ? 'with git' : 'without'}`, async () => {
      const folder = make(files);
      folder.git(['init']);
      folder.git(['add', '.']);
      const project = await open(folder, { trusted });
      const steps: readonly (readonly [change: () => void, paths: readonly string[], expected: readonly Status[]])[] = [
        [() => undefined, ['src/stock.ts'], ['met', 'met']],
        [() => folder.write('src/stock.ts', ''), ['src/stock.ts'], ['partial', 'partial']],
        [() => folder.write('lib/a/b.py', '# @implements REQ-1/AC1\n'), ['lib'], ['met', 'partial']],
        [() => folder.remove('test'), ['test'], ['partial', 'unmet']],
        [() => renameSync(folder.at('lib'), folder.at('library')), ['lib', 'library'], ['partial', 'unmet']],
        [() => folder.write('test/new.test.ts', TEST), [folder.at('test/new.test.ts')], ['met', 'unmet']],
        [() => folder.write('.gitignore', 'library/\n'), ['.gitignore'], ['partial', 'unmet']],
        [() => folder.remove('.gitignore'), ['.gitignore'], ['met', 'unmet']],
        [() => undefined, ['../outside.ts', '/etc/passwd'], ['met', 'unmet']],
        [() => folder.remove('library'), [''], ['partial', 'unmet']],
      ];
      for (const [change, paths, expected] of steps) {
        change();
        await project.refresh(paths);
        assert.deepEqual(Object.values(statuses(project)), expected, paths.join());
        await assertAsNew(folder, project, { trusted });
      }
    });
  }

  it('tells what it changed', async () => {
    const folder = make(files);
    const project = await open(folder);
    folder.write('src/stock.ts', '');
    const change = await project.refresh(['src/stock.ts']);
    assert.ok(change.changedFiles.has('src/stock.ts'));
    assert.deepEqual(
      [...change.changedItems].sort(),
      ['stock#REQ-1', 'stock#REQ-1/AC1', 'stock#REQ-1/AC2'].map((key) => `docs/${key}`),
    );
    assert.equal((await project.refresh(['docs/stock.md'])).changedItems.size, 0);
  });

  it('does not look at what is ignored, in another worktree, or git itself', async () => {
    const folder = make({ ...files, '.gitignore': 'gen/\n' });
    folder.git(['init']);
    folder.git(['add', '.']);
    folder.git(['commit', '-m', 'start']);
    const project = await open(folder);
    folder.write('gen/a.md', STOCK.replace('1', '2'));
    folder.write('.git/a.md', STOCK.replace('1', '3'));
    folder.git(['worktree', 'add', 'tree']);
    await project.refresh(['gen/a.md', '.git/a.md', 'tree/docs/stock.md', 'tree']);
    assert.equal(Object.keys(statuses(project)).length, 2);
    await assertAsNew(folder, project);
  });

  for (const trusted of [true, false]) {
    it(`follows a repository in the folder that comes, changes and goes, ${trusted ? 'with git' : 'without'}`, async () => {
      const folder = make(files);
      folder.git(['init']);
      const project = await open(folder, { trusted });
      const steps: readonly (readonly [change: () => void, paths: readonly string[], count: number])[] = [
        [() => folder.git(['init', 'inner']), ['inner', 'inner/.git'], 2],
        [() => folder.write('inner/docs/a.md', STOCK.replace('1', '2')), ['inner/docs/a.md'], 4],
        [() => folder.write('inner/.gitignore', 'docs/\n'), ['inner/.gitignore'], 2],
        [() => folder.remove('inner/.gitignore'), ['inner/.gitignore'], 4],
        [() => folder.write('inner/docs/b.md', STOCK.replace('1', '3')), ['inner'], 6],
        [() => folder.remove('inner/docs/a.md'), ['inner/docs/a.md'], 4],
        [() => folder.remove('inner'), ['inner'], 2],
      ];
      for (const [change, paths, count] of steps) {
        change();
        await project.refresh(paths);
        assert.equal(Object.keys(statuses(project)).length, count, paths.join());
        await assertAsNew(folder, project, { trusted });
      }
    });
  }

  it('finds a file replaced by a folder, and the other way round', async () => {
    const folder = make({ ...files, 'a.md': STOCK.replace('1', '2') });
    const project = await open(folder);
    folder.remove('a.md');
    folder.write('a.md/b.md', STOCK.replace('1', '3'));
    await project.refresh(['a.md']);
    assert.deepEqual(Object.keys(statuses(project)).slice(0, 2), ['REQ-3/AC1', 'REQ-3/AC2']);
    folder.remove('a.md');
    folder.write('a.md', STOCK.replace('1', '2'));
    await project.refresh(['a.md']);
    await assertAsNew(folder, project);
  });

  it('reloads everything', async () => {
    const folder = make(files);
    const project = await open(folder);
    folder.remove('test');
    folder.write('src/stock.ts', '');
    await project.reload();
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'unmet', 'REQ-1/AC2': 'unmet' });
    await assertAsNew(folder, project);
  });
});

describe('a project whose git is told something', () => {
  const TOLD: readonly (readonly [what: string, tell: (folder: Folder) => void, changed: string])[] = [
    ['to ignore a document of nobody', (folder) => folder.write('.git/info/exclude', 'docs/new.md\n'), '.git/info/exclude'],
    ['to keep a document that it ignores', (folder) => folder.git(['add', '--force', 'gen/kept.md']), '.git/index'],
    ['to forget a document that it ignores', (folder) => folder.git(['rm', '--quiet', '--cached', 'gen/old.md']), '.git/index'],
    ['of other rules', (folder) => folder.git(['config', 'core.excludesFile', folder.at('rules')]), '.git/config'],
    ['of no document', (folder) => folder.git(['rm', '--quiet', '--cached', '-r', '.']), '.git/index'],
    ['to forget all that it was told', (folder) => folder.remove('.git/index'), '.git/index'],
    ['to forget a document of its own', (folder) => folder.git(['rm', '--quiet', '--cached', 'docs/stock.md']), '.git/index'],
    ['to keep a new document', (folder) => folder.git(['add', 'docs/new.md']), '.git/index'],
    ['to ignore a folder', (folder) => folder.write('.git/info/exclude', '/docs/\n'), '.git/info/exclude'],
    ['to ignore nothing', (folder) => folder.write('.git/info/exclude', '# nothing\n'), '.git/info/exclude'],
    ['nothing', () => undefined, '.git/index'],
  ];
  for (const [what, tell, changed] of TOLD) {
    it(`is the same as one that is opened then: ${what}`, async () => {
      const folder = make({
        '.gitignore': 'gen/\n',
        rules: 'new.md\n',
        'docs/stock.md': STOCK,
        'docs/new.md': STOCK.replace('1', '2'),
        'gen/kept.md': STOCK.replace('1', '3'),
        'gen/old.md': STOCK.replace('1', '4'),
        'src/stock.ts': CODE,
      });
      folder.git(['init', '--quiet']);
      folder.git(['add', '--force', 'docs/stock.md', 'gen/old.md', 'src/stock.ts']);
      const project = await open(folder);
      tell(folder);
      await project.refresh([changed]);
      await assertAsNew(folder, project);
    });
  }
});
