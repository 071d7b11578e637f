import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RUNNERS } from './runners/list.ts';
import type { Runner } from './runners/runner.ts';
import { scrub } from './runners/scrub.ts';

/*
 * `npm run runners -- [NAME...] [--update] [--keep]`: runs the test runners of `runners/list.ts` for real, one after another, each in a folder of its own with the
 * project of its name, and compares the results that they write with those in `test/fixtures/results/`. `--update` writes these anew, so that `git diff`
 * shows what another version does otherwise; `npx mocha test/docs/runners.test.ts` then says what is read of them. `--keep` leaves the folders behind.
 */

const FIXTURES = path.resolve(import.meta.dirname, '../test/fixtures');
const RESULTS = path.join(FIXTURES, 'results');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !RUNNERS.some((runner) => runner.name === name));
if (unknown.length > 0) throw new Error(`No such runner: ${unknown.join(', ')}. There are ${RUNNERS.map(({ name }) => name).join(', ')}.`);

for (const runner of RUNNERS) if (positionals.length === 0 || positionals.includes(runner.name)) runOne(runner);

function runOne(runner: Runner): void {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `runner-${runner.name}-`)));
  try {
    cpSync(projectOf(runner.name), folder, { recursive: true });
    const version = install(runner, folder);
    if (version === undefined) return console.log(`${runner.name}: not on this machine`);
    const name = `${runner.name}@${version}`;
    if (values.update) removeOthers(runner.name);
    for (const { command, file, printed, environment } of runner.runs) {
      const [program = '', ...others] = command;
      const ran = spawnSync(program, others, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...surroundings(), ...environment },
        maxBuffer: 1e8,
      });
      if (printed) writeFileSync(path.join(folder, file), ran.stdout);
      if (existsSync(path.join(folder, file))) keep(name, file, scrub(readFileSync(path.join(folder, file), 'utf8'), folder));
      else report(`${name}/${file}: not written\n${ran.stderr || ran.stdout}`);
    }
  } finally {
    if (values.keep) console.log(`${runner.name}: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** The project of a runner; two versions of one share it: `node-26` has that of `node`. */
function projectOf(name: string): string {
  const own = path.join(FIXTURES, 'runners', name);
  return existsSync(own) ? own : path.join(FIXTURES, 'runners', name.replace(/-\d+$/u, ''));
}

/** Installs what the runner needs. Returns its version; undefined if it is not there and cannot be installed. */
function install({ packages, version }: Runner, folder: string): string | undefined {
  if (packages) {
    if (!existsSync(path.join(folder, 'package.json'))) writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { cwd: folder, stdio: 'inherit' });
    return /(?<=.@)[^@]+$/u.exec(packages[0] ?? '')?.[0];
  }
  const [program = '', ...others] = version ?? [];
  const ran = spawnSync(program, others, { cwd: folder, encoding: 'utf8' });
  return /\d+(?:\.\d+)+/u.exec(`${ran.stdout}${ran.stderr}`)?.[0];
}

/** The environment without what makes runners think that they run within this one, or that a person looks on. */
function surroundings(): NodeJS.ProcessEnv {
  const left = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_|FORCE_COLOR$|INIT_CWD$|PYTEST_)/u.test(name));
  return { ...Object.fromEntries(left), CI: '1', NO_COLOR: '1' };
}

function removeOthers(runner: string): void {
  mkdirSync(RESULTS, { recursive: true });
  for (const folder of readdirSync(RESULTS)) if (folder.startsWith(`${runner}@`)) rmSync(path.join(RESULTS, folder), { recursive: true });
}

function keep(name: string, file: string, text: string): void {
  const fixture = path.join(RESULTS, name, file);
  if (values.update) {
    mkdirSync(path.dirname(fixture), { recursive: true });
    writeFileSync(fixture, text);
    console.log(`${name}/${file}: written`);
  } else if (!existsSync(fixture)) report(`${name}/${file}: no fixture yet; --update writes it`);
  else if (readFileSync(fixture, 'utf8') === text) console.log(`${name}/${file}: as before`);
  else report(`${name}/${file}: differs; --update writes it anew, and git diff shows how`);
}

function report(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
