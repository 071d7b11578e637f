import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the program of a worker lies: `worker.mjs` beside the bundle that this is part of (`worker.cjs` where that is a single file), or `worker.ts` beside this
 * file where the sources are run as they are. Undefined if it is missing; then the work is done without workers.
 */
export function workerFile(): URL | undefined {
  const here = import.meta.url;
  const names = here.endsWith('.ts') ? ['./worker.ts'] : ['./worker.mjs', './worker.cjs'];
  return names.map((name) => new URL(name, here)).find((file) => existsSync(fileURLToPath(file)));
}
