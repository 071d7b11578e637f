import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { inEnglish, say } from '../../src/model/message.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import { UserError } from '../../src/workspace/userError.ts';
import { folders } from '../support/workspace/folder.ts';
import { edit } from '../support/workspace/editors.ts';
import { STOCK, CODE, TEST, open, statuses, findings, picture, assertAsNew } from '../support/workspace/stockProject.ts';

const make = folders();

describe('openProject', () => {
  it('indexes documents, code and tests of a repository', async () => {
    const folder = make({ 'docs/stock.md': STOCK, 'src/stock.ts': CODE, 'test/stock.test.ts': TEST });
    folder.git(['init']);
    const project = await open(folder);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'partial' });
    assert.equal(project.root, folder.path);
    assert.equal(project.configurationValid, true);
  });

  it('knows nothing of tracked files that are gone', async () => {
    const folder = make({
      'docs/stock.md': `${STOCK}\n[Code](../src/stock.ts), [picture](stock.png)\n`,
      'docs/stock.png': 'x',
      'src/stock.ts': CODE,
    });
    folder.git(['init']);
    folder.git(['add', '.']);
    folder.remove('docs/stock.png');
    folder.remove('src/stock.ts');
    const project = await open(folder);
    assert.deepEqual(
      ['docs/stock.md', 'docs/stock.png', 'src/stock.ts'].map((path) => project.index.files.has(path)),
      [true, false, false],
    );
    assert.deepEqual(findings(project), ['docs/stock.md:8 broken-link', 'docs/stock.md:8 broken-link']);
  });

  it('finds the same without git', async () => {
    const folder = make({
      '.gitignore': 'gen/\n',
      'docs/stock.md': STOCK,
      'src/stock.ts': CODE,
      'gen/stock.ts': CODE,
      'test/stock.test.ts': TEST,
    });
    folder.git(['init']);
    assert.deepEqual(picture(await open(folder)), picture(await open(folder, { trusted: false })));
  });

  it('refuses a folder that is none', async () => {
    const folder = make({ 'a.md': '' });
    await assert.rejects(openProject(folder.at('nowhere')), UserError);
    await assert.rejects(openProject(folder.at('a.md')), UserError);
  });

  it('stops when it is told to', async () => {
    await assert.rejects(open(make({ 'a.md': STOCK }), { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await open(make({ 'a.md': STOCK, 'a.ts': CODE }), { onProgress: (done, total) => steps.push(`${done}/${total}`) });
    assert.deepEqual(steps, ['0/1', '1/1', '0/1', '1/1']);
  });

  // @verifies RT-1.1/AC9~e19918
  it('reads CRLF, byte order marks, UTF-16 and Latin-1', async () => {
    const folder = make({
      'a.md': `\uFEFF${STOCK.replaceAll('\n', '\r\n')}`,
      'b.md': Buffer.from(`\uFEFF${STOCK.replace('1', '2')}`, 'utf16le'),
      'c.md': Buffer.from(STOCK.replace('1', '3').replace('Stock', 'Vorräte'), 'latin1'),
    });
    assert.deepEqual(Object.keys(statuses(await open(folder))), [
      'REQ-1/AC1',
      'REQ-1/AC2',
      'REQ-2/AC1',
      'REQ-2/AC2',
      'REQ-3/AC1',
      'REQ-3/AC2',
    ]);
  });

  it('indexes names of any letters', async () => {
    const folder = make({ 'ünï/日本 語.md': STOCK, 'line\nbreak.ts': CODE });
    folder.git(['init']);
    assert.deepEqual(statuses(await open(folder)), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'partial' });
  });

  it('reports a name that is not valid UTF-8, where the disk takes one', async function () {
    // macOS and Windows refuse such names.
    if (process.platform !== 'linux') this.skip();
    const folder = make({ 'a.md': STOCK });
    folder.git(['init']);
    writeFileSync(Buffer.concat([Buffer.from(folder.at('pr')), Buffer.from([0xfc]), Buffer.from('fung.md')]), STOCK);
    for (const trusted of [true, false]) {
      const project = await open(folder, { trusted });
      assert.deepEqual(project.skipped, [{ path: 'pr\uFFFDfung.md', reason: say('its name is not valid UTF-8') }]);
      assert.deepEqual(findings(project), ['pr\uFFFDfung.md:1 skipped-file']);
    }
  });

  // @verifies RT-4.2/AC20~d0bd0b
  it('reports documents that it had to skip, and only lists other files', async () => {
    const folder = make({
      'a.md': STOCK,
      'big.md': Buffer.alloc(4 * 1024 * 1024 + 1, 'a'),
      'video.ts': 'G\0\0\0',
      'logo.png': '\0',
      'data.unknown': '\0',
    });
    symlinkSync('a.md', folder.at('link.md'));
    const project = await open(folder);
    assert.deepEqual(project.skipped, [
      { path: 'big.md', reason: say('larger than 4 MB') },
      { path: 'link.md', reason: say('symbolic link') },
      { path: 'video.ts', reason: say('binary') },
    ]);
    assert.deepEqual(findings(project), ['big.md:1 skipped-file']);
    assert.ok(project.index.files.has('logo.png'));
  });
});

