import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { bundle } from '../support/server/bundle.ts';
import { Client, TestFolder } from '../support/server/client.ts';

describe('reqtrace lsp', () => {
  let cli: string;
  let client: Client | undefined;
  const folder = new TestFolder({ 'docs/a.md': '## REQ-1: Pay\n', 'src/a.ts': '// @implements REQ-1\n' });

  before(async () => {
    cli = await bundle('src/cli/main.ts');
  });

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  after(() => folder.remove());

  for (const args of [['lsp', '--stdio'], ['lsp']]) {
    // @verifies RT-6.1/AC11~b7e12e
    it(`serves any editor over standard input and output: ${args.join(' ')}`, async () => {
      client = Client.ofProcess([cli, ...args]);
      const { serverInfo } = await client.start([folder]);
      assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+$/u);
      const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/a.ts'), 0, 17);
      assert.match(JSON.stringify(hover.contents), /REQ-1 Pay/u);
      assert.deepEqual(
        client.logged.filter((line) => /error/iu.test(line)),
        [],
      );
      const code = await client.stop();
      client = undefined;
      assert.equal(code, 0);
    });
  }

  it('says what to do where the server is missing', () => {
    // Alone in a folder of its own: the other tests of the run start the server that lies beside the shared one.
    const alone = join(folder.path, 'cli.cjs');
    copyFileSync(cli, alone);
    const { status, stderr } = spawnSync(process.execPath, [alone, 'lsp', '--stdio'], { encoding: 'utf8', input: '' });
    assert.equal(status, 2);
    assert.match(stderr, /server\.mjs is missing; install reqtrace again/u);
  });
});
