import assert from 'node:assert/strict';
import { chmodSync, renameSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import type { FilePath } from '../../../src/model/position.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';
import { FILES, settle, repository, commit, open, picture, freshFiles, pathsIn } from '../../support/workspace/rememberedFolder.ts';

const make = folders();

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
    // @verifies RT-11.3/AC4~4cbb75
    it(`says what one read anew says where ${what}`, async () => {
      const folder = await repository(make);
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
});
