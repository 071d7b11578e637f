import assert from 'node:assert/strict';
import { lstatSync, renameSync, utimesSync } from 'node:fs';
import { rawDiff } from '../../../src/workspace/git/rawDiff.ts';
import { ADD_AND_COMMIT } from '../../support/git.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const LONG = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join('');
const FILES = {
  'a.md': LONG,
  'docs/b.md': '# B\n',
  'docs/ü "c.md': '# C\n',
  'docs/d.md': '# D\n',
  '.gitattributes': '*.txt text\n',
  'e.txt': 'one\ntwo\n',
};

function repository(): Folder {
  const folder = make(FILES);
  folder.git(['init', '--quiet']);
  folder.git(['-c', ADD_AND_COMMIT, 'record', '--message', 'All']);
  return folder;
}

/** Gives all files times that the index does not have. */
function touch(folder: Folder): void {
  for (const file of Object.keys(FILES)) utimesSync(folder.at(file), 1_500_000_000, 1_500_000_000);
}

async function shown(
  folder: string,
  args: readonly string[] = ['HEAD', '--find-renames'],
  paths: readonly string[] = [],
): Promise<string[] | undefined> {
  const changes = await rawDiff(folder, args, paths);
  return changes?.map(({ status, before, after }) => `${status} ${before === after ? after : `${before} ${after}`}`);
}

describe('a raw diff', () => {
  it('is none of files that were only touched, and leaves the index as it is', async () => {
    const folder = repository();
    touch(folder);
    // As on another system, whose line ends git converts.
    folder.write('e.txt', 'one\r\ntwo\r\n');
    const before = lstatSync(folder.at('.git/index'));
    assert.deepEqual(await shown(folder.path), []);
    assert.deepEqual(await shown(folder.at('docs')), []);
    const after = lstatSync(folder.at('.git/index'));
    assert.deepEqual([after.ino, after.mtimeMs, after.ctimeMs], [before.ino, before.mtimeMs, before.ctimeMs]);
  });

  it('tells of each change among them', async () => {
    const folder = repository();
    touch(folder);
    renameSync(folder.at('a.md'), folder.at('docs/moved.md'));
    folder.write('docs/b.md', '# X\n');
    folder.write('docs/ü "c.md', '# Y\n');
    folder.remove('docs/d.md');
    folder.git(['add', '--all', '--intent-to-add']);
    assert.deepEqual(await shown(folder.path), ['M docs/b.md', 'D docs/d.md', 'R a.md docs/moved.md', 'M docs/ü "c.md']);
    assert.deepEqual(await shown(folder.at('docs'), ['HEAD', '--no-renames']), ['M b.md', 'D d.md', 'A moved.md', 'M ü "c.md']);
    assert.deepEqual(await shown(folder.path, ['HEAD'], ['docs/b.md']), ['M docs/b.md']);
  });

  it('compares commits and what is staged, too', async () => {
    const folder = repository();
    folder.write('docs/b.md', '# X\n');
    assert.deepEqual(await shown(folder.path, ['--cached', 'HEAD']), []);
    folder.git(['-c', ADD_AND_COMMIT, 'record', '--message', 'More']);
    assert.deepEqual(await shown(folder.path, ['HEAD~1', 'HEAD']), ['M docs/b.md']);
    assert.deepEqual(await shown(folder.path), []);
  });

  it('is unknown where there is no repository or no such commit', async () => {
    assert.equal(await rawDiff(make({ 'a.md': '' }).path, ['HEAD']), undefined);
    assert.equal(await rawDiff(repository().path, ['none']), undefined);
  });
});
