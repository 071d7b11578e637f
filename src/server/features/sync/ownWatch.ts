import { FolderWatch } from '../../../workspace/files/folderWatch.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { tellDisk } from './watchedFiles.ts';

/** Files of git's own of which is to be heard, wherever they lie. */
const OF_GIT = ['.git/index', '.git/info/exclude'];

/** Follows what happens to files on the disk by itself, for clients that do not tell of it. */
export const ownWatch: Feature = {
  register(session) {
    const watches = new Map<Folder, FolderWatch>();
    session.listen({
      folderChanged(folder, change) {
        const { root, view } = folder;
        if (session.client.abilities.watchesFiles || root === undefined || !view) return;
        const watch =
          watches.get(folder) ??
          new FolderWatch(
            root,
            (path) => tellDisk(session, folder, path),
            (why) => session.log.warn(`${folder.name}: not all changes on disk are heard of (${why}); reqtrace/refresh reads it again`),
          );
        if (!watches.has(folder) || change === undefined || watch.hasLost) watch.add([...OF_GIT, ...view.files.keys()]);
        else watch.add(change.changedFiles);
        watches.set(folder, watch);
      },
      folderRemoved(folder) {
        watches.get(folder)?.close();
        watches.delete(folder);
      },
    });
  },
};
