import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runIn } from '../../support/repository.ts';
import { DiskFiles } from '../../../src/workspace/files/diskFiles.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const FILES = { 'docs/a.md': '## REQ-1: Pay\n', 'src/a.ts': '// @implements REQ-1\n', 'big/b.md': '## REQ-2: Send\n' };

function origin(): Folder {
  const folder = make(FILES);
  folder.git(['init']);
  folder.git(['config', 'uploadpack.allowFilter', 'true']);
  folder.git(['add', '.']);
  folder.git(['commit', '-m', 'one']);
  folder.write('docs/a.md', '## REQ-1: Pay at once\n');
  folder.git(['commit', '-a', '-m', 'two']);
  return folder;
}

async function ids(folder: Folder, below: string, trusted: boolean): Promise<string[]> {
  const { index } = await openProject(folder.at(below), { trusted });
  assert.deepEqual(
    index.allFindings().filter(({ severity }) => severity === 'error'),
    [],
  );
  return Array.from(index.requirements(), ({ id }) => id).sort();
}

describe('a repository', function () {
  for (const trusted of [true, false]) {
    for (const sparseIndex of [false, true]) {
      it(`of which a part is checked out${sparseIndex ? ', its index sparse too,' : ''} has that part ${trusted ? 'with git' : 'walked through'}`, async () => {
        const folder = make();
        folder.git(['clone', '-q', origin().path, 'work']);
        folder.git(['sparse-checkout', 'set', ...(sparseIndex ? ['--sparse-index'] : ['--no-sparse-index']), 'docs', 'src'], 'work');
        assert.equal(existsSync(folder.at('work/big')), false);
        assert.deepEqual(await ids(folder, 'work', trusted), ['REQ-1']);
        // Somebody writes where nothing is checked out.
        folder.write('work/big/b.md', FILES['big/b.md']);
        assert.deepEqual(await ids(folder, 'work', trusted), ['REQ-1', 'REQ-2']);
        folder.remove('work/big');
        folder.git(['sparse-checkout', 'disable'], 'work');
        assert.deepEqual(await ids(folder, 'work', trusted), ['REQ-1', 'REQ-2']);
      });
    }
  }

  it('that was cloned without old contents is read, and nothing is fetched for what is missing', async () => {
    const from = origin();
    const folder = make();
    folder.git(['clone', '-q', '--filter=blob:none', pathToFileURL(from.path).href, 'work']);
    assert.deepEqual(await ids(folder, 'work', true), ['REQ-1', 'REQ-2']);
    for (let time = 0; time < 2; time += 1) {
      const { code, stderr } = await runIn(folder.at('work'), ['diff', 'HEAD~1', 'HEAD']);
      assert.equal(code, 2);
      assert.match(stderr, /this clone is partial or damaged/u);
    }
    assert.equal((await runIn(folder.at('work'), ['check'])).code, 0);
  });

  it('leaves out what the user ignores everywhere, wherever git was told so', async () => {
    const folder = make({ 'a.ts': '', 'a.swp': '', 'mine/excludes': '*.swp\n' });
    folder.git(['init']);
    folder.git(['config', 'core.excludesFile', folder.at('mine/excludes')]);
    const files = new DiskFiles(folder.path, true);
    assert.deepEqual([...(await files.list())].sort(), ['a.ts', 'mine/excludes']);
    assert.equal(await files.ignores('b.swp'), true);
  });
});
