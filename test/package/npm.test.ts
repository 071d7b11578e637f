import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packNpm } from '../../scripts/npmPackage.ts';
import { buildProduct, REPOSITORY } from '../support/ci.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const npm = (args: readonly string[], cwd: string) => promisify(execFile)('npm', [...args], { cwd, shell: process.platform === 'win32' });

describe('the npm package', () => {
  const sandbox = new Sandbox({ 'user/package.json': '{ "private": true }' });
  const project = new Sandbox(PROJECT);
  let files: string[];

  before(async () => {
    await buildProduct();
    const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', sandbox.root], REPOSITORY);
    const [packed] = JSON.parse(stdout);
    files = packed.files.map(({ path }: { path: string }) => path);
    await npm(
      ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(sandbox.root, packed.filename)],
      sandbox.path('user'),
    );
    project.git('init', '-q');
    project.git('add', '.');
  });
  after(() => {
    sandbox.remove();
    project.remove();
  });

  const npx = (args: readonly string[]) => npm(['exec', '--offline', '--no', '--', 'reqtrace', ...args], sandbox.path('user'));

  it('holds what is meant to be in it and nothing else', () => {
    const kinds = files.filter((path) => !/^(?:docs\/findings\/[a-z-]+\.md|dist\/chunk-\w+\.mjs)$/iu.test(path));
    assert.deepEqual(
      kinds.sort(),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/NOTICES.txt',
        ...['cli.cjs', 'cli.mjs', 'mcp.mjs', 'server.cjs', 'server.mjs', 'worker.mjs'].map((name) => `dist/${name}`),
        'l10n/bundle.l10n.de.json',
        'l10n/bundle.l10n.zh-cn.json',
        'package.json',
        'schemas/diff.schema.json',
        'schemas/error.schema.json',
        'schemas/history.schema.json',
        'schemas/list.schema.json',
        'schemas/reqtrace.schema.json',
        'schemas/report.schema.json',
        'schemas/show.schema.json',
      ].sort(),
    );
    assert.ok(files.length > kinds.length);
  });

  it('brings the licence of every package that is in it', () => {
    const notices = readFileSync(sandbox.path('user/node_modules/reqtrace/dist/NOTICES.txt'), 'utf8');
    for (const name of ['yaml', 'markdown-it', 'saxes', 'minimatch', 'vscode-languageserver'])
      assert.match(notices, new RegExp(String.raw`^-{80}\n${name} \d+\.\d+\.\d+ \((?:MIT|ISC|BlueOak-1\.0\.0)\)\n\n`, 'mu'));
    for (const part of notices.split(/^-{80}$/mu).slice(1)) assert.match(part, /copyright|blue oak/iu, part.slice(0, 200));
  });

  it('is the same, byte for byte, when it is packed again, also by somebody whose files nobody else may read', async () => {
    const first = readFileSync(join(sandbox.root, await packNpm(sandbox.root)));
    chmodSync(join(REPOSITORY, 'LICENSE'), 0o600);
    const again = await packNpm(sandbox.root).finally(() => chmodSync(join(REPOSITORY, 'LICENSE'), 0o644));
    assert.ok(first.equals(readFileSync(join(sandbox.root, again))));
  });

  // @verifies RT-6.1/AC14~2a2e97
  it('needs no other package', () => {
    assert.deepEqual(
      readdirSync(sandbox.path('user/node_modules')).filter((name) => !name.startsWith('.')),
      ['reqtrace'],
    );
  });

  // @verifies RT-6.1/AC14~2a2e97
  it('runs as npx reqtrace', async () => {
    const { stdout } = await npx(['--version']);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/u);
  });

  it('checks a real repository', async () => {
    const { stdout } = await npx(['check', '--root', project.root]);
    assert.match(stdout, /docs\/launch\.md:13:7 +information +unmet-criterion +IP-1\.1\/AC3/u);
    project.write('src/wrong.ts', '// @implements IP-1.9\n');
    await assert.rejects(npx(['check', '--root', project.root]), (error) => error instanceof Error && 'code' in error && error.code === 1);
  });

  it('brings the pages of the findings, which SARIF takes in', async () => {
    const { stdout } = await npx(['check', '--root', project.root, '--format', 'sarif', '--fail-on', 'never']);
    const [{ tool }] = JSON.parse(stdout).runs;
    assert.ok(tool.driver.rules.length);
    for (const { id, help } of tool.driver.rules) assert.match(help?.text ?? '', new RegExp(`^# ${id}\n`, 'u'));
  });

  it('brings its texts in other languages', async () => {
    const listed = (language: string) => npx(['list', '--lang', language, '--root', project.root]);
    assert.match((await listed('en')).stdout, / criterion /u);
    assert.match((await listed('de')).stdout, / Kriterium /u);
    assert.match((await listed('zh-cn')).stdout, / 验收标准 /u);
  });

  const cli = (args: readonly string[]) => spawn(process.execPath, [sandbox.path('user/node_modules/reqtrace/dist/cli.cjs'), ...args]);

  it('ends quietly when nobody reads its output any more', async () => {
    const child = cli(['list', '--root', project.root]);
    child.stdout.destroy();
    let noise = '';
    child.stderr.on('data', (data: Buffer) => {
      noise += data.toString();
    });
    await once(child, 'close');
    assert.equal(noise, '');
  });

  it('prints all of a long output into a pipe', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `- [ ] Criterion number ${at + 1} of a very long list`);
    project.write('docs/long.md', `## REQ-1: Long\n\n**Acceptance Criteria**:\n\n${rows.join('\n')}\n`);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [sandbox.path('user/node_modules/reqtrace/dist/cli.cjs'), 'report', '--format', 'json', '--root', project.root],
      { maxBuffer: 1 << 26 },
    );
    assert.equal(JSON.parse(stdout).summary.criteria, 3005);
  });
});
