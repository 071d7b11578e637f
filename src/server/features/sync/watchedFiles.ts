import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { FilePath } from '../../../model/position.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import type { Session } from '../../session.ts';
import { tellsListing } from '../../../workspace/files/listing/listingFiles.ts';
import { isOfOtherTools } from '../../otherTools.ts';

/** Follows what happens to files on the disk. */
export const watchedFiles: Feature = {
  register(session) {
    const { connection, folders, log } = session;
    session.listen({
      initialized() {
        if (!session.client.abilities.watchesFiles) return;
        connection.client
          .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
          .catch((error: unknown) => log.warn(`The client watches no files: ${String(error)}`));
      },
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) {
        for (const { folder, path } of folders.containing(uri)) tellDisk(session, folder, path);
      }
    });
  },
};

/** Takes up that a file or folder may be another now. */
export function tellDisk(session: Session, folder: Folder, path: FilePath): void {
  session.tell('diskChanged', folder, path);
  if (!isOfOtherTools(path) || tellsListing(path)) folder.diskChanged(path);
}
