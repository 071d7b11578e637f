import type { FilePath } from '../../../model/position.ts';
import { git, namesIn } from '../../git/git.ts';
import type { GitOptions } from '../../git/git.ts';
import { byRepository, lastCommits, pathspec } from '../codeTimes.ts';

/** Commits have whole seconds. */
const SECOND = 1000;

/**
 * The latest at which reports can have been written that lie on the disk as git put them there from the last commit, in milliseconds since 1970: when they
 * were committed. One that something wrote since is left out, even if it says the same: a run of the tests may say what an older one said.
 *
 * @param since reports that were committed before are given this time.
 * @throws the signal's reason when it is aborted.
 */
export async function committedReports(
  root: string,
  paths: readonly FilePath[],
  since: number,
  signal?: AbortSignal,
): Promise<ReadonlyMap<FilePath, number>> {
  const times = new Map<FilePath, number>();
  for (const [folder, inside] of byRepository(root, paths)) {
    const options: GitOptions = { alone: folder !== root, ...(signal && { signal }) };
    const names = [...inside.keys()];
    const commits = await lastCommits(folder, names, since, options);
    if (commits.size === 0) continue;
    const written = await writtenSince(folder, names, options);
    if (!written) continue;
    for (const [name, time] of commits) {
      const path = inside.get(name);
      if (path !== undefined && !written.has(name)) times.set(path, time + SECOND - 1);
    }
  }
  return times;
}

/** Files that are not in the last commit, differ from it, or have other times than git gave them when it wrote them. */
async function writtenSince(folder: string, paths: readonly FilePath[], options: GitOptions): Promise<ReadonlySet<FilePath> | undefined> {
  // Unlike `diff`, it looks at no content where times differ.
  const args = ['--literal-pathspecs', 'diff-index', '-z', '--name-only', '--no-renames', '--relative', 'HEAD', '--', ...pathspec(paths)];
  const names = namesIn(await git(folder, args, options));
  return names && new Set(names);
}
