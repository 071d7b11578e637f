import type { PageOf } from '../../../editor/marks/diagnostics.ts';
import type { Feature } from '../../feature.ts';
import { Publisher } from './publisher.ts';

/** Publishes the findings of every file, open or not. */
export const diagnostics: Feature = {
  register(session) {
    const { connection, folders } = session;
    const pageOf: PageOf = (code) => {
      const pages = session.client.findingPages;
      return pages === undefined ? undefined : `${pages.replace(/\/+$/u, '')}/${code}.md`;
    };
    const publisher = new Publisher({
      pageOf,
      isOwner: (folder, path) => folders.find(folder.uriOf(path))?.folder === folder,
      send: (uri, published, version) =>
        void connection.sendDiagnostics({ uri, diagnostics: published, ...(version !== undefined && { version }) }),
    });
    session.listen({
      folderChanged: (folder, change) => publisher.update(folder, change?.changedFiles),
      folderRemoved: (folder) => publisher.clear(folder),
      // A folder inside another speaks for its files from now on, or does so no longer.
      foldersChanged: () => folders.all.forEach((folder) => publisher.update(folder)),
      // The client may write the URI in another way than we did.
      fileOpened: (folder, path) => publisher.opened(folder, path),
    });
  },
};
