import assert from 'node:assert/strict';
import { tracksFewer } from '../../../src/workspace/git/tracksFewer.ts';
import { folders } from '../../support/workspace/folder.ts';

describe('the size of an index', () => {
  const make = folders();

  function repository(files: number): string {
    const folder = make(Object.fromEntries(Array.from({ length: files }, (_, at) => [`${at}.md`, ''])));
    folder.git(['init']);
    folder.git(['add', '--all']);
    return folder.path;
  }

  it('tells a few files from many', () => {
    assert.deepEqual([tracksFewer(repository(20), 200), tracksFewer(repository(250), 200)], [true, false]);
  });

  it('says nothing of what git does not track, or tracks elsewhere', () => {
    const main = make({ 'docs/a.md': '' });
    main.git(['init']);
    assert.equal(tracksFewer(main.path, 200), false, 'without an index');
    main.git(['add', '--all']);
    main.git(['commit', '--quiet', '--message', 'All']);
    main.git(['worktree', 'add', '--quiet', 'further']);
    assert.deepEqual(
      [main.path, main.at('docs'), main.at('further'), main.at('nothing')].map((root) => tracksFewer(root, 200)),
      [true, false, false, false],
    );
  });
});
