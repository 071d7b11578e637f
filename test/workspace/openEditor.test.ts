import assert from 'node:assert/strict';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Project } from '../../src/workspace/project.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { folders } from '../support/workspace/folder.ts';
import { edit, editUnheard } from '../support/workspace/editors.ts';
import { STOCK, CODE, TEST, open, statuses, picture, assertAsNew } from '../support/workspace/stockProject.ts';

const make = folders();

describe('an open editor', () => {
  const files = { 'docs/stock.md': STOCK, 'src/stock.ts': CODE, 'test/stock.test.ts': TEST };

  it('wins over the disk until it is closed', async () => {
    const folder = make(files);
    const project = await open(folder);
    await edit(project, 'test/stock.test.ts', TEST.replace('AC1', 'AC2'));
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'met' });
    assert.match((await project.text('test/stock.test.ts')) ?? '', /AC2/);
    folder.write('test/stock.test.ts', '');
    await project.refresh(['test/stock.test.ts']);
    await project.reload();
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'met' });
    await edit(project, 'test/stock.test.ts', undefined);
    await assertAsNew(folder, project);
  });

  it('may hold a file that is not on disk yet', async () => {
    const folder = make(files);
    folder.git(['init']);
    const project = await open(folder);
    await edit(project, 'docs/new.md', STOCK.replace('1', '2'));
    assert.equal(Object.keys(statuses(project)).length, 4);
    await project.reload();
    assert.equal(Object.keys(statuses(project)).length, 4);
    await edit(project, 'docs/new.md', undefined);
    await assertAsNew(folder, project);
  });

  it('keeps a file that is deleted under it', async () => {
    const folder = make(files);
    const project = await open(folder);
    await edit(project, 'docs/stock.md', STOCK);
    folder.remove('docs');
    await project.refresh(['docs']);
    assert.equal(Object.keys(statuses(project)).length, 2);
    await edit(project, 'docs/stock.md', undefined);
    await assertAsNew(folder, project);
  });

  const inTheWay: Readonly<Record<string, (folder: Folder) => void>> = {
    'is deleted': (folder) => folder.remove('docs/stock.md'),
    'becomes the file': (folder) => {
      folder.remove('docs/stock.md');
      folder.write('docs/stock.md', STOCK);
    },
    'becomes a file that cannot be read': (folder) => {
      folder.remove('docs/stock.md');
      writeFileSync(folder.at('docs/stock.md'), Buffer.from('# \xe4', 'latin1'));
    },
    'is moved': (folder) => renameSync(folder.at('docs/stock.md'), folder.at('docs/moved')),
    'becomes another folder': (folder) => {
      folder.remove('docs/stock.md');
      folder.write('docs/stock.md/other.md', STOCK.replace('1', '4'));
    },
    'loses a file': (folder) => folder.remove('docs/stock.md/deep/inner.md'),
    'becomes a link': (folder) => {
      folder.remove('docs/stock.md');
      symlinkSync('..', folder.at('docs/stock.md'));
    },
  };
  for (const [what, act] of Object.entries(inTheWay)) {
    for (const told of [['docs/stock.md'], ['docs/stock.md', 'docs']]) {
      it(`forgets what lay in a folder of its name when that ${what}, told of ${told.join(' and ')}`, async () => {
        const folder = make(files);
        const project = await open(folder);
        await edit(project, 'docs/stock.md', STOCK);
        folder.remove('docs/stock.md');
        folder.write('docs/stock.md/inner.md', STOCK.replace('1', '2'));
        folder.write('docs/stock.md/deep/inner.md', STOCK.replace('1', '3'));
        await project.refresh(['docs/stock.md']);
        assert.equal(Object.keys(statuses(project)).length, 6);
        act(folder);
        await project.refresh([...told, 'docs/moved']);
        await edit(project, 'docs/stock.md', undefined);
        await assertAsNew(folder, project);
      });
    }
  }

  it('says nothing where the file is ignored or outside', async () => {
    const folder = make({ ...files, '.gitignore': 'gen/\n', 'gen/stock.ts': TEST });
    folder.git(['init']);
    const project = await open(folder);
    const before = picture(project);
    await edit(project, 'gen/stock.test.ts', TEST.replace('AC1', 'AC2'));
    await edit(project, `${folder.path}-not/a.md`, STOCK);
    await edit(project, '.git/a.md', STOCK);
    assert.deepEqual(picture(project), before);
    folder.remove('.gitignore');
    await project.refresh(['.gitignore']);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'met' });
  });

  it('ends with its newest text however many calls overlap', async () => {
    const folder = make(files);
    const project = await open(folder);
    const calls: Promise<unknown>[] = [];
    for (let round = 0; round < 30; round += 1) {
      calls.push(edit(project, 'test/stock.test.ts', TEST.replace('AC1', round % 2 ? 'AC1' : 'AC2')));
      if (round % 7 === 3) calls.push(project.refresh(['test/stock.test.ts', 'src']), project.reload());
    }
    calls.push(edit(project, 'test/stock.test.ts', TEST.replace('AC1', 'AC2')));
    await Promise.all(calls);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'met' });
  });

  const TYPED = TEST.replace('AC1', 'AC2');
  const meanwhile: Readonly<Record<string, (folder: Folder, project: Project) => unknown>> = {
    'the file was deleted': async (folder, project) => {
      folder.remove('test/stock.test.ts');
      await project.refresh(['test/stock.test.ts']);
    },
    'its folder was deleted': async (folder, project) => {
      folder.remove('test');
      await project.refresh(['test']);
    },
    'the file changed': async (folder, project) => {
      folder.write('test/stock.test.ts', '');
      await project.refresh(['test/stock.test.ts']);
    },
    'its folder changed': async (folder, project) => {
      folder.write('test/stock.test.ts', '');
      await project.refresh(['test']);
    },
    'everything was read again': (_folder, project) => project.reload(),
    'the list of files changed': async (folder, project) => {
      folder.write('.git/info/exclude', 'test/\n');
      await project.refresh(['.git/info/exclude']);
      folder.write('.git/info/exclude', '');
      await project.refresh(['.git/info/exclude']);
    },
    'the last requirement went and came': async (folder, project) => {
      folder.remove('docs/stock.md');
      await project.refresh(['docs/stock.md']);
      folder.write('docs/stock.md', STOCK);
      await project.refresh(['docs/stock.md']);
    },
    'an ignore file came and went': async (folder, project) => {
      folder.write('.gitignore', 'test/\n');
      await project.refresh(['.gitignore']);
      folder.remove('.gitignore');
      await project.refresh(['.gitignore']);
    },
  };
  for (const [what, happens] of Object.entries(meanwhile)) {
    it(`counts where it was closed and opened again before anybody heard of it, while ${what}`, async () => {
      const folder = make(files);
      folder.git(['init']);
      const project = await open(folder);
      await edit(project, 'test/stock.test.ts', TYPED);
      editUnheard(project, 'test/stock.test.ts', undefined);
      await happens(folder, project);
      await edit(project, 'test/stock.test.ts', TYPED);
      assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'met' });
    });
  }

  it('counts again where what ignored it went while it was closed, though the disk does not have it', async () => {
    const folder = make({ ...files, 'gen/.gitignore': '*\n' });
    folder.git(['init']);
    const project = await open(folder);
    await edit(project, 'gen/stock.test.ts', TYPED);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'partial' });
    await edit(project, 'gen/stock.test.ts', undefined);
    folder.remove('gen');
    await project.refresh(['gen']);
    await edit(project, 'gen/stock.test.ts', TYPED);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'met' });
  });

  it('counts no more once its name is ignored', async () => {
    const folder = make(files);
    folder.git(['init']);
    const project = await open(folder);
    await edit(project, 'test/stock.test.ts', TYPED);
    folder.write('.git/info/exclude', 'test/\n');
    await project.refresh(['.git/info/exclude']);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'partial' });
    // Nobody waits for what will not be read.
    assert.ok(project.isCurrent('test/stock.test.ts'));
  });

  it('is waited for no longer once a typed reqtrace.yaml has everything read again, and its name is ignored', async () => {
    const folder = make(files);
    folder.git(['init']);
    const project = await open(folder);
    await edit(project, 'test/stock.test.ts', TYPED);
    // Nobody tells of it.
    folder.write('.git/info/exclude', 'test/\n');
    await edit(project, 'reqtrace.yaml', 'version: 1\ndocuments: ["docs/**"]\n');
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'partial' });
    assert.ok(project.isCurrent('test/stock.test.ts'));
  });
});
