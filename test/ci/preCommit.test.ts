import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bin, name, scripts, version } from '../../package.json';
import { PROJECT, Sandbox } from '../support/sandbox.ts';
import { buildProduct, REPOSITORY } from '../support/ci.ts';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames: boolean;
}

const hooks: readonly Hook[] = parse(readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'));

describe('the pre-commit hooks', () => {
  const repository = new Sandbox(PROJECT);
  before(() => {
    repository.git('init', '-q');
    for (const [name, value] of [
      ['user.name', 'Writer'],
      ['user.email', 'writer@example.com'],
      ['commit.gpgSign', 'false'],
    ] as const)
      repository.git('config', name, value);
    repository.git('add', '.');
    repository.git('commit', '-q', '-m', 'first');
  });
  after(() => repository.remove());

  async function codes(): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const { id, entry } of hooks) found[id] = (await repository.run(entry.split(' ').slice(1))).code;
    return found;
  }

  it('let a commit through that harms nothing', async () => {
    assert.deepEqual(await codes(), { reqtrace: 0, 'reqtrace-diff': 0 });
  });

  it('stop a reference to nothing', async () => {
    repository.write('src/wrong.ts', '// @implements IP-1.9\n');
    assert.deepEqual(await codes(), { reqtrace: 1, 'reqtrace-diff': 0 });
    repository.write('src/wrong.ts', '');
  });

  // @verifies RT-9.2/AC4~afd3cb
  it('stop what is staged and breaks a criterion', async () => {
    repository.write('src/orders.ts', '');
    assert.deepEqual(await codes(), { reqtrace: 0, 'reqtrace-diff': 0 });
    repository.git('add', '.');
    assert.deepEqual(await codes(), { reqtrace: 0, 'reqtrace-diff': 1 });
  });

  it('look at what is committed, however git is told', async () => {
    await buildProduct();
    const other = new Sandbox(PROJECT);
    try {
      other.git('init', '-q');
      for (const setting of [
        ['user.name', 'Writer'],
        ['user.email', 'writer@example.com'],
        ['commit.gpgSign', 'false'],
      ])
        other.git('config', ...setting);
      other.git('add', '.');
      other.git('commit', '-q', '-m', 'first');
      const hook = hooks.find(({ id }) => id === 'reqtrace-diff')?.entry ?? assert.fail();
      other.write(
        '.git/hooks/pre-commit',
        `#!/bin/sh\n'${process.execPath}' '${REPOSITORY}dist/cli.cjs' ${hook.slice(hook.indexOf(' '))} 2>&1\n`,
      );
      chmodSync(other.path('.git/hooks/pre-commit'), 0o755);
      other.write('src/orders.ts', '');
      other.write('README.md', 'One\n');
      for (const args of [['-a'], ['src/orders.ts'], ['--only', 'src/orders.ts'], ['--include', 'src/orders.ts']]) {
        const { status, stderr } = spawnSync('git', ['commit', '-q', '-m', 'breaks', ...args], { cwd: other.root, encoding: 'utf8' });
        assert.deepEqual([status, /Broken/u.test(stderr)], [1, true], `${args.join(' ')}: ${stderr}`);
      }
      assert.doesNotThrow(() => other.git('commit', '-q', '-m', 'harmless', '--allow-empty'));
    } finally {
      other.remove();
    }
  });

  it('are what pre-commit installs: a Node package that builds itself when it is installed from its repository', () => {
    for (const { entry, language, pass_filenames: fileNames } of hooks) {
      assert.deepEqual([entry.split(' ')[0], language, fileNames], [Object.keys(bin)[0], 'node', false]);
    }
    assert.equal(scripts.prepare, 'node esbuild.config.mjs');
  });

  it('can be packed as pre-commit does it, which takes all that npm prints for the name of the file', () => {
    const printed = execFileSync('npm', ['pack', '--pack-destination', repository.root], {
      cwd: REPOSITORY,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    assert.equal(printed, `${name}-${version}.tgz\n`);
  });
});
