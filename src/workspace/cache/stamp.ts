import { entryAt } from '../files/entryAt.ts';
import { stampFrom } from '../files/readFile.ts';
import type { Stamp } from '../files/readFile.ts';

/** Times of file systems are whole seconds or finer, on FAT even ones. */
const COARSE = 2000;
/** What a fine clock may still not tell apart, in milliseconds: kernels move theirs on a hundred times a second. */
const FINE = 100;

/** The stamp of a regular file; undefined for anything else. */
export function stampOf(systemPath: string): Stamp | undefined {
  const entry = entryAt(systemPath);
  return entry?.isFile() ? stampFrom(entry) : undefined;
}

/**
 * False for a file that changed so shortly before it was read that another change could leave the same stamp, as git calls
 * "racy": nothing about it may be kept.
 *
 * @param read when it was read, in milliseconds since 1970.
 */
export function isSettled({ modified, changed }: Stamp, read: number): boolean {
  const last = Math.max(modified, changed);
  return last < read - (last % 1000 === 0 ? COARSE : FINE);
}

/** True if both are of the same state of a file. */
export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
}

/** True for a value from a file on disk that is a stamp. */
export function isStamp(value: unknown): value is Stamp {
  const { size, modified, changed, inode } = (value ?? {}) as { readonly [name in keyof Stamp]?: unknown };
  return [size, modified, changed, inode].every((number) => Number.isFinite(number));
}
