import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const made: string[] = [];

/**
 * Bundles one entry of the product, `src/server/main.ts`, into a file of its own, so that a test starts it as a user does: as
 * one program, without a loader.
 */
export async function bundle(...entries: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reqtrace-bundle-'));
  made.push(folder);
  await build({
    entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), entry])),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // As in esbuild.config.mjs: CommonJS has no such thing.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  return join(folder, `${nameOf(entries[0] ?? '')}.cjs`);
}

/** `server` for `src/server/main.ts`, `worker` for `src/workspace/scan/worker.ts`, as in the product's `dist`. */
function nameOf(entry: string): string {
  return basename(entry.replace(/\/main\.ts$/u, ''), '.ts');
}

after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
