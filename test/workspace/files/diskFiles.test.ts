import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { DiskFiles } from '../../../src/workspace/files/diskFiles.ts';
import { ignoresCase } from '../../../src/workspace/files/letterCase.ts';
import { UserError } from '../../../src/workspace/userError.ts';
import { folders } from '../../support/workspace/folder.ts';
import { listed, ignores } from '../../support/workspace/listed.ts';

const make = folders();

for (const trusted of [true, false]) {
  describe(trusted ? 'files found with git' : 'files found by walking', () => {
    it('leaves out what nested .gitignore files say, and takes back what they take back', async () => {
      const folder = make({
        '.gitignore': '*.log\n/build/\nout/\n!keep.log\n',
        'a.ts': '',
        'a.log': '',
        'keep.log': '',
        'build/x.ts': '',
        'src/build/x.ts': '',
        'src/out/x.ts': '',
        'src/.gitignore': 'local.ts\n!again.log\n',
        'src/local.ts': '',
        'src/again.log': '',
        'src/deep/local.ts': '',
        'other/local.ts': '',
        '.hidden/a.md': '',
      });
      folder.git(['init']);
      const expected = [
        '.gitignore',
        '.hidden/a.md',
        'a.ts',
        'keep.log',
        'other/local.ts',
        'src/.gitignore',
        'src/again.log',
        'src/build/x.ts',
      ];
      assert.deepEqual(await listed(folder, trusted), expected);
      assert.deepEqual(
        await listed(folder, trusted, ['src', 'a.log', 'keep.log', 'nowhere']),
        expected.filter((path) => path.startsWith('src/') || path === 'keep.log'),
      );
      assert.equal(await ignores(folder, trusted, 'src/new.log'), true);
      assert.equal(await ignores(folder, trusted, 'src/new.ts'), false);
      assert.equal(await ignores(folder, trusted, 'new/folder/a.ts'), false);
      assert.equal(await ignores(folder, trusted, 'out/new/a.ts'), true);
    });

    it('reads .git/info/exclude', async () => {
      const folder = make({ 'a.ts': '', 'mine.ts': '' });
      folder.git(['init']);
      folder.write('.git/info/exclude', 'mine.ts\n');
      assert.deepEqual(await listed(folder, trusted), ['a.ts']);
    });

    it('keeps to the root when it lies inside a repository, and heeds the ignore files above it', async () => {
      const folder = make({
        '.gitignore': '*.tmp\n/pkg/gen/\n',
        'pkg/a.ts': '',
        'pkg/a.tmp': '',
        'pkg/gen/b.ts': '',
        'pkg/src/gen/c.ts': '',
        'top.ts': '',
      });
      folder.git(['init']);
      assert.deepEqual(await listed(folder, trusted, undefined, folder.at('pkg')), ['a.ts', 'src/gen/c.ts']);
    });

    it('reads a root that its repository ignores as a whole', async () => {
      const folder = make({ '.gitignore': 'out/\n', 'out/a.ts': '', 'out/b.tmp': '', 'out/.gitignore': '*.tmp\n' });
      folder.git(['init']);
      assert.deepEqual(await listed(folder, trusted, undefined, folder.at('out')), ['.gitignore', 'a.ts']);
    });

    it('lists links without following them, loops included', async () => {
      const outside = make({ 'secret.md': '' });
      const folder = make({ 'src/a.ts': '' });
      symlinkSync('..', folder.at('src/loop'));
      symlinkSync(outside.path, folder.at('outside'));
      symlinkSync('nowhere', folder.at('dangling'));
      folder.git(['init']);
      assert.deepEqual(await listed(folder, trusted), ['dangling', 'outside', 'src/a.ts', 'src/loop']);
      assert.deepEqual(await listed(folder, trusted, ['src/loop/src/a.ts', 'outside/secret.md']), []);
      assert.equal(await ignores(folder, trusted, 'outside/secret.md'), true);
    });

    it('reads a linked worktree, but not from the repository around it', async () => {
      const folder = make({ 'a.ts': '' });
      folder.git(['init']);
      folder.git(['add', '.']);
      folder.git(['commit', '-m', 'start']);
      folder.git(['worktree', 'add', 'trees/next']);
      folder.write('trees/next/b.ts');
      assert.deepEqual(await listed(folder, trusted), ['a.ts']);
      assert.deepEqual(await listed(folder, trusted, undefined, folder.at('trees/next')), ['a.ts', 'b.ts']);
    });

    it('tells of tracked files that are deleted', async () => {
      const folder = make({ 'a.ts': '', 'gone.ts': '', 'old/b.ts': '' });
      folder.git(['init']);
      folder.git(['add', '.']);
      folder.remove('gone.ts');
      folder.remove('old');
      folder.write('old', 'a file now');
      const source = new DiskFiles(folder.path, trusted);
      assert.deepEqual(
        (await listed(folder, trusted)).filter((path) => source.exists(path)),
        ['a.ts', 'old'],
      );
      folder.remove('old');
      assert.deepEqual(await listed(folder, trusted, ['gone.ts', 'old']), []);
    });

    it('takes names as they are', async () => {
      const names = ['*.md', 'ünï/日本.md', 'a b.md', 'line\nbreak.md', 'tab\there.md', '-dash.md', ':(top)x.md', '"q".md'];
      const folder = make(Object.fromEntries(names.map((name) => [name, ''])));
      folder.git(['init']);
      folder.git(['add', '--', 'a b.md', 'tab\there.md', '"q".md']);
      assert.deepEqual(await listed(folder, trusted), [...names].sort());
      for (const name of names) assert.deepEqual(await listed(folder, trusted, [name]), [name]);
    });

    it('lists all the same when more is asked for than a command line holds', async () => {
      const folder = make({ 'a/x.ts': '', 'b/y.ts': '', 'c.ts': '' });
      folder.git(['init']);
      const under = Array.from({ length: 5000 }, (_, at) => `nowhere/${at}`);
      assert.deepEqual(await listed(folder, trusted, [...under, 'a', 'c.ts']), ['a/x.ts', 'c.ts']);
    });

    it('stops when it is told to', async () => {
      const folder = make({ 'a.ts': '' });
      await assert.rejects(new DiskFiles(folder.path, trusted).list(undefined, AbortSignal.abort(new Error('enough'))), /enough/);
    });
  });
}

