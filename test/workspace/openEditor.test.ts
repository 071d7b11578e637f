import assert from 'node:assert/strict';
import { folders } from '../support/workspace/folder.ts';
import { edit } from '../support/workspace/editors.ts';
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
});
