import { plainTokens } from './esbuild.markdown.mjs';
import { pageProgram } from './esbuild.page.mjs';

/**
 * How each program of the product is built, wherever it is built: one self-contained CommonJS file for Node.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const PROGRAM = /** @type {const} */ ({
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // CommonJS has no such thing; the bundles look for the worker beside themselves.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  mainFields: ['module', 'main'],
  plugins: /** @type {import('esbuild').Plugin[]} */ ([pageProgram, plainTokens]),
  logLevel: 'warning',
});
