import nodePath from 'node:path';
import { stampOf } from '../cache/stamp.ts';

/** What a file takes in git's index at least, in all of its versions but the fourth: 62 bytes and a name (gitformat-index(5)). */
const ENTRY_BYTES = 64;

/**
 * True if git's index file at the root of a repository is too small for that many files: `tracksFewer('/repo', 200)`. Nobody asks git, so it
 * takes no time. False where there is no such file, as in a further worktree, in a folder of a repository and where there is no git.
 */
export function tracksFewer(root: string, files: number): boolean {
  const index = stampOf(nodePath.join(root, '.git', 'index'));
  return index !== undefined && index.size < files * ENTRY_BYTES;
}
