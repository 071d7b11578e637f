import assert from 'node:assert/strict';
import { countTracked } from '../../../src/workspace/git/countTracked.ts';
import { folders } from '../../support/workspace/folder.ts';

describe('the number of tracked files', () => {
  const make = folders();

  function repository(files: number): string {
    const folder = make(Object.fromEntries(Array.from({ length: files }, (_, at) => [`${at}.md`, ''])));
    folder.git(['init']);
    folder.git(['add', '--all']);
    return folder.path;
  }

  it('is what the index says', () => {
    assert.deepEqual([countTracked(repository(20)), countTracked(repository(250))], [20, 250]);
  });

  it('is not known where git tracks nothing, or elsewhere', () => {
    const main = make({ 'docs/a.md': '' });
    main.git(['init']);
    assert.equal(countTracked(main.path), undefined, 'without an index');
    main.git(['add', '--all']);
    main.git(['commit', '--quiet', '--message', 'All']);
    main.git(['worktree', 'add', '--quiet', 'further']);
    const roots = [main.path, main.at('docs'), main.at('further'), main.at('nothing')];
    assert.deepEqual(roots.map(countTracked), [1, undefined, undefined, undefined]);
  });

  it('is not known where the index is none', () => {
    const folder = make({ '.git/index': 'no index of git', 'short/.git/index': 'DIRC' });
    assert.deepEqual([folder.path, folder.at('short')].map(countTracked), [undefined, undefined]);
  });
});
