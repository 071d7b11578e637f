import assert from 'node:assert/strict';
import { symlinkSync, utimesSync } from 'node:fs';
import { openProject } from '../../../src/workspace/openProject.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';
import { edit, openEditable } from '../../support/workspace/editors.ts';
import { FILES, settle, repository, commit, open, picture, freshFiles, pathsIn } from '../../support/workspace/rememberedFolder.ts';

const make = folders();

describe('folders that are remembered, or are not', function () {
  it('is a folder of a repository, too, or a further worktree of one', async () => {
    const folder = await repository(make, Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`shop/${path}`, text])));
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

  it('is walked once its repository ignores it as a whole, as one is that nobody remembers', async () => {
    const folder = await repository(make, {
      'top.md': '# REQ-1: Not in the folder\n',
      ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`shop/${path}`, text])),
    });
    const [root, cache] = [folder.at('shop'), make()];
    const before = await open(root, cache);
    assert.deepEqual(await freshFiles(root, cache, before), []);
    folder.git(['rm', '-rq', '--cached', 'shop']);
    folder.write('.gitignore', '/*\n');
    await settle();
    assert.equal(await freshFiles(root, cache, before), undefined);
    assert.deepEqual(picture(await open(root, cache), pathsIn(root)), picture(before, pathsIn(root)));
  });

  it('is remembered anew once much of it is others', async () => {
    const folder = await repository(make);
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

  const undefinedYet = Object.fromEntries(
    Object.entries(FILES).map(([path, text]) => [
      path,
      path === 'reqtrace.yaml' ? 'version: 1\n' : text.replace('Integration Point 1.1: ', ''),
    ]),
  );

  it('is one without requirements, of which the code is read once a document defines one', async () => {
    const folder = await repository(make, { ...undefinedYet, 'docs/plan.md': '# Plan\n\nNothing yet\n' });
    const cache = make();
    const project = await open(folder.path, cache);
    assert.deepEqual(await freshFiles(folder.path, cache, project), []);
    assert.deepEqual(picture(await open(folder.path, cache), pathsIn(folder.path)), picture(project, pathsIn(folder.path)));
    folder.write('docs/plan.md', FILES['docs/plan.md']);
    const [warm, cold] = [await open(folder.path, cache), await open(folder.path)];
    assert.equal(warm.index.referencesTo('docs/plan#IP-1.1').length, 2);
    assert.deepEqual(picture(warm, pathsIn(folder.path)), picture(cold, pathsIn(folder.path)));
    folder.write('docs/plan.md', '# Plan\n\nNothing any more\n');
    assert.deepEqual(picture(await open(folder.path, cache), pathsIn(folder.path)), picture(await open(folder.path), pathsIn(folder.path)));
  });

  it('is one without requirements for whoever reads all of it, too', async () => {
    const folder = await repository(make, { ...undefinedYet, 'docs/plan.md': '# Plan\n\nNothing yet\n' });
    const cache = make();
    await open(folder.path, cache);
    const options = { today: '2026-11-21', readsAll: true };
    const warm = await openProject(folder.path, { ...options, cacheFolder: cache.path });
    assert.deepEqual(picture(warm, pathsIn(folder.path)), picture(await openProject(folder.path, options), pathsIn(folder.path)));
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
    const folder = await repository(make);
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
    const folder = await repository(make);
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
      const folder = await repository(make);
      prepare(folder);
      await settle();
      const cache = make();
      assert.equal(await freshFiles(folder.path, cache, await open(folder.path, cache)), undefined);
    });
  }

  const since: Readonly<Record<string, (folder: Folder) => void>> = {
    'it is there': () => {},
    'it is gone': (folder) => folder.remove('src/new.ts'),
    'it is ignored': (folder) => folder.write('.git/info/exclude', 'src/\n'),
    'it is gone and ignored': (folder) => {
      folder.remove('src/new.ts');
      folder.write('.git/info/exclude', 'src/\n');
    },
    'its folder is gone and ignored': (folder) => {
      folder.remove('src');
      folder.write('.gitignore', 'out/\nsrc/\n');
    },
    'git forgot it, whose rules ignore its name': (folder) => folder.git(['rm', '--quiet', '--cached', 'old/kept.ts']),
    'it is gone, also for git, whose rules ignore its name': (folder) => folder.git(['rm', '--quiet', '-f', 'old/kept.ts']),
    'it is gone, and git, whose rules ignore its name, still has it': (folder) => folder.remove('old/kept.ts'),
    'it is a link': (folder) => {
      folder.remove('src/new.ts');
      symlinkSync('silent.ts', folder.at('src/new.ts'));
    },
  };
  for (const [what, happens] of Object.entries(since)) {
    it(`takes the text of an editor as a new start does, where since then ${what}`, async () => {
      const folder = await repository(make);
      folder.write('src/new.ts', '');
      folder.write('old/kept.ts', '');
      folder.git(['add', 'old/kept.ts']);
      folder.write('.git/info/exclude', 'old/\n');
      commit(folder);
      await settle();
      const cache = make();
      await open(folder.path, cache);
      happens(folder);
      const openTexts = new Map(['src/new.ts', 'old/kept.ts'].map((path) => [path, '// @implements IP-1.1/AC2\n']));
      const [again, anew] = await Promise.all(
        [{ cacheFolder: cache.path }, {}].map((options) => openProject(folder.path, { today: '2026-11-21', openTexts, ...options })),
      );
      assert.ok(again && anew);
      assert.deepEqual(picture(again, [...openTexts.keys()]), picture(anew, [...openTexts.keys()]));
    });
  }

  it('is none where git wrote its index while files were read', async () => {
    const folder = await repository(make);
    const soon = Date.now() / 1000 + 5;
    utimesSync(folder.at('.git/index'), soon, soon);
    const cache = make();
    const project = await open(folder.path, cache);
    assert.equal(await freshFiles(folder.path, cache, project), undefined);
  });

  it('is none where git may not be run', async () => {
    const folder = await repository(make);
    const cache = make();
    const project = await openProject(folder.path, { trusted: false, cacheFolder: cache.path });
    await project.remembered();
    assert.equal(await freshFiles(folder.path, cache, project), undefined);
  });
});
