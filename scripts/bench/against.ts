import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATTERN } from './measure.ts';
import { processorTime } from './processorTime.ts';
import { race } from './race.ts';
import type { Runner } from './race.ts';
import { SHAPES, shapeTree } from './shapes.ts';

/** Two builds to be raced: the folders of their programs, `dist`. */
export interface Builds {
  readonly here: string;
  readonly against: string;
}

/**
 * Races two builds and `git grep` on trees of several shapes, as whole programs that run in turn, by the processor time of all their threads and children
 * (Linux): `againstTable({ here: 'dist', against: '../before/dist' }, ['documents'], 3)`.
 *
 * @returns line by line, as they come: milliseconds, and this build's share of the other and of `git grep`.
 */
export function* againstTable(builds: Builds, shapes: readonly string[], runs: number): Generator<string> {
  const heads = ['shape', 'what', 'against', 'here', 'here : against', 'git grep', 'here : git grep', 'warm : cold of against'];
  for (const row of [heads, heads.map(() => '---')]) yield line(row);
  for (const shape of shapes) for (const row of rowsOf(shape, builds, runs)) yield line(row);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** What is raced unless some shapes are named. */
export const ALL_SHAPES = Object.keys(SHAPES);

function rowsOf(shape: string, { here, against }: Builds, runs: number): string[][] {
  const caches = [here, against].map(() => mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-cache-')));
  const program = (name: string, dist: string, args: readonly string[], cache?: string): Runner => ({
    name,
    command: process.execPath,
    args: [path.join(dist, 'cli.cjs'), 'report', ...args],
    ...(cache && { environment: { REQTRACE_CACHE_DIR: cache } }),
  });
  try {
    const times = race(
      [
        program('against cold', against, ['--no-cache']),
        program('here cold', here, ['--no-cache']),
        program('against warm', against, [], caches[1]),
        program('here warm', here, [], caches[0]),
        { name: 'git grep', command: 'git', args: ['grep', '-n', '-I', '-E', '-e', PATTERN] },
      ],
      shapeTree(shape),
      runs,
      processorTime,
    );
    const time = (name: string): number => times[name] ?? Number.NaN;
    const row = (what: string, warm: string): string[] => [
      shape,
      what,
      String(time(`against ${what}`)),
      String(time(`here ${what}`)),
      share(time(`here ${what}`), time(`against ${what}`)),
      String(time('git grep')),
      share(time(`here ${what}`), time('git grep')),
      warm,
    ];
    return [row('cold', ''), row('warm', share(time('here warm'), time('against cold')))];
  } finally {
    for (const cache of caches) rmSync(cache, { recursive: true, force: true });
  }
}

function share(one: number, of: number): string {
  return (one / of).toFixed(2);
}
