import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { noticesOf } from './esbuild.notices.mjs';
import { PROGRAM } from './esbuild.options.mjs';

/*
 * Builds `dist`: one program per face, and one for the worker threads of CLI and server.
 * With --watch, again after each change, readable and with source maps for the debugger.
 */

const watches = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions & { write: false }} */
const options = {
  ...PROGRAM,
  entryPoints: {
    cli: 'src/cli/main.ts',
    server: 'src/server/main.ts',
    extension: 'src/extension/extension.ts',
    mcp: 'src/mcp/main.ts',
    worker: 'src/workspace/scan/worker.ts',
  },
  outdir: 'dist',
  minify: !watches,
  sourcemap: watches && 'inline',
  // A program that is built again while it runs keeps nothing for the next start.
  define: { ...PROGRAM.define, ...(!watches && { REQTRACE_BUILD: JSON.stringify(sumOfSources()) }) },
  // The task of .vscode/tasks.json waits for what esbuild says.
  logLevel: watches ? 'info' : PROGRAM.logLevel,
  write: false,
  metafile: true,
  plugins: [
    ...PROGRAM.plugins,
    {
      name: 'put in place',
      setup: ({ onEnd }) =>
        onEnd(({ outputFiles = [], metafile }) => {
          outputFiles.forEach(putInPlace);
          if (metafile) putInPlace({ path: 'dist/NOTICES.txt', contents: Buffer.from(noticesOf(metafile)) });
        }),
    },
  ],
};

if (watches) await (await context(options)).watch();
else await build(options);

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
