import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { blocksOf } from '../support/docs/pages.ts';
import { TestFolder } from '../support/server/client.ts';

/** What the driver saw in Neovim. */
interface Seen {
  readonly failure?: string;
  readonly diagnostics?: readonly string[];
  readonly hover?: string;
  readonly definition?: string;
  readonly completion?: readonly string[];
  readonly renamed?: string;
}

const CLI = resolve('dist/cli.cjs');
/** What the page has users write, from the newest version of Neovim to the oldest. */
const SETUPS = blocksOf(readFileSync('docs/editors.md', 'utf8')).filter(({ language }) => language === 'lua');

const FILES = {
  'reqtrace.yaml': 'version: 1\n',
  'bin/reqtrace': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`,
  ...Object.fromEntries(SETUPS.map(({ text }, at) => [`setups/${at + 1}.lua`, text])),
  'docs/launch.md':
    '# Launch\n\n## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n- An order of more is rejected\n',
  'src/stock.ts': '// @implements IP-1.1\nexport function reserve() {}\n',
  'src/wrong.ts': '// @implements IP-1.9\n',
  'src/new.py': '',
  'test/stock.test.ts': '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n',
};

// @verifies RT-8.1/AC8~9056ff
describe('Neovim with reqtrace lsp --stdio', () => {
  let folder: TestFolder;
  let seen: Seen = {};

  before(function () {
    this.timeout(120_000);
    assert.ok(existsSync(CLI), 'dist/cli.cjs is missing: run "npm run build" first');
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
    seen = JSON.parse(readFileSync(file, 'utf8')) as Seen;
  });

  after(() => folder.remove());

  it('did everything', () => assert.equal(seen.failure, undefined));

  it('shows diagnostics', () => {
    assert.deepEqual(seen.diagnostics, ['reqtrace: IP-1.9 is not defined in any document. Did you mean IP-1.1?']);
  });

  it('hovers', () => assert.match(seen.hover ?? '', /IP-1\.1\/AC2[\s\S]*An order of more is rejected/u));

  it('goes to the definition', () => assert.equal(seen.definition, 'launch.md:7'));

  it('completes', () => assert.deepEqual(seen.completion, ['IP-1.1']));

  it('renames', () => assert.equal(seen.renamed, '// @implements IP-7'));
});
