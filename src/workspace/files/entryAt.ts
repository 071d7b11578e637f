import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';

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
