import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { isBuilt, recordBuilt, sumOfInputs } from './esbuild.built.mjs';
import { noticesOf } from './esbuild.notices.mjs';
import { PROGRAM, PROGRAMS, WEB_EXTENSION, WEB_SERVER } from './esbuild.options.mjs';

/*
 * Builds `dist`: the programs of the product. What the command line, the language server and the worker threads of both have in common lies in chunks beside
 * them; `cli.cjs` and `server.cjs` are where they are started from.
 * With --watch, again after each change, readable and with source maps for the debugger. Without, nothing is done where nothing has changed.
 */

const watches = process.argv.includes('--watch');
const inputsNow = watches ? '' : sumOfInputs();
const STARTERS = ['dist/cli.cjs', 'dist/server.cjs'];

/** The inputs of each build, for the notices. */
const built = new Map();

/**
 * @param {typeof PROGRAM | typeof PROGRAMS | typeof WEB_EXTENSION | typeof WEB_SERVER} program
 * @param {Record<string, string>} entryPoints
 * @returns {import('esbuild').BuildOptions & { write: false }}
 */
const optionsOf = (program, entryPoints) => ({
  ...program,
  entryPoints,
  outdir: 'dist',
  minify: !watches,
  sourcemap: watches && 'inline',
  // A program that is built again while it runs keeps nothing for the next start.
  define: { ...('define' in program && program.define), ...(!watches && { REQTRACE_BUILD: JSON.stringify(sumOfSources()) }) },
  // The task of .vscode/tasks.json waits for what esbuild says.
  logLevel: watches ? 'info' : program.logLevel,
  write: false,
  metafile: true,
  plugins: [
    ...program.plugins,
    {
      name: 'put in place',
      setup: ({ onEnd }) =>
        onEnd(({ outputFiles = [], metafile }) => {
          outputFiles.forEach(putInPlace);
          built.set(program, metafile);
          if (built.size < BUILDS.length) return;
          const inputs = Object.assign({}, ...[...built.values()].map((each) => each.inputs));
          putInPlace({ path: 'dist/NOTICES.txt', contents: Buffer.from(noticesOf({ inputs })) });
          const outputs = [...built.values()].flatMap((each) => Object.keys(each.outputs));
          removeOldChunks(outputs);
          if (!watches) recordBuilt(inputsNow, ['dist/NOTICES.txt', ...STARTERS, ...outputs], inputs);
        }),
    },
  ],
});

const BUILDS = [
  optionsOf(PROGRAM, { extension: 'src/extension/extension.ts' }),
  optionsOf(PROGRAMS, {
    cli: 'src/cli/main.ts',
    server: 'src/server/main.ts',
    mcp: 'src/mcp/main.ts',
    worker: 'src/workspace/scan/worker.ts',
  }),
  optionsOf(WEB_EXTENSION, { 'web/extension': 'src/extension/extensionWeb.ts' }),
  optionsOf(WEB_SERVER, { 'web/server': 'src/server/mainWeb.ts' }),
];

if (watches || !isBuilt(inputsNow)) {
  for (const file of STARTERS) putInPlace({ path: file, contents: Buffer.from(starterOf(path.basename(file, '.cjs'))) });
  for (const options of BUILDS) await (watches ? (await context(options)).watch() : build(options));
}

/**
 * What is started: a name that stays, of the kind that every host can load. Node's own code for a crash is 1, which would read as "there are findings"; to whoever runs a hook, 2 says that the agent is to be held back.
 * A Node that can (22.8) keeps what it compiled for the next start, which takes a third off it.
 *
 * @param {string} name
 */
function starterOf(name) {
  return `#!/usr/bin/env node
require('node:module').enableCompileCache?.();
import('./${name}.mjs').catch((error) => {
  process.exitCode = process.argv[2] === 'hook' ? 1 : 2;
  process.stderr.write(\`\${error instanceof Error ? error.stack : error}\n\`);
});
`;
}

/**
 * Chunks are named after what they hold, so that those of the build before would stay.
 *
 * @param {readonly string[]} outputs
 */
function removeOldChunks(outputs) {
  for (const name of readdirSync('dist'))
    if (/^(?:chunk-\w+\.mjs|(?:mcp|worker)\.cjs)$/u.test(name) && !outputs.includes(`dist/${name}`))
      rmSync(`dist/${name}`, { force: true });
}

/**
 * Whoever runs a program while it is built gets the old one or the new one, whole.
 *
 * @param {Pick<import('esbuild').OutputFile, 'path' | 'contents'>} file
 */
function putInPlace({ path: file, contents }) {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, file);
}

/** Facts kept by another build are not taken over, as it, or a package in it, may have read files differently. */
function sumOfSources() {
  const sum = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) sum.update(name).update(readFileSync(`src/${name}`));
  return sum.digest('hex').slice(0, 16);
}
