import path from 'node:path';
import { liveWithServer } from '../../test/support/fuzz/server/serverLife.ts';
import type { ServerDifference } from '../../test/support/fuzz/server/serverLife.ts';

/** After so many a new folder is begun, so that what differs can be found again by its seed in a while. */
const OPERATIONS_OF_ONE = 500;

/** Servers of one seed after another, until so many operations are done in all. */
export async function fuzzServer(first: number, operations: number, each: boolean): Promise<void> {
  const server = path.resolve(import.meta.dirname, '../../dist/server.cjs');
  console.log(`Seeds from ${first}, ${operations} operations.`);
  let [done, differences] = [0, 0];
  for (let seed = first; done < operations; seed += 1) {
    const size = Math.min(OPERATIONS_OF_ONE, operations - done);
    const difference = await liveWithServer({ server, seed, operations: size, each });
    done += difference?.done ?? size;
    if (difference) {
      differences += 1;
      console.error(describe(seed, difference));
      process.exitCode = 1;
    }
    console.log(`seed ${seed}: ${done} operations, ${differences} differences`);
  }
}

function describe(seed: number, { trail, done, lasting, fresh }: ServerDifference): string {
  const [was, is] = [linesOf(lasting), linesOf(fresh)];
  const only = (lines: readonly string[], others: readonly string[]): string[] =>
    lines.filter((line) => !others.includes(line)).slice(0, 15);
  return [
    `\nThe server of seed ${seed} differs from a new one after ${done} operations; those since the last comparison:`,
    `    ${trail.join(', ')}`,
    ...only(was, is).map((line) => `  lasting ${line}`),
    ...only(is, was).map((line) => `  fresh   ${line}`),
  ].join('\n');
}

function linesOf(told: unknown): readonly string[] {
  const { state, rows, findings } = told as { readonly state: unknown[]; readonly rows: unknown[]; readonly findings: unknown[] };
  return [...state, ...rows, ...findings].map((line) => JSON.stringify(line));
}
