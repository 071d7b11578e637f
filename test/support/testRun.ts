import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/* What the test files of one run share, whatever process each runs in. Mocha loads this file first (.mocharc.cjs). */

const RUN = 'REQTRACE_TEST_RUN';

/** Mocha calls it once, before it starts its processes, which inherit the variable. */
export function mochaGlobalSetup(): void {
  process.env[RUN] = mkdtempSync(join(tmpdir(), 'reqtrace-run-'));
  // What tests start says the same on every machine.
  process.env['LC_ALL'] = 'C';
}

/** Mocha calls it once, after the last test. */
export function mochaGlobalTeardown(): void {
  rmSync(process.env[RUN] ?? '', { recursive: true, force: true });
}

/**
 * A folder that is made once in a run, by the first test file that asks for it: `await madeOnce('bundles', (folder) => …)`. The others
 * wait until it is whole.
 *
 * @throws in each of them if it cannot be made.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const run = process.env[RUN];
  if (run === undefined) throw new Error('only in a run of Mocha');
  const folder = join(run, name);
  const [partial, fault] = [`${folder}.partial`, `${folder}.fault`];
  if (isFirst(`${folder}.claimed`)) {
    mkdirSync(partial);
    try {
      await make(partial);
      renameSync(partial, folder);
    } catch (error) {
      writeFileSync(fault, String(error));
    }
  }
  while (!existsSync(folder)) {
    if (existsSync(fault)) throw new Error(`${name}: ${readFileSync(fault, 'utf8')}`);
    await wait(20);
  }
  return folder;
}

/** A new folder that is removed after the run: `inRun('empty-')`. */
export function inRun(prefix: string): string {
  return mkdtempSync(join(process.env[RUN] ?? tmpdir(), prefix));
}

/** Only one process can make a folder. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}