describe('files found without a repository', () => {
  it('walks, heeds .gitignore, and never enters node_modules', async () => {
    const folder = make({ '.gitignore': 'skip\n', 'a.ts': '', 'skip/a.ts': '', 'node_modules/x/index.js': '', 'p/node_modules/y.js': '' });
    assert.deepEqual(await listed(folder, true), ['.gitignore', 'a.ts']);
  });

  it('walks where git refuses, as it does with a broken repository', async () => {
    const folder = make({ 'a.ts': '', '.git/HEAD': 'nonsense' });
    assert.deepEqual(await listed(folder, true), ['a.ts']);
  });

  it('is not slowed down by a hostile .gitignore', async () => {
    const folder = make({ '.gitignore': `${'*a'.repeat(60)}b\n*.log\n`, [`${'a'.repeat(200)}.ts`]: '', 'a.log': '' });
    assert.deepEqual(await listed(folder, false), ['.gitignore', `${'a'.repeat(200)}.ts`]);
  });

  it('says so when the folder cannot be listed', async () => {
    const folder = make();
    await assert.rejects(new DiskFiles(folder.at('nowhere'), false).list(), UserError);
  });
});

describe('git', () => {
  it('is not led astray by variables that point it elsewhere', async () => {
    const other = make({ 'other.ts': '' });
    other.git(['init']);
    const folder = make({ 'a.ts': '' });
    folder.git(['init']);
    process.env['GIT_DIR'] = other.at('.git');
    process.env['GIT_WORK_TREE'] = other.path;
    try {
      assert.deepEqual(await listed(folder, true), ['a.ts']);
    } finally {
      delete process.env['GIT_DIR'];
      delete process.env['GIT_WORK_TREE'];
    }
  });

  it('starts no program that the repository names', async () => {
    const folder = make({ 'a.ts': '' });
    folder.git(['init']);
    folder.write('monitor.sh', `#!/bin/sh\ntouch ${folder.at('ran')}\n`);
    folder.git(['config', 'core.fsmonitor', `sh ${folder.at('monitor.sh')}`]);
    assert.deepEqual(await listed(folder, true), ['a.ts', 'monitor.sh']);
    assert.deepEqual(await listed(folder, false), ['a.ts', 'monitor.sh']);
  });
});

describe('ignoresCase', () => {
  it('agrees with what the disk does', () => {
    const folder = make({ 'probe/a.md': '' });
    const files = new DiskFiles(folder.path, false);
    return files.read('PROBE/A.MD').then((content) => assert.equal(ignoresCase(folder.at('probe')), content.kind === 'text'));
  });
});

describe('ignore files that git does not ask for, or asks for elsewhere', () => {
  it('.ignore outranks .gitignore of its folder in a walk', async () => {
    const folder = make({
      '.gitignore': '*.log\n',
      '.ignore': '!keep.log\nvendor/\n',
      'a.log': '',
      'keep.log': '',
      'vendor/a.ts': '',
      'src/a.ts': '',
    });
    assert.deepEqual(await listed(folder, false), ['.gitignore', '.ignore', 'keep.log', 'src/a.ts']);
  });

  it('what a user ignores everywhere is left out of a walk, as git does', async () => {
    const home = make({ 'git/ignore': '*.swp\n' });
    const folder = make({ 'a.ts': '', 'a.ts.swp': '' });
    folder.git(['init']);
    const before = process.env['XDG_CONFIG_HOME'];
    process.env['XDG_CONFIG_HOME'] = home.path;
    try {
      for (const trusted of [true, false]) assert.deepEqual(await listed(folder, trusted), ['a.ts'], String(trusted));
    } finally {
      if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
      else process.env['XDG_CONFIG_HOME'] = before;
    }
  });
});
