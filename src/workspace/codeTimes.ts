import { lstatSync } from 'node:fs';
import type { FilePath } from '../model/position.ts';
import { toSystemPath } from './filePaths.ts';
import { git } from './git.ts';

/** With more paths than this git is asked of all files: they would not fit on a command line. */
const MOST_PATHS = 200;

/**
 * When files got the content that they have, in milliseconds since 1970; files that are not there are left out.
 *
 * The time of the file system is too late after a checkout. So where git may be asked, a file that is younger than the run of the tests and has not been changed since
 * its last commit counts from that commit, if it is older.
 *
 * @param run when the oldest run began whose results matter.
 * @throws the signal's reason when it is aborted.
 */
export async function codeTimes(root: string, paths: Iterable<FilePath>, run: number, trusted: boolean, signal?: AbortSignal): Promise<ReadonlyMap<FilePath, number>> {
  const times = new Map<FilePath, number>();
  for (const path of paths) {
    const time = writtenAt(root, path);
    if (time !== undefined) times.set(path, time);
  }
  const young = [...times].filter(([, time]) => time > run).map(([path]) => path);
  if (!trusted || young.length === 0) return times;
  for (const [path, committed] of await committedTimes(root, young, run, signal)) times.set(path, Math.min(committed, times.get(path) ?? committed));
  return times;
}

/** When those of the paths that are as their last commit has them were committed; `run` for one that was before that. */
async function committedTimes(root: string, paths: readonly FilePath[], run: number, signal?: AbortSignal): Promise<ReadonlyMap<FilePath, number>> {
  const options = signal && { signal };
  const ask = (...args: string[]) => git(root, ['--literal-pathspecs', ...args, '--', ...(paths.length > MOST_PATHS ? ['.'] : paths)], options);
  const changed = await ask('diff', '--name-only', '--relative', '--no-ext-diff', '--no-textconv', '-z', 'HEAD');
  const tracked = await ask('ls-files', '-z');
  const log = await ask('log', '--no-show-signature', `--since=@${Math.floor(run / 1000)}`, '--format=@%ct', '--name-only', '--relative', '-z');
  if (changed?.exitCode !== 0 || tracked?.exitCode !== 0 || log?.exitCode !== 0) return new Map();

  const asked = new Set(paths);
  const times = new Map(split(tracked.output).filter((path) => asked.has(path)).map((path) => [path, run]));
  let commit = run;
  for (const word of split(log.output)) {
    if (/^@\d+$/u.test(word)) commit = Number(word.slice(1)) * 1000;
    else if (times.has(word)) times.set(word, Math.max(commit, times.get(word) ?? commit));
  }
  for (const path of split(changed.output)) times.delete(path);
  return times;
}

function split(output: string): string[] {
  return output.split('\0').map((path) => path.trim()).filter(Boolean);
}

/** When a file was written last, as the file system has it; undefined where it is not there. */
export function writtenAt(root: string, path: FilePath): number | undefined {
  try {
    return lstatSync(toSystemPath(root, path), { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    return undefined;
  }
}
