import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/*
 * `npm run running [-- NAME...] [--update]`: has `reqtrace test` run the tests of the projects in `test/fixtures/running/` with real test runners, and compares what it says with the file
 * `expected.txt` of each. Whatever is not asked for throws in them. It needs the network for those from npm and leaves out what the machine does not have; it is no part of `npm test`.
 */

const FIXTURES = path.resolve(import.meta.dirname, '../test/fixtures/running');
const CLI = path.resolve(import.meta.dirname, '../dist/cli.cjs');

/** A runner with what it needs: packages of npm, or a program that is on the machine; and what has to be done once. */
interface Needs {
  readonly name: string;
  readonly packages?: readonly string[];
  readonly program?: string;
  readonly prepare?: readonly string[];
}

const RUNNERS: readonly Needs[] = [
  { name: 'node', program: 'node' },
  { name: 'vitest', packages: ['vitest@4.1.12'] },
  { name: 'jest', packages: ['jest@30.5.2'] },
  { name: 'mocha', packages: ['mocha@12.0.3'] },
  { name: 'playwright', packages: ['@playwright/test@1.65.1'] },
  { name: 'cucumber', packages: ['@cucumber/cucumber@12'] },
  { name: 'bats', packages: ['bats@1'] },
  { name: 'bun', packages: ['bun@1.4.5'] },
  { name: 'deno', packages: ['deno@2.9.6'] },
  { name: 'pytest', program: 'pytest' },
  { name: 'unittest', program: 'python3' },
  { name: 'go', program: 'go' },
  { name: 'cargo', program: 'cargo' },
  { name: 'rspec', program: 'rspec' },
  { name: 'minitest', program: 'ruby' },
  { name: 'phpunit', program: 'phpunit' },
  { name: 'gtest', program: 'ctest', prepare: ['cmake', '-B', 'build'] },
  { name: 'catch2', program: 'ctest', prepare: ['cmake', '-B', 'build'] },
  { name: 'maven', program: 'mvn' },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean', default: false } } });
for (const runner of RUNNERS) if (positionals.length === 0 || positionals.includes(runner.name)) runOne(runner);

function runOne({ name, packages, program, prepare }: Needs): void {
  if (program !== undefined && spawnSync(program, ['--version']).error) return console.log(`${name}: not on this machine`);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `running-${name}-`)));
  try {
    cpSync(path.join(FIXTURES, name), folder, { recursive: true });
    cpSync(path.join(FIXTURES, 'requirements.md'), path.join(folder, 'docs/requirements.md'));
    if (packages)
      execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
        cwd: folder,
        stdio: 'inherit',
      });
    if (prepare) execFileSync(prepare[0] ?? '', prepare.slice(1), { cwd: folder, stdio: 'ignore' });
    // Programs from npm that are not started by node.
    const env = { ...process.env, PATH: `${path.join(folder, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const { stdout, stderr } = spawnSync(process.execPath, [CLI, 'test', '--no-cache'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
      env,
    });
    compare(name, stdout, stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(name: string, said: string, told: string): void {
  const file = path.join(FIXTURES, name, 'expected.txt');
  if (values.update) writeFileSync(file, said);
  // Node 20 cannot select a group, so that the whole file runs.
  const ranOthers = name !== 'node' && told.includes('must not run');
  if (!ranOthers && existsSync(file) && readFileSync(file, 'utf8') === said) return console.log(`${name}: as before`);
  console.error(`${name}: differs${ranOthers ? ', and ran what was not asked for' : ''}\n${said}${told}`);
  process.exitCode = 1;
}
