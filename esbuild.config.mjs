import { existsSync } from 'node:fs';
import { build } from 'esbuild';

/** One self-contained CommonJS file per face. */
const entries = {
  cli: 'src/cli/main.ts',
  server: 'src/server/main.ts',
  extension: 'src/extension/extension.ts',
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
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
