import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { inEnglish, say } from '../../src/model/message.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import type { Project } from '../../src/workspace/project.ts';
import { readFile } from '../../src/workspace/files/readFile.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

const make = folders();
const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- once\n- quickly\n';
const CODE = '// @implements REQ-1\n';
const MB = 1024 * 1024;
const NOBODY = 65_534;

/** What a project says, against one that is opened now. */
async function assertLikeNew(project: Project): Promise<void> {
  const fresh = await openProject(project.root, { today: project.index.today });
  assert.deepEqual(pictureOf(project), pictureOf(fresh));
}

function pictureOf({ index, skipped }: Project): unknown {
  const items = [...index.requirements()].flatMap((requirement) => [requirement, ...requirement.criteria]);
  return {
    items: items.map(({ key }) => [key, index.coverage(key).status]),
    findings: index.allFindings(),
    counts: index.counts(),
    skipped,
  };
}

describe('a file', () => {
  it('that vanishes while the folder is read is no file, and comes back', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `src/f${at}.ts`);
    const folder = make({ 'docs/a.md': DOCUMENT, ...Object.fromEntries(names.map((name) => [name, CODE])) });
    let gone = false;
    const project = await openProject(folder.path, {
      onProgress() {
        // The first report comes after the listing and before the reading.
        if (!gone) for (const name of names) unlinkSync(folder.at(name));
        gone = true;
      },
    });
    assert.ok(gone);
    await project.refresh(names);
    await assertLikeNew(project);
    for (const name of names) folder.write(name, CODE);
    await project.refresh(['src']);
    assert.equal(project.index.referencesTo('docs/a#REQ-1').length, 300);
    await assertLikeNew(project);
  });

  it('that grows while it is read is read to some point, and never what was in memory', async function () {
    const folder = make({ 'a.log': '' });
    const writer = spawn(process.execPath, [
      '-e',
      `const { appendFileSync } = require('node:fs'); for (let at = 0; ; at++) appendFileSync(process.argv[1], 'line ' + at + ' ends\\n');`,
      folder.at('a.log'),
    ]);
    try {
      let longest = 0;
      for (let reading = 0; reading < 3000 || longest < 10_000; reading += 1) {
        const content = readFile(folder.at('a.log'));
        if (content.kind === 'skipped') break;
        assert.equal(content.kind, 'text');
        longest = Math.max(longest, content.text.length);
        const lines = content.text.split('\n');
        lines.pop();
        assert.equal(
          lines.findIndex((line, at) => line !== `line ${at} ends`),
          -1,
        );
      }
      assert.ok(longest > 0);
    } finally {
      writer.kill('SIGKILL');
    }
  });

  it('that another user may not read is skipped and named, and the rest is read', function () {
    if (process.platform === 'win32') this.skip();
    const folder = make({ 'docs/a.md': DOCUMENT, 'src/secret.ts': CODE, 'src/open.ts': CODE, 'closed/b.ts': CODE });
    const root = process.getuid?.() === 0;
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('src/secret.ts'), 0);
    chmodSync(folder.at('closed'), 0);
    const script = `import { openProject } from './src/workspace/openProject.ts'; const project = await openProject(process.argv[1]); console.log(JSON.stringify([project.skipped, project.index.referencesTo('docs/a#REQ-1').length]));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder.path], {
      encoding: 'utf8',
      ...(root && { uid: NOBODY, gid: NOBODY }),
      env: { ...process.env, HOME: folder.path },
    });
    chmodSync(folder.at('closed'), 0o755);
    assert.equal(stdout, `${JSON.stringify([[{ path: 'src/secret.ts', reason: say('permission denied') }], 1])}\n`, stderr);
  });

  // @verifies RT-11.2/AC4~8ac336
  it('of 200 MB is skipped and counted, and takes no memory', async () => {
    const folder = make({ 'docs/a.md': DOCUMENT, 'src/big.ts': '', 'docs/big.md': '' });
    for (const name of ['src/big.ts', 'docs/big.md']) truncateSync(folder.at(name), 200 * MB);
    const before = process.memoryUsage.rss();
    const project = await openProject(folder.path);
    assert.deepEqual(
      project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      ['docs/big.md: larger than 4 MB', 'src/big.ts: larger than 4 MB'],
    );
    assert.deepEqual(
      project.index.findings('src/big.ts').map(({ code }) => code),
      ['skipped-file'],
    );
    assert.ok(process.memoryUsage.rss() - before < 100 * MB);
  });

  it('of one line of 50 MB is skipped on disk and in an editor alike', async function () {
    const line = `${'word @implements REQ-1 '.repeat(50)}${'x'.repeat(50 * MB)}`;
    const folder = make({ 'docs/a.md': DOCUMENT, 'src/a.ts': `// ${line}` });
    const project = await openEditable(folder.path);
    assert.deepEqual(project.skipped, [{ path: 'src/a.ts', reason: say('larger than 4 MB') }]);
    await edit(project, 'src/a.ts', `// ${line}`);
    await edit(project, 'docs/b.md', line);
    assert.deepEqual(
      project.skipped.map(({ path }) => path),
      ['docs/b.md', 'src/a.ts'],
    );
    await edit(project, 'src/a.ts', CODE);
    await edit(project, 'docs/b.md', undefined);
    assert.deepEqual(project.skipped, []);
    assert.equal(project.index.referencesTo('docs/a#REQ-1').length, 1);
  });

  it('that is minified is skipped and counted on disk and in an editor alike, and named where it holds a keyword', async () => {
    const bundle = (words: string): string => `/* ${words} */${'f(1);'.repeat(20_000)}`;
    const folder = make({
      'docs/a.md': DOCUMENT,
      'dist/a.js': bundle('@implements REQ-1'),
      'dist/b.js': bundle('UTF-8 REQ-1'),
      'dist/c.js': CODE,
    });
    const project = await openEditable(folder.path);
    const seen = (): unknown => [
      project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      project.index
        .allFindings()
        .filter(({ code }) => code === 'skipped-file')
        .map(({ path }) => path),
    ];
    const expected = [['dist/a.js: minified with annotations in it', 'dist/b.js: minified'], ['dist/a.js']];
    assert.deepEqual(seen(), expected);
    assert.equal(project.index.referencesTo('docs/a#REQ-1').length, 1);
    for (const [path, words] of [
      ['dist/a.js', '@implements REQ-1'],
      ['dist/b.js', 'UTF-8 REQ-1'],
    ] as const)
      await edit(project, path, bundle(words));
    assert.deepEqual(seen(), expected);
    await edit(project, 'dist/a.js', CODE);
    assert.deepEqual(seen(), [['dist/b.js: minified'], []]);
    assert.equal(project.index.referencesTo('docs/a#REQ-1').length, 2);
    await edit(project, 'dist/a.js', undefined);
    await edit(project, 'dist/c.js', bundle('@verifies REQ-1'));
    assert.deepEqual(seen(), [
      ['dist/a.js: minified with annotations in it', 'dist/b.js: minified', 'dist/c.js: minified with annotations in it'],
      ['dist/a.js', 'dist/c.js'],
    ]);
  });

  for (const repository of [false, true]) {
    it(`with any name that a disk takes is read ${repository ? 'by git' : 'without git'}`, async function () {
      if (process.platform === 'win32') this.skip();
      const names = [
        'a\nb.ts',
        '-rf.ts',
        '--output.ts',
        '"q".ts',
        "it's.ts",
        ' lead.ts',
        'trail .ts',
        '$(x).ts',
        '*.ts',
        '[a].ts',
        '{a,b}.ts',
        '\\back.ts',
        'tab\t.ts',
        '\u001b[31m.ts',
        'ünï😀.ts',
        '#.ts',
        '%41.ts',
        ':(top).ts',
        '!x.ts',
        '~.ts',
        '__proto__.ts',
      ];
      const folder = make({ 'docs/a.md': DOCUMENT, ...Object.fromEntries(names.map((name) => [`src/${name}`, CODE])) });
      if (repository) folder.git(['init']);
      const project = await openProject(folder.path);
      const users = (): string[] => project.index.referencesTo('docs/a#REQ-1').map(({ path }) => path.slice('src/'.length));
      assert.deepEqual(users().sort(), [...names].sort());
      for (const name of names) folder.write(`src/${name}`, '');
      await project.refresh(names.map((name) => `src/${name}`));
      assert.deepEqual(users(), []);
      await assertLikeNew(project);
    });
  }

  it('that is renamed in letter case only is the file of the new name', async () => {
    const folder = make({ 'docs/Launch.md': DOCUMENT, 'src/a.ts': '// @implements docs/Launch#REQ-1\n' });
    const project = await openProject(folder.path);
    renameSync(folder.at('docs/Launch.md'), folder.at('docs/launch.md'));
    await project.refresh(['docs/Launch.md', 'docs/launch.md']);
    assert.deepEqual(
      project.index.documents().map(({ path }) => path),
      ['docs/launch.md'],
    );
    await assertLikeNew(project);
  });
});

