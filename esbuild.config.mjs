import { existsSync } from 'node:fs';
import { build } from 'esbuild';

/** One self-contained CommonJS file per face, and one for the worker threads of CLI and server. */
const entries = {
  cli: 'src/cli/main.ts',
  server: 'src/server/main.ts',
  extension: 'src/extension/extension.ts',
  worker: 'src/workspace/scan/worker.ts',
};

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  external: ['vscode'],
  // CommonJS has no such thing; the bundles look for the worker beside themselves.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
