import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rangeAt } from '../../../src/model/position.ts';
import { permalink } from '../../../src/workspace/past/permalink.ts';
import { Sandbox } from '../../support/sandbox.ts';

const sandbox = new Sandbox({ 'sub/docs/a (b).md': 'one\ntwo\n' });
after(() => sandbox.remove());

describe('a permalink', () => {
  const root = sandbox.path('sub');
  const place = (path: string) => ({ path, range: rangeAt(1, 0, 3) });
  const refused = (path = 'docs/a (b).md'): Promise<string> =>
    permalink(root, place(path)).then(
      () => 'not refused',
      (error: unknown) => (error instanceof Error ? error.message.replaceAll(/[0-9a-f]{10}/gu, '…') : ''),
    );

  // @verifies RT-7.4/AC6~63ffd4
  it('leads to the commit that the forge has, with the line as long as that is sure', async () => {
    sandbox.git('init', '-q');
    assert.equal(await refused(), 'There is no commit yet');
    sandbox.git('add', '.');
    sandbox.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false', 'commit', '-q', '-m', 'one');
    assert.equal(await refused(), 'No remote branch has the commit … yet: push it first');
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    sandbox.git('update-ref', 'refs/remotes/fork/main', commit);
    assert.equal(await refused(), 'Where the forge of this repository shows its files is not known');
    sandbox.git('remote', 'add', 'fork', 'git@github.com:o/r.git');
    const file = `https://github.com/o/r/blob/${commit}/sub/docs/a%20%28b%29.md`;
    assert.equal(await permalink(root, place('docs/a (b).md')), `${file}#L2`);
    assert.equal(await refused('docs/new.md'), 'docs/new.md is not in the commit … yet');
    sandbox.write('sub/docs/a (b).md', 'zero\none\ntwo\n');
    assert.equal(await permalink(root, place('docs/a (b).md')), file);
  });
});
