import { lstatSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import nodePath from 'node:path';
import type { FilePath } from '../../model/position.ts';
import { stateBytes } from '../git/gitIndex.ts';
import type { IndexEntries, IndexLayout } from '../git/gitIndex.ts';

/** Kernels move the clock of files on a hundred times a second: a file that is written now may be a little older. */
const COARSE_MS = 100;
/** Where a state has what lstat(2) told, see gitformat-index(5): numbers of 32 bits. */
const FIELDS: readonly (readonly [at: number, of: (entry: BigIntStats) => bigint])[] = [
  [0, ({ ctimeNs }) => ctimeNs / 1_000_000_000n],
  [4, ({ ctimeNs }) => ctimeNs % 1_000_000_000n],
  [8, ({ mtimeNs }) => mtimeNs / 1_000_000_000n],
  [12, ({ mtimeNs }) => mtimeNs % 1_000_000_000n],
  [20, ({ ino }) => ino],
  [36, ({ size }) => size],
];
const CHANGED_AT = 0;
const MODIFIED_AT = 8;

/**
 * Files that git may take for unchanged though they are not, as Git's "Racy Git" (Documentation/technical/racy-git.txt) describes it: they
 * were written in the second in which they were read, and git compares whole seconds. Its own commands look out for them when they write
 * the index, other programs that write one do not.
 *
 * @param since when the first of them was read, in milliseconds since 1970.
 * @returns their places among the entries.
 */
export function racyEntries({ paths, states }: IndexEntries, layout: IndexLayout, since: number): readonly number[] {
  const second = Math.floor((since - COARSE_MS) / 1000);
  return [...paths.keys()].filter((at) => {
    const start = at * stateBytes(layout);
    return Math.max(states.readUInt32BE(start + CHANGED_AT), states.readUInt32BE(start + MODIFIED_AT)) >= second;
  });
}

/** False if a file of the folder is not what the index said of it, to the nanosecond; also where the index has no nanoseconds. */
export function isAsIndexed(root: string, path: FilePath, state: Buffer): boolean {
  try {
    const entry = lstatSync(nodePath.join(root, path), { bigint: true });
    return FIELDS.every(([at, of]) => BigInt.asUintN(32, of(entry)) === BigInt(state.readUInt32BE(at)));
  } catch {
    // Gone, or in a folder that is a file by now.
    return false;
  }
}
