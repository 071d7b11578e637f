import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { packNpm } from '../../scripts/npmPackage.ts';
import { REPOSITORY } from '../support/ci.ts';
import { npm, packedPackage } from '../support/packed.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

describe('the npm package', () => {
  const project = new Sandbox(PROJECT);
  let tarball: string;
  let user: string;
  let installed: string;

  before(async () => {
    ({ tarball, user } = await packedPackage());
    installed = join(user, 'node_modules/reqtrace');
    project.git('init', '-q');
    project.git('add', '.');
  });
  after(() => project.remove());

  const npx = (args: readonly string[]) => npm(['exec', '--offline', '--no', '--', 'reqtrace', ...args], user);

  it('holds what is meant to be in it and nothing else, also where it is packed in a clone', async () => {
    const [packed] = JSON.parse(await npm(['pack', '--json', '--dry-run', '--ignore-scripts'], REPOSITORY));
    const files: readonly string[] = packed.files.map(({ path }: { path: string }) => path);
    const entries = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.deepEqual(
      entries.map((entry) => relative(installed, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort(),
      files.toSorted(),
    );
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
    const notices = readFileSync(join(installed, 'dist/NOTICES.txt'), 'utf8');
    for (const name of ['yaml', 'markdown-it', 'saxes', 'minimatch', 'vscode-languageserver'])
      assert.match(notices, new RegExp(String.raw`^-{80}\n${name} \d+\.\d+\.\d+ \((?:MIT|ISC|BlueOak-1\.0\.0)\)\n\n`, 'mu'));
    for (const part of notices.split(/^-{80}$/mu).slice(1)) assert.match(part, /copyright|blue oak/iu, part.slice(0, 200));
  });

  it('is the same, byte for byte, when it is packed again, also by somebody whose files nobody else may read', async () => {
    const folder = new Sandbox();
    chmodSync(join(REPOSITORY, 'LICENSE'), 0o600);
    const again = await packNpm(folder.root).finally(() => chmodSync(join(REPOSITORY, 'LICENSE'), 0o644));
    assert.ok(readFileSync(tarball).equals(readFileSync(folder.path(again))));
    folder.remove();
  });

  // @verifies RT-6.1/AC14~2a2e97
  it('needs no other package', () => {
    assert.deepEqual(
      readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['reqtrace'],
    );
  });

  // @verifies RT-6.1/AC14~2a2e97
  it('runs as npx reqtrace', async () => {
    const stdout = await npx(['--version']);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/u);
  });

  /** What npx starts, without npx, which takes longer. */
  const run = (args: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(installed, 'dist/cli.cjs'), ...args], { maxBuffer: 1 << 26 });

  it('checks a real repository', async () => {
    const stdout = await npx(['check', '--root', project.root]);
    assert.match(stdout, /docs\/launch\.md:13:7 +information +unmet-criterion +IP-1\.1\/AC3/u);
    project.write('src/wrong.ts', '// @implements IP-1.9\n');
    await assert.rejects(npx(['check', '--root', project.root]), (error) => error instanceof Error && 'code' in error && error.code === 1);
  });

  it('brings the pages of the findings, which SARIF takes in', async () => {
    const { stdout } = await run(['check', '--root', project.root, '--format', 'sarif', '--fail-on', 'never']);
    const [{ tool }] = JSON.parse(stdout).runs;
    assert.ok(tool.driver.rules.length);
    for (const { id, help } of tool.driver.rules) assert.match(help?.text ?? '', new RegExp(`^# ${id}\n`, 'u'));
  });

  it('brings its texts in other languages', async () => {
    const listed = (language: string) => run(['list', '--lang', language, '--root', project.root]);
    assert.match((await listed('en')).stdout, / criterion /u);
    assert.match((await listed('de')).stdout, / Kriterium /u);
    assert.match((await listed('zh-cn')).stdout, / 验收标准 /u);
  });

  const cli = (args: readonly string[]) => spawn(process.execPath, [join(installed, 'dist/cli.cjs'), ...args]);

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
    const { stdout } = await run(['report', '--format', 'json', '--root', project.root]);
    assert.equal(JSON.parse(stdout).summary.criteria, 3005);
  });
});
