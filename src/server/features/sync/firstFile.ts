import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rootOf } from '../../../workspace/configuration/findRoot.ts';
import type { Feature } from '../../feature.ts';
import { fsPathOf } from '../../uris.ts';

/** For clients that name no folder: takes up the one that the first file of some project belongs to. One with views shows that none is open. */
export const firstFile: Feature = {
  register(session) {
    session.documents.onDidOpen(({ document }) => {
      const { client, folders } = session;
      if (client.views || client.folders.length > 0 || folders.all.length > 0) return;
      const file = fsPathOf(document.uri, session.parts.windows);
      const root = file === undefined ? undefined : rootOf(file);
      if (root === undefined) return;
      session.log.info(`No folder is open: ${root} is, for ${document.uri}`);
      session.addFolder({ uri: pathToFileURL(root).href, name: basename(root) });
      session.tell('foldersChanged');
    });
  },
};
