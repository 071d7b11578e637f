import nodePath from 'node:path';
import type { FilePath } from '../model/position.ts';
import { isSettled, stampOf } from './cache/stamp.ts';
import { git } from './git.ts';
import type { GitOptions } from './git.ts';
import type { Stamp } from './readFile.ts';

/** What git knows of the state of the files of a folder, without reading any. */
export interface TrackedState {
  /** Absolute path of git's index file, `/repo/.git/index`. */
  readonly file: string;
  readonly stamp: Stamp;
  /** Tracked files whose size, times or inode are not those that the index file has of them; those that are gone, too. */
  readonly changed: readonly FilePath[];
}

/** Whatever the repository's own settings say, all that tells one state of a file from another is looked at. */
const STRICT = ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default'];

/**
 * Asks git which tracked files are not as its index file has them. As long as the index file itself stays the same, what is not among
 * these is the same, too. Git looks at all files of a large tree in a fraction of the time that we would take.
 *
 * @param since when what git's answer is held against was read first, in milliseconds since 1970: an index file that was written then or later says
 * nothing about that.
 * @returns undefined where git does not answer, or its index file is too young.
 * @throws the signal's reason when it is aborted.
 */
export async function trackedState(root: string, since: number, options: GitOptions = {}): Promise<TrackedState | undefined> {
  const [place, changed] = await Promise.all([
    git(root, ['rev-parse', '--git-path', 'index'], options),
    listed(root, [...STRICT, 'diff-files', '--name-only', '--ignore-submodules=all', '--relative'], options),
  ]);
  if (place?.exitCode !== 0 || !changed) return undefined;
  const file = nodePath.resolve(root, place.output.replace(/\r?\n$/u, ''));
  const stamp = stampOf(file);
  return stamp && isSettled(stamp, since) ? { file, stamp, changed } : undefined;
}

/** Files that git's index has; undefined where it does not answer, or was told not to look at some of them. */
export async function trackedFiles(root: string, options: GitOptions = {}): Promise<readonly FilePath[] | undefined> {
  // `H path`; in small letters for one that is taken as unchanged, S for one that a sparse checkout leaves out.
  const entries = await listed(root, ['ls-files', '-v', '--cached'], options);
  return entries?.every((entry) => /^[A-RT-Z] /u.test(entry)) ? entries.map((entry) => entry.slice(2)) : undefined;
}

async function listed(root: string, args: readonly string[], options: GitOptions): Promise<readonly FilePath[] | undefined> {
  const answer = await git(root, [...args, '-z'], options);
  return answer?.exitCode === 0 ? answer.output.split('\0').slice(0, -1) : undefined;
}