describe('a folder', () => {
  const steps: readonly (readonly [what: string, change: (folder: Folder) => void])[] = [
    [
      'becomes a file',
      (folder) => {
        folder.remove('docs');
        writeFileSync(folder.at('docs'), DOCUMENT);
      },
    ],
    [
      'becomes a folder again',
      (folder) => {
        folder.remove('docs');
        folder.write('docs/sub/a.md', DOCUMENT);
      },
    ],
    [
      'becomes a document',
      (folder) => {
        folder.remove('docs/sub/a.md');
        mkdirSync(folder.at('docs/sub/a.md'));
      },
    ],
    [
      'and is a file once more',
      (folder) => {
        folder.remove('docs/sub/a.md');
        folder.write('docs/sub/a.md', DOCUMENT);
      },
    ],
    [
      'becomes an empty file',
      (folder) => {
        folder.remove('docs');
        closeSync(openSync(folder.at('docs'), 'w'));
      },
    ],
  ];
  for (const repository of [false, true]) {
    it(`may become a file and come back ${repository ? 'in a repository' : 'anywhere'}`, async () => {
      const folder = make({ 'docs/sub/a.md': DOCUMENT, 'src/a.ts': CODE });
      if (repository) {
        folder.git(['init']);
        folder.git(['add', '.']);
      }
      const project = await openProject(folder.path);
      for (const [what, change] of steps) {
        change(folder);
        await project.refresh(['docs', 'docs/sub', 'docs/sub/a.md']);
        await assertLikeNew(project).catch((error: unknown) => assert.fail(`${what}: ${String(error)}`));
      }
    });
  }

  it('may vanish as a whole, and is then told', async () => {
    const folder = make({ 'docs/a.md': DOCUMENT });
    const project = await openProject(folder.path);
    folder.delete();
    await assert.rejects(project.reload(), /Cannot list the folder/u);
    assert.equal(project.index.documents().length, 1, 'what was known stays');
    mkdirSync(folder.path);
    folder.write('docs/b.md', DOCUMENT);
    await project.reload();
    assert.deepEqual(
      project.index.documents().map(({ path }) => path),
      ['docs/b.md'],
    );
  });
});
