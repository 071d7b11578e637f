import { noSchemaValidator } from './esbuild.agents.mjs';
import { plainTokens } from './esbuild.markdown.mjs';
import { pageProgram } from './esbuild.page.mjs';

/**
 * What all programs have in common.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
const COMMON = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: /** @type {string[]} */ (['vscode']),
  mainFields: /** @type {string[]} */ (['module', 'main']),
  plugins: /** @type {import('esbuild').Plugin[]} */ ([pageProgram, plainTokens, noSchemaValidator]),
  logLevel: 'warning',
});

/**
 * How a program is built that is one self-contained file: the extension, which VS Code loads as CommonJS, and what tests start.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const PROGRAM = /** @type {const} */ ({
  ...COMMON,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  // CommonJS has no such thing; the bundles look for the worker beside themselves.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
});

/**
 * How the programs of the product are built that have most of the engine in common: it lies in chunks beside them, once. Packages that are CommonJS ask Node for its
 * own modules by `require`.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const PROGRAMS = /** @type {const} */ ({
  ...COMMON,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  banner: { js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);" },
});

/** What runs in a worker of a browser; a program that asks for a module of Node is not built. */
const WEB = /** @type {const} */ ({
  ...COMMON,
  platform: 'browser',
  target: 'es2022',
  mainFields: /** @type {string[]} */ (['browser', 'module', 'main']),
});

/**
 * How the extension is built for a browser, which loads it as CommonJS: of a package of ES modules VS Code only takes that by this ending there.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const WEB_EXTENSION = /** @type {const} */ ({ ...WEB, outExtension: { '.js': '.cjs' }, format: 'cjs' });

/**
 * How the language server is built for a worker of a browser: a plain script.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const WEB_SERVER = /** @type {const} */ ({ ...WEB, format: 'iife' });
