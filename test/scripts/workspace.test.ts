import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyWorkspace } from '../../scripts/vscode/workspace.ts';

describe('copyWorkspace', () => {
  let fixture = '';

  before(async () => {
    fixture = path.join(await mkdtemp(path.join(tmpdir(), 'reqtrace-fixture-')), 'shop');
    for (const file of ['api/a.md', 'web/b.md', 'api/node_modules/x/c.md']) {
      await mkdir(path.dirname(path.join(fixture, file)), { recursive: true });
      await writeFile(path.join(fixture, file), '# Text\n');
    }
  });

  after(() => rm(path.dirname(fixture), { recursive: true }));

  const committed = (folder: string): string =>
    execFileSync('git', ['ls-tree', '-r', '--name-only', 'HEAD'], { cwd: folder, encoding: 'utf8' });

  it('gives a git repository of the same name, without node_modules', async () => {
    const copy = await copyWorkspace(fixture);
    assert.deepEqual(copy.target, { folder: copy.root });
    assert.equal(path.basename(copy.root), 'shop');
    assert.equal(committed(copy.root), 'api/a.md\nweb/b.md\n');
    copy.remove();
    assert.equal(existsSync(copy.root), false);
  });

  it('gives a workspace file and one repository per folder', async () => {
    const copy = await copyWorkspace(fixture, ['api', 'web']);
    assert.ok('workspace' in copy.target);
    assert.deepEqual(JSON.parse(await readFile(copy.target.workspace, 'utf8')), { folders: [{ path: 'api' }, { path: 'web' }] });
    assert.equal(committed(path.join(copy.root, 'api')), 'a.md\n');
    assert.equal(committed(path.join(copy.root, 'web')), 'b.md\n');
    copy.remove();
  });
});
