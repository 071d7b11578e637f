import path from 'node:path';
import { build, buildSync } from 'esbuild';

/*
 * The program of the page *Traceability matrix*: src/report/page as one text, which is a part of every report. CLI and server hold it
 * as a constant, since a report is made without reading files.
 */

/** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
const PAGE = {
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/report/page/main.ts'],
  bundle: true,
  format: 'iife',
  globalName: 'matrixPage',
  target: 'es2022',
  minify: true,
  write: false,
  metafile: true,
  logLevel: 'warning',
};

/** The program, bundled from the sources as they are now: it defines `matrixPage.start`. */
export function bundlePage() {
  return textOf(buildSync(PAGE));
}

/**
 * Puts the program in the place of `src/report/html/pageProgram.ts`, and again when its sources change.
 *
 * @type {import('esbuild').Plugin}
 */
export const pageProgram = {
  name: 'page program',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]report[\\/]html[\\/]pageProgram\.ts$/ }, async () => {
      const page = await build(PAGE);
      return {
        contents: `export const pageProgram = () => ${JSON.stringify(textOf(page))};`,
        watchFiles: Object.keys(page.metafile.inputs).map((file) => path.join(import.meta.dirname, file)),
      };
    });
  },
};

/** @param {import('esbuild').BuildResult<{ write: false }>} page */
function textOf({ outputFiles }) {
  return outputFiles[0]?.text ?? '';
}
