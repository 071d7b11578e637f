import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import type { FilePath } from '../../../model/position.ts';
import { toSystemPath } from '../filePaths.ts';
import { readFile } from '../readFile.ts';

/** Folders that are repositories of their own lie in a folder as submodules, as clones, or as further worktrees of one that lies elsewhere. */
export function isRepository(systemPath: string): boolean {
  return existsSync(nodePath.join(systemPath, '.git'));
}

/**
 * The outermost repository below the root that a path is or lies in: `libs/stock` for `libs/stock/src/a.ts`.
 * Undefined for a path of the root's own.
 */
export function outermostRepository(root: string, path: FilePath): FilePath | undefined {
  if (path === '') return undefined;
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    if (isRepository(toSystemPath(root, path.slice(0, end)))) return path.slice(0, end);
  }
  return isRepository(toSystemPath(root, path)) ? path : undefined;
}

/** Where git has to be asked about a file, and the path of the file there: the folder of the innermost repository, or the root. */
export function homeOf(root: string, path: FilePath): { readonly folder: string; readonly path: FilePath } {
  let [folder, rest] = [root, path];
  for (let inner = outermostRepository(folder, rest); inner !== undefined && inner !== rest; inner = outermostRepository(folder, rest)) {
    folder = toSystemPath(folder, inner);
    rest = rest.slice(inner.length + 1);
  }
  return { folder, path: rest };
}

/**
 * True for a further worktree of some repository, `git worktree add`. It holds the same files in another state, so that
 * reading it besides the first would find each requirement twice.
 */
export function isLinkedWorktree(systemPath: string): boolean {
  // A repository has a folder of that name, a submodule and a worktree have a file that names one.
  const content = readFile(nodePath.join(systemPath, '.git'));
  const named = content.kind === 'text' ? /^gitdir: (?<folder>.+)$/mu.exec(content.text)?.groups?.['folder']?.trim() : undefined;
  if (named === undefined) return false;
  const folder = nodePath.resolve(systemPath, named);
  // Where it leads nowhere, as in a container, the name has to tell.
  return existsSync(folder) ? existsSync(nodePath.join(folder, 'commondir')) : /[\\/]worktrees[\\/][^\\/]+$/u.test(named);
}
