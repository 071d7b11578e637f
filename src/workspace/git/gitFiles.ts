import { existsSync } from 'node:fs';
import type { FilePath } from '../../model/position.ts';
import { entryAt } from '../files/entryAt.ts';
import { toSystemPath } from '../files/filePaths.ts';
import { git } from './git.ts';
import type { GitOptions } from './git.ts';
import { leadsOut } from './leadsOut.ts';

/** What lies in a folder. */
export interface Listing {
  readonly files: readonly FilePath[];
  /** Folders that are repositories of their own: submodules that are checked out, and clones. What they hold is not among the files. */
  readonly repositories: readonly FilePath[];
}

export interface ListOptions extends GitOptions {
  /** True where letter case does not count: git may have another spelling in its index than the disk. */
  readonly ignoresCase?: boolean;
}

const SUBMODULE = '160000';

/**
 * Files of a folder as git sees them: tracked ones, and new ones that are not ignored. `refused` where there is no repository
 * that git takes for one, undefined where git does not answer.
 *
 * @param under only these files, and those in these folders; tracked ones that are gone are left out only then.
 * @throws the signal's reason when it is aborted.
 */
export async function listWithGit(
  root: string,
  under?: readonly FilePath[],
  options: ListOptions = {},
): Promise<Listing | 'refused' | undefined> {
  // To look for every tracked file on the disk takes git longer than all the rest.
  const only = under
    ? ['--deleted', '--', ...under.map((path) => `:(literal${options.ignoresCase ? ',icase' : ''})${path || '.'}`)]
    : ['--'];
  const answer = await git(root, ['ls-files', '--cached', '--others', '--exclude-standard', '--stage', '-t', '-z', ...only], options);
  if (answer?.exitCode !== 0) return answer && 'refused';

  const { output } = answer;
  const files = new Set<FilePath>();
  const repositories = new Set<FilePath>();
  const gone: FilePath[] = [];
  for (let at = 0, end = output.indexOf('\0'); end >= 0; at = end + 1, end = output.indexOf('\0', at)) {
    // `? path` for a new file, `? path/` for a clone, `H 100644 <hash> 0<tab>path` for a tracked file; R is deleted, S left out of a sparse checkout.
    const tag = output[at];
    const path = output.slice(tag === '?' ? at + 2 : output.indexOf('\t', at) + 1, end);
    if (path === '' || leadsOut(path)) continue;
    if (path.endsWith('/')) repositories.add(path.slice(0, -1));
    else if (output.startsWith(SUBMODULE, at + 2)) repositories.add(path);
    else if (tag === 'R') gone.push(path);
    else if (tag !== 'S' || existsSync(toSystemPath(root, path))) files.add(path);
  }
  for (const path of gone) files.delete(path);
  leaveOutBehindLinks(root, files);
  // A submodule that is not checked out is an empty folder, and without a name of its own a folder would be its own repository for ever.
  return {
    files: [...files],
    repositories: [...repositories].filter((path) => path !== '.' && existsSync(toSystemPath(root, `${path}/.git`))),
  };
}

/** A tracked file is gone for git where one of its folders became a link, wherever that leads. */
function leaveOutBehindLinks(root: string, files: Set<FilePath>): void {
  const folders = new Map<string, boolean>([['', false]]);
  const isBehindLink = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const isBehind = isBehindLink(above) || entryAt(toSystemPath(root, folder))?.isSymbolicLink() === true;
    folders.set(folder, isBehind);
    return isBehind;
  };
  for (const path of files) if (isBehindLink(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) files.delete(path);
}

/** True if git would not list this path, false if it would; undefined where it does not say, as of a path behind a symbolic link. */
export async function ignoredByGit(root: string, path: FilePath, options: GitOptions = {}): Promise<boolean | undefined> {
  const answer = await git(root, ['check-ignore', '--quiet', '--stdin', '-z'], { ...options, input: `${path}\0` });
  return answer && [true, false][answer.exitCode];
}
