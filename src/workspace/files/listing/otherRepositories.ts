import type { IndexView } from '../../../index/view.ts';
import type { FilePath } from '../../../model/position.ts';
import { folderOf } from '../../../text/paths.ts';
import { outermostRepository } from './innerRepositories.ts';

/**
 * Files of an index that other repositories hold, submodules and clones in the folder. A revision of the folder knows nothing of them, so
 * whoever compares two states takes them for the same in both.
 *
 * @param isOwn true for what the folder's own repository knows, which saves a look at the disk.
 */
export function filesOfOthers(root: string, index: IndexView, isOwn: (path: FilePath) => boolean): FilePath[] {
  const inOther = new Map<FilePath, boolean>();
  return [...index.files.keys()].filter((path) => {
    if (isOwn(path)) return false;
    const folder = folderOf(path);
    let known = inOther.get(folder);
    if (known === undefined) {
      known = outermostRepository(root, folder) !== undefined;
      inOther.set(folder, known);
    }
    return known;
  });
}
