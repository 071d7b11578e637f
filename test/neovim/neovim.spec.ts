import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { blocksOf } from '../support/docs/pages.ts';
import { CLIENT_FILES, CLIENT_STEPS } from '../support/clients/script.ts';
import { TestFolder } from '../support/server/client.ts';

/** What the page has users write, from the newest version of Neovim to the oldest. */
const SETUPS = blocksOf(readFileSync('docs/editors.md', 'utf8')).filter(({ language }) => language === 'lua');

const FILES = { ...CLIENT_FILES, ...Object.fromEntries(SETUPS.map(({ text }, at) => [`setups/${at + 1}.lua`, text])) };

// @verifies RT-8.1/AC8~9056ff
describe('Neovim with reqtrace lsp --stdio', () => {
  let folder: TestFolder;
  let seen: Readonly<Record<string, unknown>> = {};

  before(function () {
    this.timeout(120_000);
    assert.ok(existsSync('dist/cli.cjs'), 'dist/cli.cjs is missing: run "npm run build" first');
    assert.equal(SETUPS.length, 3);
    folder = new TestFolder(FILES);
    chmodSync(join(folder.path, 'bin/reqtrace'), 0o755);
    const file = join(folder.path, 'seen.json');
    const { stderr, error } = spawnSync(
      process.env['NVIM_PATH'] ?? 'nvim',
      ['--headless', '--clean', '-c', `luafile ${resolve('test/neovim/driver.lua')}`],
      {
        encoding: 'utf8',
        timeout: 110_000,
        cwd: folder.path,
        env: {
          ...process.env,
          REQTRACE_SEEN: file,
          REQTRACE_FOLDER: folder.path,
          PATH: `${join(folder.path, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
          XDG_STATE_HOME: folder.path,
          XDG_CACHE_HOME: folder.path,
        },
      },
    );
    assert.equal(error, undefined, String(error));
    assert.ok(existsSync(file), `Neovim wrote nothing: ${stderr}`);
    seen = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  });

  after(() => folder.remove());

  it('did everything', () => assert.equal(seen.failure, undefined));

  for (const [step, expected] of Object.entries(CLIENT_STEPS)) {
    it(step, () => assert.match(JSON.stringify(seen[step]) ?? 'nothing', expected));
  }
});
