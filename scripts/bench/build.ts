import path from 'node:path';
import { build } from 'esbuild';
import { PROGRAM } from '../../esbuild.options.mjs';

export const REPOSITORY = path.join(import.meta.dirname, '../..');
/** Where the probe is built and results are written; ignored by git. */
export const OUTPUT = path.join(REPOSITORY, 'out/bench');

/** Bundles the probe from the sources as they are, so that no time goes into compiling while it runs. */
export async function buildProbe(): Promise<string> {
  await build({
    ...PROGRAM,
    entryPoints: { probe: path.join(REPOSITORY, 'scripts/bench/probe.ts'), worker: path.join(REPOSITORY, 'src/workspace/scan/worker.ts') },
    outdir: OUTPUT,
  });
  return path.join(OUTPUT, 'probe.cjs');
}
