import type { FilePath } from '../../model/position.ts';
import { toSystemPath } from './filePaths.ts';
import { git, isUnwatched } from '../git/git.ts';
import { rawDiff } from '../git/rawDiff.ts';
import type { RawChange } from '../git/rawDiff.ts';
import type { GitOptions } from '../git/git.ts';
import { entryAt } from './entryAt.ts';
import { homeOf } from './listing/innerRepositories.ts';

/** With more paths than this git is asked of all files: they would not fit on a command line. */
const MOST_PATHS = 200;

/**
 * When files got the content that they have, in milliseconds since 1970; files that are not there are left out.
 *
 * The time of the file system is too late after a checkout. So where git may be asked, a file that is younger than the run of the tests and has not been changed since
 * its last commit counts from that commit, if it is older and what was checked out when the results came here had the same: else they are of another branch.
 *
 * @param run when the oldest run began whose results matter, and when their files came to be here.
 * @throws the signal's reason when it is aborted.
 */
export async function codeTimes(
  root: string,
  paths: Iterable<FilePath>,
  run: Run,
  trusted: boolean,
  signal?: AbortSignal,
): Promise<ReadonlyMap<FilePath, number>> {
  const times = new Map<FilePath, number>();
  for (const path of paths) {
    const time = writtenAt(root, path);
    if (time !== undefined) times.set(path, time);
  }
  const young = [...times].filter(([, time]) => time > run.began).map(([path]) => path);
  if (!trusted || young.length === 0) return times;
  for (const [folder, paths] of byRepository(root, young)) {
    const committed = await committedTimes(folder, [...paths.keys()], run, { alone: folder !== root, ...(signal && { signal }) });
    for (const [at, path] of paths) times.set(path, Math.min(committed.get(at) ?? Infinity, times.get(path) ?? Infinity));
  }
  return times;
}

/** In milliseconds since 1970. */
export interface Run {
  readonly began: number;
  readonly arrived: number;
}

/** By the folder of each repository the paths in it, and what they are from the root: git refuses to look into a submodule from outside. */
export function byRepository(root: string, paths: readonly FilePath[]): ReadonlyMap<string, ReadonlyMap<FilePath, FilePath>> {
  const all = new Map<string, Map<FilePath, FilePath>>();
  for (const path of paths) {
    const home = homeOf(root, path);
    const there = all.get(home.folder) ?? new Map<FilePath, FilePath>();
    all.set(home.folder, there.set(home.path, path));
  }
  return all;
}

/** When those of the paths that are as their last commit has them were committed; when the run began for one that was before that. */
async function committedTimes(
  root: string,
  paths: readonly FilePath[],
  { began, arrived }: Run,
  options: GitOptions,
): Promise<ReadonlyMap<FilePath, number>> {
  const changed = await rawDiff(root, ['HEAD', '--no-renames'], pathspec(paths), options);
  if (!changed) return new Map();
  // After an edit that is all there is to know.
  const isChanged = new Set(changed.map(({ after }) => after));
  const same = paths.filter((path) => !isChanged.has(path));
  if (same.length === 0) return new Map();
  const times = new Map(await lastCommits(root, same, began, options));
  for (const { after } of times.size > 0 ? await checkedOutSince(root, same, arrived, options) : []) times.delete(after);
  return times;
}

/** What was otherwise in the commit that was checked out at a time; nothing where git does not remember. */
async function checkedOutSince(root: string, paths: readonly FilePath[], time: number, options: GitOptions): Promise<readonly RawChange[]> {
  if (!Number.isFinite(time)) return [];
  const answer = await git(root, ['rev-parse', '--verify', '--quiet', `HEAD@{${Math.floor(time / 1000)}}`], options);
  const commit = answer?.exitCode === 0 ? answer.output.trim() : '';
  return (commit && (await rawDiff(root, [commit, 'HEAD', '--no-renames'], pathspec(paths), options))) || [];
}

/**
 * When those of the paths that git tracks were committed last; `since` for one that was before that, or never.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function lastCommits(
  root: string,
  paths: readonly FilePath[],
  since: number,
  options: GitOptions,
): Promise<ReadonlyMap<FilePath, number>> {
  const ask = (...args: string[]) => git(root, ['--literal-pathspecs', ...args, '--', ...pathspec(paths)], options);
  const tracked = await ask('ls-files', '-v', '-z');
  const asked = new Set(paths);
  const times = new Map(
    split(tracked?.output ?? '')
      // Of what git does not look at, nobody knows whether it is as it was committed.
      .filter((line) => !isUnwatched(line))
      .map((line) => line.slice(2))
      .filter((path) => asked.has(path))
      .map((path) => [path, since]),
  );
  if (times.size === 0) return times;
  const log = await ask(
    'log',
    '--no-show-signature',
    `--since=@${Math.floor(since / 1000)}`,
    '--format=@%ct',
    '--name-only',
    '--relative',
    '-z',
  );
  if (tracked?.exitCode !== 0 || log?.exitCode !== 0) return new Map();
  let commit = since;
  for (const word of split(log.output)) {
    if (/^@\d+$/u.test(word)) commit = Number(word.slice(1)) * 1000;
    else if (times.has(word)) times.set(word, Math.max(commit, times.get(word) ?? commit));
  }
  return times;
}

/** What git is asked of: of so many paths, of all files. */
export function pathspec(paths: readonly FilePath[]): readonly FilePath[] {
  return paths.length > MOST_PATHS ? ['.'] : paths;
}

function split(output: string): string[] {
  return output
    .split('\0')
    .map((path) => path.trim())
    .filter(Boolean);
}

/** When a file was written last, as the file system has it; undefined where it is not there. */
export function writtenAt(root: string, path: FilePath): number | undefined {
  return entryAt(toSystemPath(root, path))?.mtimeMs;
}
