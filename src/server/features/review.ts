import type { Feature } from '../feature.ts';
import { answerReview } from '../review/requests.ts';

/** The view *Review* and the traceability matrix. */
export const review: Feature = {
  register(session) {
    const { connection, folders, log, parts } = session;
    const listener = answerReview(connection, folders, log, parts.version, () => session.client.languageTag);
    session.listen({
      folderChanged: (folder) => listener.changed(folder),
      folderRemoved: (folder) => listener.removed(folder),
      diskChanged: (folder, path) => listener.diskChanged(folder, path),
    });
  },
};
