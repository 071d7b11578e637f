import { existsSync } from 'node:fs';
import type { FilePath } from '../model/position.ts';
import { toSystemPath } from './filePaths.ts';
import { git } from './git.ts';
import type { GitOptions } from './git.ts';

const SUBMODULE = '160000';

/**
 * Files of a folder as git sees them: tracked ones, and new ones that are not ignored. Undefined where git cannot say.
 * Tracked ones that are gone are left out only where `under` names what to look at.
 * Submodules and clones inside belong to other repositories and are left out.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function listWithGit(root: string, under: readonly FilePath[] = [], options: GitOptions = {}): Promise<FilePath[] | undefined> {
  // To look for every tracked file on the disk takes git longer than all the rest.
  const deleted = under.length ? ['--deleted'] : [];
  const args = ['--literal-pathspecs', 'ls-files', '--cached', '--others', ...deleted, '--exclude-standard', '--stage', '-t', '-z', '--', ...under];
  const answer = await git(root, args, options);
  if (answer?.exitCode !== 0) return undefined;

  const { output } = answer;
  const files = new Set<FilePath>();
  const gone: FilePath[] = [];
  for (let at = 0, end = output.indexOf('\0'); end >= 0; at = end + 1, end = output.indexOf('\0', at)) {
    // `? path` for a new file, `H 100644 <hash> 0<tab>path` for a tracked one; R is deleted, S left out of a sparse checkout.
    const tag = output[at];
    const path = output.slice(tag === '?' ? at + 2 : output.indexOf('\t', at) + 1, end);
    if (path === '' || path.endsWith('/') || output.startsWith(SUBMODULE, at + 2) || leadsOut(path)) continue;
    if (tag === 'R') gone.push(path);
    else if (tag !== 'S' || existsSync(toSystemPath(root, path))) files.add(path);
  }
  for (const path of gone) files.delete(path);
  return [...files];
}

/**
 * True if git would not list this path. A path in a submodule or behind a symbolic link is refused with an error, which comes to the same.
 * Undefined where git does not answer.
 */
export async function ignoredByGit(root: string, path: FilePath, options: GitOptions = {}): Promise<boolean | undefined> {
  const answer = await git(root, ['check-ignore', '--quiet', '--stdin', '-z'], { ...options, input: `${path}\0` });
  return answer && answer.exitCode !== 1;
}

/** Git writes no such path, but an index that came with the folder may hold one. */
function leadsOut(path: FilePath): boolean {
  return path.startsWith('/') || path.startsWith('../') || path.includes('/../');
}
