import path from 'node:path';
import { build } from 'esbuild';

export const REPOSITORY = path.join(import.meta.dirname, '../..');
/** Where the probe is built and results are written; ignored by git. */
export const OUTPUT = path.join(REPOSITORY, 'out/bench');

/** Bundles the probe from the sources as they are, so that no time goes into compiling while it runs. */
export async function buildProbe(): Promise<string> {
  await build({
    entryPoints: { probe: path.join(REPOSITORY, 'scripts/bench/probe.ts'), worker: path.join(REPOSITORY, 'src/workspace/scan/worker.ts') },
    outdir: OUTPUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  return path.join(OUTPUT, 'probe.cjs');
}
