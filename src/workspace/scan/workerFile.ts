import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the program of a worker lies: `worker.cjs` beside the bundle that this is part of, or `worker.ts` beside this
 * file where the sources are run as they are. Undefined if it is missing; then the work is done without workers.
 */
export function workerFile(): URL | undefined {
  const here = import.meta.url;
  const file = new URL(here.endsWith('.ts') ? './worker.ts' : './worker.cjs', here);
  return existsSync(fileURLToPath(file)) ? file : undefined;
}
