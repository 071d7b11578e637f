import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { PROGRAM } from '../../../esbuild.options.mjs';
import { madeOnce } from '../testRun.ts';

/** The programs that tests start. They are those of the product, but readable, and they keep nothing for the next start. */
const ENTRIES = [
  'src/cli/main.ts',
  'src/server/main.ts',
  'src/mcp/main.ts',
  'src/workspace/scan/worker.ts',
  'test/support/server/haltingServer.ts',
  'test/support/faults/readFolder.ts',
  'test/support/faults/readHostile.ts',
  'test/support/faults/readPatterns.ts',
  'test/support/faults/writeCache.ts',
] as const;

/**
 * Path of one entry, `src/server/main.ts`, as a file of its own, so that a test starts it as a user does: as one program, without
 * a loader. The worker lies beside it, as in `dist`.
 */
export async function bundle(entry: (typeof ENTRIES)[number]): Promise<string> {
  const folder = await madeOnce('bundles', async (outdir) => {
    await build({ ...PROGRAM, entryPoints: Object.fromEntries(ENTRIES.map((each) => [nameOf(each), each])), outdir });
  });
  return join(folder, `${nameOf(entry)}.cjs`);
}

/** `server` for `src/server/main.ts`, `worker` for `src/workspace/scan/worker.ts`, as in the product's `dist`. */
function nameOf(entry: string): string {
  return basename(entry.replace(/\/main\.ts$/u, ''), '.ts');
}
