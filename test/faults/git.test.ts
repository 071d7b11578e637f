import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { DiskFiles } from '../../src/workspace/files/diskFiles.ts';
import { git } from '../../src/workspace/git/git.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import { startedByNode } from '../support/starting/starter.ts';
import { folders } from '../support/workspace/folder.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

const make = folders();
const FILES = {
  'docs/a.md': '## REQ-1: Pay\n',
  'src/a.ts': '// @implements REQ-1\n',
  '.gitignore': 'out/\n',
  'out/b.md': '## REQ-2: Gone\n',
};
const LISTED = ['.gitignore', 'docs/a.md', 'src/a.ts'];

/** Puts a program of that name and text before all others for the time of one test. */
async function withGit(script: string, test: () => Promise<void>): Promise<void> {
  const folder = make({ git: `#!/bin/sh\n${script}\n` });
  chmodSync(folder.at('git'), 0o755);
  const { PATH } = process.env;
  process.env['PATH'] = `${folder.path}:${PATH}`;
  try {
    await test();
  } finally {
    process.env['PATH'] = PATH;
  }
}

const FAULTS: readonly (readonly [what: string, script: string])[] = [
  ['that never answers', 'sleep 30'],
  ['that never answers and cannot be asked to end', "trap '' TERM INT HUP\nsleep 30 & wait"],
  ['that leaves a child holding its output', 'sleep 30 &\nsleep 30'],
  ['that crashes', 'kill -SEGV $$'],
  ['that fails', 'echo "fatal: index file corrupt" >&2\nexit 128'],
];

describe('git', function () {
  startedByNode();
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  for (const [what, script] of FAULTS) {
    // @verifies RT-11.1/AC6~0c471c
    it(`${what} is done without`, async () => {
      const folder = make(FILES);
      folder.git(['init']);
      await withGit(script, async () => {
        const files = new DiskFiles(folder.path, true, { timeout: 200 });
        assert.deepEqual([...(await files.list())].sort(), LISTED);
        assert.deepEqual([await files.ignores('src/new.ts'), await files.ignores('out/new.ts')], [false, true]);
      });
    });
  }

  it('that stops answering later is done without', async () => {
    const folder = make(FILES);
    folder.git(['init']);
    const files = new DiskFiles(folder.path, true, { timeout: 200 });
    assert.deepEqual([...(await files.list())].sort(), LISTED);
    await withGit('sleep 30', async () => {
      assert.deepEqual([await files.ignores('src/new.ts'), await files.ignores('out/new.ts')], [false, true]);
      assert.deepEqual(await files.list(['src', 'out']), ['src/a.ts']);
    });
  });

  it('that answers nonsense gives no file that is not there, and none outside', async () => {
    const folder = make(FILES);
    const nonsense = String.raw`printf '? ../../etc/passwd\0? /etc/passwd\0? docs/../../passwd\0? no/such.md\0H 100644 x\0\0?\0? docs/a.md\0'`;
    await withGit(nonsense, async () => {
      const project = await openProject(folder.path);
      assert.deepEqual(
        project.index.documents().map(({ path }) => path),
        ['docs/a.md'],
      );
      assert.equal(await project.text('../../etc/passwd'), undefined);
      assert.deepEqual(project.skipped, []);
      assert.deepEqual(
        ['../../etc/passwd', '/etc/passwd', 'docs/../../passwd', 'no/such.md'].filter((path) => project.index.files.has(path)),
        [],
      );
    });
  });

  it('that writes more than anyone can hold is cut off', async () => {
    await withGit('exec cat /dev/zero', async () => {
      assert.equal(await git(make().path, ['ls-files'], { timeout: 1000 }), undefined);
    });
  });

  // @verifies RT-11.1/AC6~0c471c
  it('that is not there is done without, editor texts too', async () => {
    const folder = make(FILES);
    folder.git(['init']);
    const { PATH } = process.env;
    process.env['PATH'] = folder.at('no-programs-here');
    try {
      const project = await openEditable(folder.path);
      assert.equal(project.index.counts().partial, 1);
      await edit(project, 'test/a.test.ts', '// @verifies REQ-1\n');
      await edit(project, 'out/c.md', '## REQ-3: Never\n');
      assert.deepEqual([project.index.counts().met, project.index.files.has('out/c.md')], [1, false]);
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
