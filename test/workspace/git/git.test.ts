import assert from 'node:assert/strict';
import { DiskFiles } from '../../../src/workspace/files/diskFiles.ts';
import { cleanEnvironment, git } from '../../../src/workspace/git/git.ts';
import { startedByNode } from '../../support/starting/starter.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

describe('git', () => {
  startedByNode();

  it('answers with output and exit code', async () => {
    const folder = make({ 'a b.md': '' });
    folder.git(['init']);
    assert.deepEqual(await git(folder.path, ['ls-files', '--others', '-z']), { output: 'a b.md\0', exitCode: 0 });
    assert.deepEqual(await git(folder.path, ['check-ignore', '--quiet', '--stdin', '-z'], { input: 'a b.md\0' }), {
      output: '',
      exitCode: 1,
    });
  });

  it('tells a folder without a repository by its exit code', async () => {
    assert.equal((await git(make().path, ['ls-files']))?.exitCode, 128);
  });

  it('takes a folder for a repository where git does, whatever lies in it', async () => {
    const folder = make({ 'sub/a.md': 'one\n', 'sub/b.md': 'one\n' });
    folder.git(['init']);
    folder.git(['add', '.']);
    folder.git(['commit', '-q', '-m', 'one']);
    folder.write('sub/b.md', 'another\n');
    folder.write('sub/.git/HEAD', 'ref: refs/heads/main\n');
    assert.deepEqual(await git(folder.at('sub'), ['diff', '--name-only', '--relative']), { output: 'b.md\n', exitCode: 0 });
  });

  it('has no answer where it takes too long, or there is no such folder', async () => {
    const folder = make();
    folder.git(['init']);
    assert.equal(await git(folder.path, ['-c', 'alias.wait=!sleep 20', 'wait'], { timeout: 50 }), undefined);
    assert.equal(await git(folder.at('nowhere'), ['ls-files']), undefined);
    // Node throws what keeps these from starting, and tells of the others.
    assert.equal(await git(folder.at('a b.md'), ['ls-files']), undefined);
    assert.equal(await git(folder.at('a b.md/below'), ['status']), undefined);
    assert.equal(await git(folder.path, ['ls-files', 'x'.repeat(4_000_000)]), undefined);
  });

  it('throws what it was aborted with, and nothing else', async () => {
    await assert.rejects(git(make().path, ['ls-files'], { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
  });

  it('is done without where there is none', async () => {
    const folder = make({ 'a.md': '', '.gitignore': 'b.md\n', 'b.md': '' });
    folder.git(['init']);
    const { PATH } = process.env;
    process.env['PATH'] = folder.at('no-programs-here');
    try {
      assert.equal(await git(folder.path, ['--version']), undefined);
      assert.deepEqual([...(await new DiskFiles(folder.path, true).list())].sort(), ['.gitignore', 'a.md']);
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});

describe('cleanEnvironment', () => {
  it('takes out what redirects git and keeps the rest', () => {
    const before = {
      PATH: '/bin',
      GIT_DIR: 'x',
      git_work_tree: 'x',
      GIT_INDEX_FILE: 'x',
      GIT_CONFIG_COUNT: '1',
      GIT_EXEC_PATH: '/lib/git',
      GIT_CONFIG_GLOBAL: '/etc/git',
      LC_ALL: 'de_DE',
    };
    assert.deepEqual(cleanEnvironment(before), {
      PATH: '/bin',
      GIT_EXEC_PATH: '/lib/git',
      GIT_CONFIG_GLOBAL: '/etc/git',
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_PAGER: 'cat',
    });
  });
});
