import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { minimatch } from 'minimatch';
import { PROGRAM } from '../esbuild.options.mjs';
import { removeAtExit } from './vscode/cleanup.ts';

/*
 * Runs unit tests, all of a kind at once:
 *
 *     tsx scripts/unitTests.ts [--large] [--results NAME] [--coverage] GLOB…
 *
 * They are bundled first. A process that loads sources through tsx is twice as large, and what costs most in these tests is to start git
 * and Node: the larger the process that starts one, the longer that takes. `--large` runs them in the size of `npm run test:slow`; `--results`
 * writes what became of each to out/results/NAME.xml, `--coverage` which lines of src they ran to out/coverage/lcov.info, by c8, which npm fetches.
 * A single file runs from its source, with the lines of the source in its stack traces: `npx mocha test/model/place.test.ts`.
 */

interface MochaOptions {
  readonly require: readonly string[];
  readonly ignore: readonly string[];
  readonly reporter: string;
  readonly timeout: number;
  readonly jobs: number;
}

const REPOSITORY = path.resolve(import.meta.dirname, '..');

const { values, positionals: globs } = parseArgs({
  options: { large: { type: 'boolean', default: false }, results: { type: 'string' }, coverage: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const options = createRequire(import.meta.url)(values.large ? '../.mocharc.slow.cjs' : '../.mocharc.cjs') as MochaOptions;
const out = path.join(REPOSITORY, 'out', `unit-${process.pid}`);
mkdirSync(out, { recursive: true });
removeAtExit(out);

/** Bundled or not, a module finds what lies beside its source; only worker threads are started from a bundle. */
const whereItWas: Plugin = {
  name: 'where it was',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path: file }) => {
      // What is bundled for other programs names it in a text.
      if (file.includes(`${path.sep}node_modules${path.sep}`) || path.basename(file) === 'esbuild.options.mjs') return undefined;
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const place = path.basename(file) === 'workerFile.ts' ? path.join(out, 'bundle.mjs') : file;
      const contents = text
        .replaceAll(/(?<!')import\.meta\.url/gu, JSON.stringify(pathToFileURL(place).href))
        .replaceAll(/(?<!')import\.meta\.dirname/gu, JSON.stringify(path.dirname(place)));
      return { contents, loader: file.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};

const REPORTER = 'scripts/results/reporter.ts';
const C8 = ['--yes', 'c8@10.1.3', 'report'];

const files = testFiles();
await bundle([...options.require, ...(values.results === undefined ? [] : [REPORTER]), ...files]);
process.exitCode = (await run()) || (values.coverage ? await writeCoverage() : 0);

/** In the order of the globs: what takes longest comes first, so that no process waits for it at the end. */
function testFiles(): string[] {
  const all = readdirSync(path.join(REPOSITORY, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => !options.ignore.some((ignored) => minimatch(file, ignored)))
    .sort();
  return [...new Set(globs.flatMap((pattern) => all.filter((file) => minimatch(file, pattern))))];
}

async function bundle(entryPoints: readonly string[]): Promise<void> {
  const common = { absWorkingDir: REPOSITORY, outdir: out, logLevel: 'warning', target: 'node20' } as const;
  await build({
    ...common,
    entryPoints: [...entryPoints],
    outbase: REPOSITORY,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What two files import is there once, with one state.
    splitting: true,
    ...(values.coverage && { sourcemap: 'inline' as const }),
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [whereItWas],
  });
  await build({ ...PROGRAM, ...common, entryPoints: { worker: 'src/workspace/scan/worker.ts' } });
}

async function run(): Promise<number> {
  const bundled = (file: string): string => path.join(out, file.replace(/\.ts$/u, '.mjs'));
  const mocha = path.join(REPOSITORY, 'node_modules/mocha/bin/mocha.js');
  const { jobs, reporter, timeout, require: first } = options;
  const reporting =
    values.results === undefined
      ? ['--reporter', reporter]
      : ['--reporter', bundled(REPORTER), '--reporter-option', `name=${values.results}`, '--reporter-option', `bundled=${out}`];
  const flags = ['--no-config', '--parallel', '--jobs', `${jobs}`, ...reporting, '--timeout', `${timeout}`];
  const child = spawn(
    process.execPath,
    [mocha, ...flags, ...first.flatMap((file) => ['--require', bundled(file)]), ...files.map(bundled)],
    {
      cwd: REPOSITORY,
      stdio: 'inherit',
      env: { ...process.env, ...(values.coverage && { NODE_V8_COVERAGE: path.join(out, 'coverage') }) },
    },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** V8 counts ranges of the bundle; c8 makes lines of the sources of them. */
async function writeCoverage(): Promise<number> {
  const places = ['--temp-directory', path.join(out, 'coverage'), '--report-dir', 'out/coverage'];
  const which = ['--exclude-after-remap', '--include', 'src/**', '--reporter', 'lcovonly'];
  const child = spawn('npx', [...C8, ...places, ...which], {
    cwd: REPOSITORY,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
