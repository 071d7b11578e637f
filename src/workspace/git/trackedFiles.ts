import nodePath from 'node:path';
import type { FilePath } from '../../model/position.ts';
import { isSettled, stampOf } from '../cache/stamp.ts';
import { git, namesIn } from './git.ts';
import type { GitOptions } from './git.ts';
import type { IndexLayout } from './gitIndex.ts';
import type { Stamp } from '../files/readFile.ts';

/** Git's index file, which says what each tracked file was when git looked at it last. */
export interface IndexFile extends IndexLayout {
  /** Absolute path, `/repo/.git/index`. */
  readonly file: string;
  readonly stamp: Stamp;
}

/** What git knows of the state of the files of a folder, without reading any. */
export interface TrackedState {
  readonly index: IndexFile;
  /** Tracked files whose size, times or inode are not those that the index file has of them; those that are gone, too. */
  readonly changed: readonly FilePath[];
}

/** Whatever the repository's own settings say, all that tells one state of a file from another is looked at. */
const STRICT = ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default'];

const HASH_BYTES: Readonly<Record<string, number>> = { sha1: 20, sha256: 32 };

/**
 * Asks git which tracked files are not as its index file has them. As long as the index file says the same of a file, and it is not among
 * these, it is the same, too. Git looks at all files of a large tree in a fraction of the time that we would take.
 *
 * @param since when what git's answer is held against was read first, in milliseconds since 1970: an index file that was written then or later says
 * nothing about that.
 * @returns undefined where git does not answer, or its index file is too young.
 * @throws the signal's reason when it is aborted.
 */
export async function trackedState(root: string, since: number, options: GitOptions = {}): Promise<TrackedState | undefined> {
  const [place, differing] = await Promise.all([
    git(root, ['rev-parse', '--show-object-format', '--git-path', 'index', '--show-prefix'], options),
    git(root, [...STRICT, 'diff-files', '--name-only', '--ignore-submodules=all', '--relative', '-z'], options),
  ]);
  const changed = namesIn(differing);
  if (place?.exitCode !== 0 || !changed) return undefined;
  // A name with a line break in it makes one line too many.
  const [hash = '', path = '', prefix = '', ...rest] = place.output.split(/\r?\n/u);
  const hashBytes = HASH_BYTES[hash];
  const file = nodePath.resolve(root, path);
  const stamp = stampOf(file);
  if (hashBytes === undefined || rest.length !== 1 || !stamp || !isSettled(stamp, since)) return undefined;
  return { index: { file, prefix, hashBytes, stamp }, changed };
}
