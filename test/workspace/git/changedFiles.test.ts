import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import nodePath from 'node:path';
import { changedFiles } from '../../../src/workspace/git/changedFiles.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const FILES = {
  'docs/a.md': '# A\n',
  'docs/b.md': '# B\n',
  'src/one.ts': 'same\n',
  'src/two.ts': 'same\n',
  'x.txt': 'a\nb\n',
  '.gitattributes': '*.txt text\n',
};

function repository(): Folder {
  const folder = make(FILES);
  folder.git(['init', '-q']);
  folder.git(['add', '-A']);
  folder.git(['commit', '-q', '-m', 'first']);
  return folder;
}

function move(folder: Folder, from: string, to: string): void {
  mkdirSync(nodePath.dirname(folder.at(to)), { recursive: true });
  renameSync(folder.at(from), folder.at(to));
}

describe('files that changed since a commit', () => {
  const cases: readonly [what: string, change: (folder: Folder) => void, expected: readonly string[]][] = [
    ['one was renamed and is not added', (folder) => move(folder, 'docs/a.md', 'docs/c.md'), ['docs/a.md > docs/c.md']],
    ['one went to another folder', (folder) => move(folder, 'src/one.ts', 'lib/n/one.ts'), ['src/one.ts > lib/n/one.ts']],
    [
      'two of the same content went to another folder',
      (folder) => {
        move(folder, 'src/one.ts', 'lib/two/one.ts');
        move(folder, 'src/two.ts', 'lib/one/two.ts');
      },
      ['src/one.ts > lib/two/one.ts', 'src/two.ts > lib/one/two.ts'],
    ],
    [
      'one was renamed and another one is new',
      (folder) => {
        move(folder, 'docs/a.md', 'docs/c.md');
        folder.write('docs/d.md', '# D\n');
      },
      ['docs/a.md > docs/c.md', '> docs/d.md'],
    ],
    [
      'one is gone and its copy came twice',
      (folder) => {
        folder.remove('docs/a.md');
        folder.write('docs/c.md', '# A\n');
        folder.write('docs/n/a.md', '# A\n');
      },
      ['docs/a.md > docs/n/a.md', '> docs/c.md'],
    ],
    [
      'git is told not to look at two, one of which is not there',
      (folder) => {
        folder.git(['update-index', '--assume-unchanged', 'docs/a.md']);
        folder.git(['update-index', '--skip-worktree', 'docs/b.md']);
        folder.write('docs/a.md', '# Other\n');
        folder.remove('docs/b.md');
      },
      ['docs/a.md > docs/a.md'],
    ],
    ['one was copied', (folder) => folder.write('docs/c.md', '# A\n'), ['> docs/c.md']],
    [
      'one is gone and another one is new',
      (folder) => {
        folder.remove('docs/a.md');
        folder.write('docs/c.md', '# C\n');
      },
      ['docs/a.md >', '> docs/c.md'],
    ],
    [
      'one was renamed, and git knows that the old one is gone',
      (folder) => {
        move(folder, 'docs/a.md', 'docs/c.md');
        folder.git(['rm', '-q', '--cached', 'docs/a.md']);
      },
      ['docs/a.md > docs/c.md'],
    ],
    [
      'one was renamed and added',
      (folder) => {
        move(folder, 'docs/a.md', 'docs/c.md');
        folder.git(['add', '-A']);
      },
      ['docs/a.md > docs/c.md'],
    ],
    [
      'one was renamed and has line ends that git converts',
      (folder) => {
        folder.remove('x.txt');
        folder.write('y.txt', 'a\r\nb\r\n');
      },
      ['x.txt > y.txt'],
    ],
    [
      'one is gone and a link leads to the same content, beside one that leads nowhere',
      (folder) => {
        move(folder, 'docs/a.md', 'docs/c.md');
        symlinkSync('c.md', folder.at('docs/0.md'));
        symlinkSync('nowhere', folder.at('docs/1.md'));
      },
      ['docs/a.md > docs/c.md', '> docs/0.md', '> docs/1.md'],
    ],
    [
      'one was renamed to where it is ignored',
      (folder) => {
        folder.write('.git/info/exclude', '/out/\n');
        move(folder, 'docs/a.md', 'out/a.md');
      },
      ['docs/a.md >'],
    ],
  ];
  for (const [what, change, expected] of cases) {
    it(`are told where ${what}`, async () => {
      const folder = repository();
      change(folder);
      const files = await changedFiles(folder.path, 'HEAD', { kind: 'worktree' });
      assert.deepEqual(
        files.map(({ base, head }) => `${base ?? ''} > ${head ?? ''}`.trim()),
        expected,
      );
    });
  }
});
