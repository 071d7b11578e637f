import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { messageOf } from '../../../text/errors.ts';
import { folderOf, inFolder } from '../../../text/paths.ts';
import { Breather } from '../../pace/breather.ts';
import { toSystemPath } from '../filePaths.ts';
import type { Listing } from '../../git/gitFiles.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { isRepository } from './innerRepositories.ts';
import { UserError } from '../../userError.ts';
import { entryAt } from '../entryAt.ts';

interface Folder {
  readonly path: FilePath;
  readonly rules: IgnoreRules;
}

/**
 * Files of a folder without git's help, by the .gitignore files that lie in it. Links are listed but not followed, so no
 * loop can catch it and nothing outside the root is seen.
 *
 * @throws UserError when the root cannot be listed; the signal's reason when it is aborted.
 */
export async function listByWalking(root: string, under: readonly FilePath[] = [''], signal?: AbortSignal): Promise<Listing> {
  const breather = new Breather(signal);
  const files = new Set<FilePath>();
  const repositories = new Set<FilePath>();
  const folders: Folder[] = [];
  const outer = IgnoreRules.atRoot(root);
  const take = (path: FilePath, entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>, rules: IgnoreRules): void => {
    if (rules.ignores(path, entry.isDirectory())) return;
    if (entry.isDirectory()) {
      const systemPath = toSystemPath(root, path);
      if (isRepository(systemPath)) repositories.add(path);
      else folders.push({ path, rules: rules.inFolder(systemPath, path) });
    } else if (entry.isFile() || entry.isSymbolicLink()) files.add(path);
  };

  for (const path of under) {
    if (path === '') folders.push({ path, rules: outer });
    else {
      const parent = enter(root, folderOf(path), outer);
      const entry = entryAt(toSystemPath(root, path));
      if (parent && entry) take(path, entry, parent);
    }
  }
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    await breather.pause();
    for (const entry of entriesOf(root, folder.path)) take(inFolder(folder.path, entry.name), entry, folder.rules);
  }
  return { files: [...files], repositories: [...repositories] };
}

/** True if a walk would not list this path, were it there. */
export function ignoredByWalk(root: string, path: FilePath, isFolder: boolean): boolean {
  return enter(root, folderOf(path), IgnoreRules.atRoot(root))?.ignores(path, isFolder) ?? true;
}

/** Rules in force in a folder; undefined if a walk would not come there. A folder that does not exist is judged by its name. */
function enter(root: string, folder: FilePath, outer: IgnoreRules): IgnoreRules | undefined {
  let rules = outer;
  let path = '';
  for (const name of folder.split('/').filter(Boolean)) {
    path = inFolder(path, name);
    const systemPath = toSystemPath(root, path);
    const entry = entryAt(systemPath);
    if (rules.ignores(path, true) || entry?.isSymbolicLink() || isRepository(systemPath)) return undefined;
    rules = rules.inFolder(systemPath, path);
  }
  return rules;
}

function entriesOf(root: string, folder: FilePath): readonly Dirent[] {
  try {
    return readdirSync(toSystemPath(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '')
      throw new UserError(say('Cannot list the folder {0}: {1}', root, messageOf(error)), {
        cause: error,
      });
    // A folder that vanished meanwhile, or that this user may not open, holds nothing to read.
    return [];
  }
}
