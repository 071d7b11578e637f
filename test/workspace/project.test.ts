import assert from 'node:assert/strict';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Item } from '../../src/model/item.ts';
import { say } from '../../src/model/message.ts';
import type { Status } from '../../src/model/status.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import type { Project, ProjectOptions } from '../../src/workspace/project.ts';
import { UserError } from '../../src/workspace/userError.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

const make = folders();

const STOCK = '# Requirement 1: Stock\n\n**Acceptance Criteria**:\n\n- Never below zero\n- Counted nightly\n';
const CODE = '// @implements REQ-1\nexport function reserve() {}\n';
const TEST = '// @verifies REQ-1/AC1\nit("x", () => {});\n';

const open = (folder: Folder, options: ProjectOptions = {}): Promise<Project> =>
  openEditable(folder.path, { today: '2026-11-21', ...options });

/** Status by the last part of each key: `{ 'REQ-1/AC1': 'met' }`. */
function statuses(project: Project): Record<string, Status> {
  const entries = [...project.index.requirements()].flatMap((item): readonly Item[] => (item.criteria.length ? item.criteria : [item]));
  return Object.fromEntries(entries.map((item) => [item.id, project.index.coverage(item.key).status]));
}

/** Findings but for unmet criteria, as `path:line code`. */
function findings(project: Project): string[] {
  return project.index
    .allFindings()
    .filter(({ code }) => code !== 'unmet-criterion')
    .map(({ path, range, code }) => `${path}:${range.start.line + 1} ${code}`);
}

/** All that can be seen of an index, to compare one that followed changes with a new one. */
function picture(project: Project): unknown {
  const { index } = project;
  return {
    statuses: [...index.requirements()].map(({ key }) => [key, index.coverage(key)]),
    findings: index.allFindings(),
    skipped: project.skipped,
    valid: project.configurationValid,
  };
}

async function assertAsNew(folder: Folder, project: Project, options: ProjectOptions = {}): Promise<void> {
  assert.deepEqual(picture(project), picture(await open(folder, options)));
}

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

  it('reports what it had to skip, and stays silent about what nobody expects to be read', async () => {
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
    assert.deepEqual(findings(project), ['big.md:1 skipped-file', 'video.ts:1 skipped-file']);
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
    assert.match(project.whyRole('src/stock.ts'), /not read as long as no document defines a requirement$/);
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

describe('reqtrace.yaml', () => {
  it('is in force from the start, waivers included', async () => {
    const folder = make({
      'a.md': STOCK,
      'old/b.md': STOCK,
      'reqtrace.yaml': 'exclude: [old/**]\nwaivers: [{ ref: REQ-1/AC2, reason: by hand }]\n',
    });
    const project = await open(folder);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'unmet', 'REQ-1/AC2': 'waived' });
  });

  it('counts even where it is ignored', async () => {
    const folder = make({ '.gitignore': 'reqtrace.yaml\n', 'a.md': STOCK, 'reqtrace.yaml': 'implicit: nonsense' });
    folder.git(['init']);
    assert.deepEqual(findings(await open(folder)), ['reqtrace.yaml:1 config-error']);
  });

  it('keeps the last good configuration in force while it is broken', async () => {
    const folder = make({ 'a.md': STOCK, 'old/b.md': STOCK.replace('1', '2'), 'reqtrace.yaml': 'exclude: [old/**]\n' });
    const project = await open(folder);
    folder.write('reqtrace.yaml', 'version: 1\nexclude: old\n');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, false);
    assert.deepEqual(findings(project), ['reqtrace.yaml:2 config-error']);
    assert.deepEqual(Object.keys(statuses(project)), ['REQ-1/AC1', 'REQ-1/AC2']);

    folder.write('reqtrace.yaml', 'exclude: []\n');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, true);
    assert.equal(Object.keys(statuses(project)).length, 4);
    await assertAsNew(folder, project);
  });

  it('falls back to the default when it is broken from the start, or deleted', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml': 'documents: [none/*.md]\nexclude: old\n' });
    const project = await open(folder);
    assert.equal(Object.keys(statuses(project)).length, 2);
    folder.remove('reqtrace.yaml');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, true);
    await assertAsNew(folder, project);
  });

  it('is an error where it cannot be read', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml/a.txt': '' });
    const project = await open(folder);
    assert.equal(project.configurationValid, false);
    assert.deepEqual(findings(project), ['reqtrace.yaml:1 config-error']);
  });

  it('counts as an editor shows it', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml': '' });
    const project = await open(folder);
    await edit(project, 'reqtrace.yaml', 'severity: { unmet-criterion: error }');
    assert.deepEqual(new Set(project.index.findings('a.md').map(({ severity }) => severity)), new Set(['error']));
    await edit(project, 'reqtrace.yaml', 'needs: []');
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'exempt', 'REQ-1/AC2': 'exempt' });
    await edit(project, 'reqtrace.yaml', 'documents: []');
    assert.deepEqual(statuses(project), {});
    await edit(project, 'reqtrace.yaml', undefined);
    await assertAsNew(folder, project);
  });
});

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
    assert.match(project.whyRole('a.md'), /^Document: matches/);
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

describe('a project whose git is told something', () => {
  const TOLD: readonly (readonly [what: string, tell: (folder: Folder) => void, changed: string])[] = [
    ['to ignore a document of nobody', (folder) => folder.write('.git/info/exclude', 'docs/new.md\n'), '.git/info/exclude'],
    ['to keep a document that it ignores', (folder) => folder.git(['add', '--force', 'gen/kept.md']), '.git/index'],
    ['to forget a document that it ignores', (folder) => folder.git(['rm', '--quiet', '--cached', 'gen/old.md']), '.git/index'],
    ['of other rules', (folder) => folder.git(['config', 'core.excludesFile', folder.at('rules')]), '.git/config'],
    ['of no document', (folder) => folder.git(['rm', '--quiet', '--cached', '-r', '.']), '.git/index'],
    ['to forget all that it was told', (folder) => folder.remove('.git/index'), '.git/index'],
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