describe('code and tests', () => {
  const files = { 'docs/stock.md': '# Nothing yet\n', 'src/stock.ts': CODE, 'src/video.ts': '\0', 'test/stock.test.ts': TEST };

  it('are not read while no document defines a requirement', async () => {
    const project = await open(make(files));
    assert.deepEqual(findings(project), []);
    assert.deepEqual(project.index.facts('src/stock.ts')?.annotations, []);
    assert.ok(project.index.files.has('src/stock.ts'));
    assert.match(inEnglish(project.whyRole('src/stock.ts')), /not read as long as no document defines a requirement$/);
    assert.deepEqual(project.skipped, []);
  });

  it('are read once one does, on disk or in an editor', async () => {
    const folder = make(files);
    const project = await open(folder);
    await edit(project, 'docs/stock.md', STOCK);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'partial' });
    await edit(project, 'docs/stock.md', undefined);
    assert.deepEqual(statuses(project), {});
    folder.write('docs/stock.md', STOCK);
    const change = await project.refresh(['docs/stock.md']);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'met', 'REQ-1/AC2': 'partial' });
    assert.ok(change.changedFiles.has('src/stock.ts') && change.changedFiles.has('docs/stock.md'));
    await assertAsNew(folder, project);
  });

  it('change while nothing needs them, and are read anew then', async () => {
    const folder = make({ ...files, 'docs/stock.md': STOCK });
    const project = await open(folder);
    await edit(project, 'docs/stock.md', '');
    folder.remove('src/stock.ts');
    folder.write('src/other.ts', CODE);
    folder.write('test/stock.test.ts', TEST.replace('AC1', 'AC2'));
    await project.refresh(['src/stock.ts', 'src/other.ts', 'test/stock.test.ts']);
    await edit(project, 'docs/stock.md', undefined);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'partial', 'REQ-1/AC2': 'met' });
    await assertAsNew(folder, project);
  });

  it('are read for waivers alone', async () => {
    const project = await open(make({ ...files, 'reqtrace.yaml': 'waivers: [{ ref: REQ-1, reason: later }]' }));
    assert.equal(project.index.facts('src/stock.ts')?.annotations.length, 1);
  });
});

describe('explain and text', () => {
  it('read a file afresh, whatever its state', async () => {
    const folder = make({ 'a.md': STOCK, 'big.md': '\0', 'src/a.ts': CODE });
    const project = await open(folder);
    const lines: string[] = [];
    const facts = await project.explain('a.md', ({ line, what }) => lines.push(`${line} ${what}`));
    assert.equal(facts?.requirements.length, 1);
    assert.ok(lines.includes('0 requirement') && lines.includes('4 criterion'));
    assert.equal(await project.explain('big.md', () => undefined), undefined);
    assert.equal(await project.explain('../elsewhere.md', () => undefined), undefined);
    assert.deepEqual(project.skipped, [{ path: 'big.md', reason: say('binary') }]);
    assert.equal(await project.text('src/a.ts'), CODE);
    assert.equal(await project.text('/etc/hostname'), undefined);
    assert.equal(await project.text('nowhere.md'), undefined);
    assert.equal(project.roleOf(folder.at('src/a.ts')), 'code');
    assert.match(inEnglish(project.whyRole('a.md')), /^Document: matches/);
  });
});

describe('a project', () => {
  it('writes nothing', async () => {
    const folder = make({ 'a.md': STOCK, 'a.ts': CODE, 'reqtrace.yaml': 'implicit: labels' });
    folder.git(['init']);
    folder.git(['add', '.']);
    const before = folder.state();
    const project = await open(folder);
    await edit(project, 'a.md', '');
    await project.refresh(['a.md', 'a.ts']);
    await project.reload();
    assert.deepEqual(folder.state(), before);
  });
});
