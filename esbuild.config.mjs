import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
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
  define: { 'import.meta.url': 'bundleUrl', REQTRACE_BUILD: JSON.stringify(sumOfSources()) },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});

/** Facts kept by another build are not taken over, as it may have read files differently. */
function sumOfSources() {
  const sum = createHash('sha256');
  for (const name of readdirSync('src', { recursive: true }).sort())
    if (name.endsWith('.ts')) sum.update(name).update(readFileSync(`src/${name}`));
  return sum.digest('hex').slice(0, 16);
}
