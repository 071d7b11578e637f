import assert from 'node:assert/strict';
import { chmodSync, readdirSync, renameSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { FilePath } from '../../../src/model/position.ts';
import { renderJson } from '../../../src/report/json/report.ts';
import { factFolder } from '../../../src/workspace/cache/cacheFolder.ts';
import { FolderMemory } from '../../../src/workspace/cache/folderMemory.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import type { Project } from '../../../src/workspace/project.ts';
import { ADD_AND_COMMIT } from '../../support/git.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';
import { edit, openEditable } from '../../support/workspace/editors.ts';

const make = folders();

const FILES = {
  '.gitignore': 'out/\n',
  'reqtrace.yaml': 'version: 1\nwaivers:\n  - { ref: IP-1.1/AC2, reason: later, until: 2030-01-01 }\n',
  'docs/plan.md':
    '### Integration Point 1.1: Orders\n\n**Acceptance Criteria**:\n\n- Orders are kept\n- Orders are counted\n\n[Code](../src/orders.ts) and [nothing](missing.ts)\n',
  'src/orders.ts': '// @implements IP-1.1\nfunction reserve() {}\n',
  'src/encoding.ts': '// see ENC-8\n',
  'src/silent.ts': 'const a = 1;\n',
  'src/binary.ts': '// @implements IP-1.1\0\n',
  'src/bundle.js': `/* @implements IP-1.1 */${'f(1);'.repeat(20_000)}`,
  'src/chunk.js': 'f(1);'.repeat(20_000),
  'test/orders.test.ts': 'describe("IP-1.1", () => { it("AC1 keeps them", () => {}); });\n',
  'data/picture.png': 'x',
};

/** Longer than what git and we take for "just now". */
const settle = (): Promise<void> => wait(250);

async function repository(files: Readonly<Record<string, string>> = FILES): Promise<Folder> {
  const folder = make(files);
  commit(folder);
  await settle();
  return folder;
}

function commit(folder: Folder): void {
  folder.git(['init', '--quiet']);
  folder.git(['-c', ADD_AND_COMMIT, 'record', '--message', 'All']);
}

async function open(root: string, cache?: Folder): Promise<Project> {
  const project = await openProject(root, { today: '2026-11-21', ...(cache && { cacheFolder: cache.path }) });
  await project.remembered();
  return project;
}

/** All that readers see, of these files and in the report. */
function picture(project: Project, paths: readonly FilePath[]): unknown {
  const { index, skipped } = project;
  return {
    files: paths.map((path) => [path, project.roleOf(path), index.files.has(path), index.referencesIn(path), index.findings(path)]),
    skipped,
    report: renderJson(index, []),
  };
}

/** What a start would have to look at, were the folder remembered, and `-path` of what it would forget; undefined where it is not remembered. */
async function freshFiles(root: string, cache: Folder, { index }: Project): Promise<readonly FilePath[] | undefined> {
  const news = await new FolderMemory(root, factFolder(cache.path, root, index.configuration)).recall()?.news;
  return news && [...news.fresh, ...news.gone.map((path) => `-${path}`)].toSorted();
}

/** Paths of the folder, those of git and links to folders left out. */
function pathsIn(root: string): FilePath[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.git/'))
    .sort();
}

interface Case {
  readonly what: string;
  readonly change: (folder: Folder) => void;
  /** Files that have to be looked at, `-path` of those that have to be forgotten; `undefined` where all have to be looked at. */
  readonly fresh: readonly FilePath[] | undefined;
}

const CASES: readonly Case[] = [
  { what: 'nothing changed', change: () => undefined, fresh: [] },
  {
    what: 'a document was edited',
    change: (folder) => folder.write('docs/plan.md', FILES['docs/plan.md'].replace('kept', 'sung')),
    fresh: ['docs/plan.md'],
  },
  {
    what: 'an edit left size and time as they were',
    change: (folder) => {
      folder.write('src/orders.ts', FILES['src/orders.ts'].replace('1.1', '1.2'));
      utimesSync(folder.at('src/orders.ts'), 1_500_000_000, 1_500_000_000);
    },
    fresh: ['src/orders.ts'],
  },
  {
    what: 'all that defined a requirement is gone',
    change: (folder) => folder.remove('docs/plan.md'),
    fresh: ['docs/plan.md'],
  },
  { what: 'a file that another file links to is gone', change: (folder) => folder.remove('src/orders.ts'), fresh: ['src/orders.ts'] },
  { what: 'a file that is never read is gone', change: (folder) => folder.remove('data/picture.png'), fresh: ['data/picture.png'] },
  { what: 'a file is new', change: (folder) => folder.write('docs/missing.ts', '// @implements IP-1.1/AC2\n'), fresh: ['docs/missing.ts'] },
  {
    what: 'a requirement got an id like one that nobody knew',
    change: (folder) => folder.write('docs/new.md', '# ENC-8: Encoding\n'),
    fresh: ['docs/new.md'],
  },
  { what: 'an ignored file is new', change: (folder) => folder.write('out/orders.ts', '// @implements IP-1.1\n'), fresh: [] },
  {
    what: 'a file was renamed',
    change: (folder) => renameSync(folder.at('src/orders.ts'), folder.at('src/moved.ts')),
    fresh: ['src/moved.ts', 'src/orders.ts'],
  },
  {
    what: 'a folder became a file',
    change: (folder) => {
      folder.remove('src');
      folder.write('src', 'text');
    },
    fresh: ['src', 'src/binary.ts', 'src/bundle.js', 'src/chunk.js', 'src/encoding.ts', 'src/orders.ts', 'src/silent.ts'],
  },
  {
    what: 'a file became a folder',
    change: (folder) => {
      folder.remove('src/silent.ts');
      folder.write('src/silent.ts/new.ts', '// @implements IP-1.1/AC2\n');
    },
    fresh: undefined,
  },
  {
    what: 'all of a new folder is ignored but some of it',
    change: (folder) => {
      folder.write('.gitignore', 'new/*\n!new/*.md\nold/*\n!old/kept/\n/**/deep/*/\n');
      for (const path of ['new/a.md', 'new/a.ts', 'old/kept/a.md', 'old/a.md', 'src/deep/a.md', 'src/deep/er/a.md'])
        folder.write(path, '# ENC-8: A\n');
    },
    fresh: ['.gitignore', 'new/a.md', 'old/kept/a.md', 'src/deep/a.md'],
  },
  {
    what: 'a file became a link',
    change: (folder) => {
      folder.remove('src/orders.ts');
      symlinkSync('silent.ts', folder.at('src/orders.ts'));
    },
    fresh: ['src/orders.ts'],
  },
  {
    what: 'a folder became a link to another one',
    change: (folder) => {
      folder.git(['mv', 'src', 'code']);
      folder.git(['reset', '-q']);
      symlinkSync('code', folder.at('src'));
    },
    fresh: [
      ...['binary.ts', 'bundle.js', 'chunk.js', 'encoding.ts', 'orders.ts', 'silent.ts'].flatMap((name) => [
        `-src/${name}`,
        `code/${name}`,
      ]),
      'src',
    ].toSorted(),
  },
  { what: 'the rights of a file changed', change: (folder) => chmodSync(folder.at('src/silent.ts'), 0o755), fresh: ['src/silent.ts'] },
  { what: 'what is ignored changed', change: (folder) => folder.write('.gitignore', 'docs/\n'), fresh: ['.gitignore'] },
  {
    what: 'severities changed',
    change: (folder) => folder.write('reqtrace.yaml', `${FILES['reqtrace.yaml']}severity: { broken-link: error }\n`),
    fresh: ['reqtrace.yaml'],
  },
  {
    what: 'the configuration has other documents',
    change: (folder) => folder.write('reqtrace.yaml', 'version: 1\ndocuments: [specs/**]\n'),
    fresh: undefined,
  },
  { what: 'the configuration is gone', change: (folder) => folder.remove('reqtrace.yaml'), fresh: ['reqtrace.yaml'] },
  {
    what: 'something was committed',
    change: (folder) => {
      folder.write('src/orders.ts', '// none\n');
      commit(folder);
    },
    fresh: ['src/orders.ts'],
  },
  {
    what: 'something was committed and edited again',
    change: (folder) => {
      folder.write('src/orders.ts', '// none\n');
      commit(folder);
      folder.write('src/orders.ts', FILES['src/orders.ts']);
    },
    fresh: ['src/orders.ts'],
  },
  {
    what: 'a file was staged',
    change: (folder) => {
      folder.write('src/orders.ts', '// none\n');
      folder.git(['add', '--all']);
    },
    fresh: ['src/orders.ts'],
  },
  {
    what: 'a commit was made and nothing else',
    change: (folder) => folder.git(['commit', '--quiet', '--allow-empty', '--message', 'Empty']),
    fresh: [],
  },
  {
    what: 'files came and went with a commit',
    change: (folder) => {
      folder.git(['mv', 'src/orders.ts', 'src/kept.ts']);
      folder.write('a.md', '# ENC-8: Encoding\n');
      commit(folder);
    },
    fresh: ['-src/orders.ts', 'a.md', 'src/kept.ts'],
  },
  {
    what: 'a file was taken out of git, not off the disk',
    change: (folder) => folder.git(['rm', '--quiet', '--cached', 'src/orders.ts']),
    fresh: ['src/orders.ts'],
  },
  {
    what: 'a file was taken out of git and is ignored',
    change: (folder) => {
      folder.git(['rm', '--quiet', '--cached', 'src/orders.ts']);
      folder.write('.git/info/exclude', 'orders.ts\n');
    },
    fresh: ['-src/orders.ts'],
  },
  {
    what: 'git looked at all of it again',
    change: (folder) => {
      utimesSync(folder.at('src/silent.ts'), 1_500_000_000, 1_500_000_000);
      folder.git(['update-index', '--refresh']);
    },
    fresh: ['src/silent.ts'],
  },
  {
    what: 'another branch was checked out',
    change: (folder) => {
      folder.git(['checkout', '--quiet', '-b', 'other']);
      folder.git(['rm', '--quiet', 'docs/plan.md']);
      commit(folder);
      folder.git(['checkout', '--quiet', 'main']);
    },
    fresh: ['docs/plan.md'],
  },
  { what: 'a merge is not done', change: conflict, fresh: undefined },
  {
    what: 'git was told to take a file as unchanged',
    change: (folder) => folder.git(['update-index', '--assume-unchanged', 'src/silent.ts']),
    fresh: undefined,
  },
  { what: 'a part of it is checked out no more', change: (folder) => folder.git(['sparse-checkout', 'set', 'src']), fresh: undefined },
  {
    what: 'a submodule is staged',
    change: (folder) => folder.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},inner`]),
    fresh: undefined,
  },
  { what: 'its index is split', change: (folder) => folder.git(['update-index', '--split-index']), fresh: undefined },
  { what: 'its index is written in another way', change: (folder) => folder.git(['update-index', '--index-version', '4']), fresh: [] },
  {
    what: 'a repository was cloned into it',
    change: (folder) => {
      folder.write('inner/src/a.ts', '// @implements IP-1.1\n');
      folder.git(['init', '--quiet'], 'inner');
    },
    fresh: undefined,
  },
  {
    what: 'more changed than is worth a second look',
    change: (folder) => {
      for (let at = 0; at < 1001; at += 1) folder.write(`src/new${at}.ts`, '// @implements IP-1.1\n');
    },
    fresh: undefined,
  },
  { what: 'it is no repository any more', change: (folder) => folder.remove('.git'), fresh: undefined },
  { what: 'git cannot read its index', change: (folder) => truncateSync(folder.at('.git/index'), 20), fresh: undefined },
];

/** Two sides that changed one line. */
function conflict(folder: Folder): void {
  folder.git(['checkout', '--quiet', '-b', 'other']);
  folder.write('src/orders.ts', '// theirs\n');
  commit(folder);
  folder.git(['checkout', '--quiet', 'main']);
  folder.write('src/orders.ts', '// ours\n');
  commit(folder);
  assert.throws(() => folder.git(['merge', '--quiet', 'other']), /Command failed/u);
}

describe('a folder that is remembered', function () {
  for (const { what, change, fresh } of CASES) {
    it(`says what one read anew says where ${what}`, async () => {
      const folder = await repository();
      const cache = make();
      const before = await open(folder.path, cache);
      assert.deepEqual(await freshFiles(folder.path, cache, before), []);
      change(folder);
      // An index that was written just now says nothing.
      await settle();
      const expected = await open(folder.path);
      assert.deepEqual(await freshFiles(folder.path, cache, expected), fresh);
      const paths = [...Object.keys(FILES), ...pathsIn(folder.path)];
      assert.deepEqual(picture(await open(folder.path, cache), paths), picture(expected, paths));
      assert.deepEqual(picture(await open(folder.path, cache), paths), picture(expected, paths));
    });
  }

  it('is a folder of a repository, too, or a further worktree of one', async () => {
    const folder = await repository(Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`shop/${path}`, text])));
    folder.git(['worktree', 'add', '--quiet', folder.at('shop/out/tree')]);
    await settle();
    for (const root of [folder.at('shop'), folder.at('shop/out/tree/shop')]) {
      const cache = make();
      const project = await open(root, cache);
      assert.deepEqual(await freshFiles(root, cache, project), []);
      folder.write('elsewhere.md', '# REQ-1: Not in the folder\n');
      assert.deepEqual(await freshFiles(root, cache, project), []);
      assert.deepEqual(picture(await open(root, cache), pathsIn(root)), picture(project, pathsIn(root)));
    }
  });

  it('is remembered anew once much of it is others', async () => {
    const folder = await repository();
    const cache = make();
    const project = await open(folder.path, cache);
    for (let at = 0; at < 60; at += 1) folder.write(`src/new${at}.ts`, '// @implements IP-1.1\n');
    commit(folder);
    await settle();
    assert.equal((await freshFiles(folder.path, cache, project))?.length, 60);
    await open(folder.path, cache);
    assert.deepEqual(await freshFiles(folder.path, cache, project), []);
    assert.deepEqual(picture(await open(folder.path, cache), pathsIn(folder.path)), picture(await open(folder.path), pathsIn(folder.path)));
  });

  it('is one of a repository with longer names of objects, too', async function () {
    const folder = make(FILES);
    try {
      folder.git(['init', '--quiet', '--object-format=sha256']);
    } catch {
      // An old git.
      this.skip();
    }
    commit(folder);
    await settle();
    const cache = make();
    const project = await open(folder.path, cache);
    folder.write('src/orders.ts', '// none\n');
    commit(folder);
    await settle();
    assert.deepEqual(await freshFiles(folder.path, cache, project), ['src/orders.ts']);
  });

  it('goes on to be followed like any other', async () => {
    const folder = await repository();
    const cache = make();
    await open(folder.path, cache);
    const project = await open(folder.path, cache);
    folder.write('docs/new.md', '# ENC-8: Encoding\n');
    folder.write('src/orders.ts', '// @implements IP-1.1/AC2\n');
    folder.remove('test/orders.test.ts');
    await project.refresh(['docs/new.md', 'src/orders.ts', 'test/orders.test.ts']);
    assert.equal(project.index.referencesTo('docs/new#ENC-8').length, 1, 'what slept is woken');
    assert.deepEqual(picture(project, pathsIn(folder.path)), picture(await open(folder.path), pathsIn(folder.path)));
    folder.remove('docs');
    await project.reload();
    assert.deepEqual(picture(project, pathsIn(folder.path)), picture(await open(folder.path), pathsIn(folder.path)));
  });

  it('forgets what an editor had, which was on no disk', async () => {
    const folder = await repository();
    const cache = make();
    const project = await openEditable(folder.path, { today: '2026-11-21', cacheFolder: cache.path });
    const opened = edit(project, 'src/silent.ts', '// @implements IP-1.1/AC2\n');
    await project.remembered();
    await opened;
    assert.equal(
      project.index.referencesTo('docs/plan#IP-1.1/AC2').some(({ path }) => path === 'src/silent.ts'),
      true,
    );
    assert.equal(
      (await open(folder.path, cache)).index.referencesTo('docs/plan#IP-1.1/AC2').some(({ path }) => path === 'src/silent.ts'),
      false,
    );
  });

  const UNKNOWN: readonly (readonly [what: string, prepare: (folder: Folder) => void])[] = [
    ['git was told to take a file as unchanged', (folder) => folder.git(['update-index', '--assume-unchanged', 'src/silent.ts'])],
    ['a sparse checkout leaves files out', (folder) => folder.git(['sparse-checkout', 'set', 'src', 'docs'])],
    ['a submodule may come to life', (folder) => folder.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},inner`])],
    [
      'it has a clone in it',
      (folder) => {
        folder.write('inner/a.md', '# REQ-1: A\n');
        folder.git(['init', '--quiet'], 'inner');
      },
    ],
  ];
  for (const [what, prepare] of UNKNOWN) {
    it(`is none where ${what}`, async () => {
      const folder = await repository();
      prepare(folder);
      await settle();
      const cache = make();
      assert.equal(await freshFiles(folder.path, cache, await open(folder.path, cache)), undefined);
    });
  }

  it('is none where git wrote its index while files were read', async () => {
    const folder = await repository();
    const soon = Date.now() / 1000 + 5;
    utimesSync(folder.at('.git/index'), soon, soon);
    const cache = make();
    const project = await open(folder.path, cache);
    assert.equal(await freshFiles(folder.path, cache, project), undefined);
  });

  it('is none where git may not be run', async () => {
    const folder = await repository();
    const cache = make();
    const project = await openProject(folder.path, { trusted: false, cacheFolder: cache.path });
    await project.remembered();
    assert.equal(await freshFiles(folder.path, cache, project), undefined);
  });
});
