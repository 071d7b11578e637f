import type { Loudness } from '../../../model/configuration.ts';
import type { PageOf } from '../../../editor/marks/diagnostics.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { Publisher } from './publisher.ts';

/** Publishes the findings of every file, open or not. */
export const diagnostics: Feature = {
  register(session) {
    const { connection, folders } = session;
    const pageOf: PageOf = (code) => {
      const pages = session.client.findingPages;
      return pages === undefined ? undefined : `${pages.replace(/\/+$/u, '')}/${code}.md`;
    };
    /** By folder, once the client has said; nothing of a folder is published before. */
    const wishes = new Map<Folder, Loudness | undefined>();
    const publisher = new Publisher({
      pageOf,
      wishOf: (folder) => wishes.get(folder),
      isOwner: (folder, path) => folders.find(folder.uriOf(path))?.folder === folder,
      send(uri, published, version) {
        const notebook = session.notebooks.get(uri);
        if (!notebook) void connection.sendDiagnostics({ uri, diagnostics: published, ...(version !== undefined && { version }) });
        for (const [cell, diagnostics] of notebook?.byCell(published) ?? []) void connection.sendDiagnostics({ uri: cell, diagnostics });
      },
    });
    const ask = (folder: Folder): void => {
      void session.settings.of(folder.uri).then(({ problems }) => {
        if (!folders.all.includes(folder)) return;
        wishes.set(folder, problems ?? session.client.problems);
        publisher.update(folder);
      });
    };
    session.listen({
      folderChanged(folder, change) {
        if (wishes.has(folder)) publisher.update(folder, change);
        else ask(folder);
      },
      folderRemoved(folder) {
        publisher.clear(folder);
        wishes.delete(folder);
      },
      // A folder inside another speaks for its files from now on, or does so no longer.
      foldersChanged: () => folders.all.forEach(ask),
      // The client may write the URI in another way than we did.
      fileOpened(folder, path) {
        if (wishes.has(folder)) publisher.opened(folder, path);
      },
      notebookClosed(folder, path) {
        if (wishes.has(folder)) publisher.opened(folder, path);
      },
      settingsChanged: () => folders.all.forEach(ask),
    });
  },
};
