import assert from 'node:assert/strict';
import { stagedIndex } from '../../../../src/workspace/past/review/stagedIndex.ts';
import { folders } from '../../../support/workspace/folder.ts';

const make = folders();

describe('the index file that git hands to a hook', () => {
  it('is taken wherever it lies, unless it is that of another repository', async () => {
    const folder = make({ 'elsewhere/note.md': '' });
    folder.git(['init', '-q']);
    const other = make({ 'a.md': '' });
    other.git(['init', '-q']);
    const rows: readonly (readonly [given: string | undefined, taken: string | undefined])[] = [
      [undefined, undefined],
      ['', undefined],
      ['.git/index', folder.at('.git/index')],
      ['.git/next-index-17.lock', folder.at('.git/next-index-17.lock')],
      [folder.at('.git/index.lock'), folder.at('.git/index.lock')],
      ['spare', folder.at('spare')],
      [folder.at('elsewhere/spare'), folder.at('elsewhere/spare')],
      [other.at('spare'), other.at('spare')],
      [other.at('.git/index'), undefined],
      [other.at('.git/next-index-17.lock'), undefined],
    ];
    for (const [given, taken] of rows) assert.equal(await stagedIndex(folder.path, given), taken, given);
  });

  it('is none outside of a repository', async () => {
    assert.equal(await stagedIndex(make({ 'a.md': '' }).path, 'index'), undefined);
  });
});
