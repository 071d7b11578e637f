import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { prepareRewrite } from '../../../src/cli/writing/rewrite.ts';
import { UserError } from '../../../src/workspace/userError.ts';
import { Sandbox } from '../../support/sandbox.ts';

describe('rewriting a file', () => {
  const sandbox = new Sandbox({ 'a.txt': 'one\n', 'inner/b.txt': 'two\n' });
  after(() => sandbox.remove());

  const refused = (message: string) => (error: unknown) => error instanceof UserError && error.message.startsWith(message);

  it('refuses when the text is not what the edits were made for', async () => {
    await assert.rejects(prepareRewrite(sandbox.root, 'a.txt', 'another\n'), refused('a.txt changed since it was read'));
  });

  it('refuses when the file changes between preparing and writing', async () => {
    const file = await prepareRewrite(sandbox.root, 'a.txt', 'one\n');
    sandbox.write('a.txt', 'somebody else\n');
    await assert.rejects(file.write('mine\n'), refused('a.txt changed since it was read'));
    assert.equal(readFileSync(sandbox.path('a.txt'), 'utf8'), 'somebody else\n');
  });

  it('refuses a link that leads out of the folder', async () => {
    symlinkSync(sandbox.path('a.txt'), sandbox.path('inner/out.txt'));
    await assert.rejects(
      prepareRewrite(sandbox.path('inner'), 'out.txt', 'somebody else\n'),
      refused('out.txt leads out of the workspace folder'),
    );
  });

  it('refuses a file that is gone', async () => {
    await assert.rejects(prepareRewrite(sandbox.root, 'gone.txt', ''), refused('gone.txt cannot be read'));
  });

  it('writes the new text', async () => {
    const file = await prepareRewrite(sandbox.root, 'inner/b.txt', 'two\n');
    await file.write('three\n');
    assert.equal(readFileSync(sandbox.path('inner/b.txt'), 'utf8'), 'three\n');
  });
});
