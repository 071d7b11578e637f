import { closeSync, openSync, readSync } from 'node:fs';
import nodePath from 'node:path';
import { INDEX_HEADER, countOfEntries } from './gitIndex.ts';

/**
 * How many files git tracks: `countTracked('/repo')` is 250, as the first bytes of its index file say. Nobody asks git, so it takes no time. Undefined
 * where there is no such file, as in a further worktree, in a folder of a repository and where there is no git.
 */
export function countTracked(root: string): number | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(nodePath.join(root, '.git', 'index'), 'r');
    const header = Buffer.alloc(INDEX_HEADER);
    readSync(descriptor, header);
    return countOfEntries(header);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
