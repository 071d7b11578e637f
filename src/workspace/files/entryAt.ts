import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { FilePath } from '../../model/position.ts';
import { toSystemPath } from './filePaths.ts';

/**
 * What the file system knows of a path, a link for itself and not for what it points at; undefined for what is gone, lies in a file instead of a
 * folder, or may not be looked at.
 */
export function entryAt(systemPath: string): Stats | undefined {
  try {
    return lstatSync(systemPath, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** True where a folder above a path of a workspace folder is a link: what lies there lies elsewhere. */
export function liesBehindLink(root: string, path: FilePath): boolean {
  const above = path.split('/').slice(0, -1);
  return above.some((_, at) => entryAt(toSystemPath(root, above.slice(0, at + 1).join('/')))?.isSymbolicLink() === true);
}
