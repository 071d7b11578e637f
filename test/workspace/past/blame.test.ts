import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { blameLines } from '../../../src/workspace/past/blame.ts';
import { cleanEnvironment } from '../../../src/workspace/git/git.ts';
import { gitPrefix, gitState } from '../../../src/workspace/past/gitState.ts';
import { Sandbox } from '../../support/sandbox.ts';

const sandbox = new Sandbox({ 'sub/src/a b.ts': 'one\ntwo\nauthor none\n', 'sub/many.ts': 'line\n'.repeat(300) });
after(() => sandbox.remove());

function commit(author: string, date: string): string {
  const env = {
    ...cleanEnvironment(process.env),
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'c',
    GIT_COMMITTER_EMAIL: 'c@example.com',
    GIT_COMMITTER_DATE: date,
  };
  sandbox.git('add', '.');
  execFileSync('git', ['-c', 'commit.gpgSign=false', 'commit', '-q', '-m', 'change'], { cwd: sandbox.root, env });
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: sandbox.root, env, encoding: 'utf8' }).trim();
}

describe('blame and state of a repository', () => {
  let first: string;
  let second: string;
  const root = sandbox.path('sub');

  before(() => {
    sandbox.git('init', '-q', '-b', 'work');
    first = commit('Writer ↔ One', '2026-01-31T23:30:00-05:00');
    sandbox.write('sub/src/a b.ts', 'one\nTWO\nauthor none\n');
    second = commit('Two', '2026-02-01T00:30:00+0900');
    sandbox.write('sub/src/a b.ts', 'one\nTWO\nauthor none\nnot committed\n');
  });

  it('tells who changed a line last, on the day that it was for them', async () => {
    const blame = await blameLines(root, new Map([['src/a b.ts', new Set([0, 1, 2])]]));
    assert.deepEqual(
      [0, 1, 2].map((line) => blame('src/a b.ts', line)),
      [
        { commit: first, author: 'Writer ↔ One', date: '2026-01-31' },
        { commit: second, author: 'Two', date: '2026-02-01' },
        { commit: first, author: 'Writer ↔ One', date: '2026-01-31' },
      ],
    );
  });

  it('is silent about lines that are not committed, not there or not asked for', async () => {
    const blame = await blameLines(
      root,
      new Map([
        ['src/a b.ts', new Set([3])],
        ['nowhere.ts', new Set([0])],
      ]),
    );
    assert.deepEqual(
      [blame('src/a b.ts', 3), blame('src/a b.ts', 0), blame('nowhere.ts', 0), blame('never.ts', 0)],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('takes any number of lines of a file', async () => {
    const lines = Array.from({ length: 300 }, (_, line) => line);
    const blame = await blameLines(root, new Map([['many.ts', new Set(lines)]]));
    assert.ok(lines.every((line) => blame('many.ts', line)?.commit === first));
  });

  it('knows the commit, whether files differ from it, and where the folder lies', async () => {
    assert.deepEqual(await gitState(root), { prefix: 'sub/', commit: second, committed: '2026-01-31', branch: 'work', modified: true });
    assert.equal(await gitPrefix(sandbox.root), '');
  });

  it('knows nothing outside of a repository or before the first commit', async () => {
    const other = new Sandbox({ 'a.ts': '' });
    try {
      assert.deepEqual(await gitState(other.root), { prefix: '', modified: false });
      assert.equal((await blameLines(other.root, new Map([['a.ts', new Set([0])]])))('a.ts', 0), undefined);
      other.git('init', '-q');
      assert.deepEqual(await gitState(other.root), { prefix: '', modified: false });
    } finally {
      other.remove();
    }
  });
});
