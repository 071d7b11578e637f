import type { Feature } from '../../feature.ts';
import { REFRESH } from '../../protocol.ts';

/** The command *Refresh*: lists and reads every folder again. */
export const refresh: Feature = {
  register({ connection, folders }) {
    connection.onRequest(REFRESH, async () => {
      await Promise.all(folders.all.map((folder) => folder.reload()));
      return null;
    });
  },
};
