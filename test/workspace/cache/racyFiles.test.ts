import assert from 'node:assert/strict';
import { lstatSync, readFileSync, utimesSync } from 'node:fs';
import { isAsIndexed, racyEntries } from '../../../src/workspace/cache/racyFiles.ts';
import { readGitIndex, stateBytes } from '../../../src/workspace/git/gitIndex.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const LAYOUT = { prefix: '', hashBytes: 20 };

/** What its index says of `a.md`, and how that file is found to be. */
function indexed(folder: Folder) {
  const entries = readGitIndex(readFileSync(folder.at('.git/index')), LAYOUT) ?? assert.fail();
  const state = Buffer.from(entries.states.subarray(0, stateBytes(LAYOUT)));
  return { entries, state, isTheSame: () => isAsIndexed(folder.path, 'a.md', state) };
}

function repository(): Folder {
  const folder = make({ 'a.md': '# REQ-1: A\n' });
  folder.git(['init', '--quiet']);
  folder.git(['add', '--all']);
  return folder;
}

describe('files that git may be wrong about', () => {
  it('are those that were written in the second in which they were read, or later', () => {
    const folder = repository();
    const { entries } = indexed(folder);
    const { ctimeMs } = lstatSync(folder.at('a.md'));
    const second = Math.floor(ctimeMs / 1000) * 1000;
    for (const [since, racy] of [
      [second - 5000, [0]],
      [second, [0]],
      [second + 999, [0]],
      // The clock of files is a little behind.
      [second + 1050, [0]],
      [second + 1100, []],
      [second + 60_000, []],
    ] as const)
      assert.deepEqual(racyEntries(entries, LAYOUT, since), racy, String(since - second));
  });

  it('count by the time that nobody can set, too', () => {
    const folder = make({ 'a.md': '# REQ-1: A\n' });
    utimesSync(folder.at('a.md'), 1_500_000_000, 1_500_000_000);
    folder.git(['init', '--quiet']);
    folder.git(['add', '--all']);
    assert.deepEqual(racyEntries(indexed(folder).entries, LAYOUT, Date.now()), [0]);
  });

  it('are the same as long as nobody wrote them, to the nanosecond', () => {
    const folder = repository();
    const { isTheSame } = indexed(folder);
    const { mtime, atime } = lstatSync(folder.at('a.md'));
    assert.equal(isTheSame(), true);
    folder.write('a.md', '# REQ-1: B\n');
    utimesSync(folder.at('a.md'), atime, mtime);
    assert.equal(isTheSame(), false);
    folder.remove('a.md');
    assert.equal(isTheSame(), false);
    folder.write('a.md/b.md', '');
    assert.equal(isTheSame(), false);
  });

  it('are others where their folder became a file', () => {
    const folder = make({ 'docs/a.md': '# REQ-1: A\n' });
    folder.git(['init', '--quiet']);
    folder.git(['add', '--all']);
    const { state } = indexed(folder);
    folder.remove('docs');
    folder.write('docs', '');
    assert.equal(isAsIndexed(folder.path, 'docs/a.md', state), false);
  });

  it('are not known to be the same where the index has whole seconds', () => {
    const folder = repository();
    const { state } = indexed(folder);
    state.writeUInt32BE(0, 4);
    state.writeUInt32BE(0, 12);
    assert.equal(isAsIndexed(folder.path, 'a.md', state), false);
  });
});
