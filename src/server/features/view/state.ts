import type { Feature } from '../../feature.ts';
import type { StateParams } from '../../protocol.ts';
import { STATE } from '../../protocol.ts';

/** Tells the client how far each folder is and how much of it is met, whenever that is another than before. */
export const state: Feature = {
  register(session) {
    const { folders } = session;
    let last = '';
    const send = (): void => {
      const params: StateParams = { folders: folders.all.map((folder) => folder.state) };
      const text = JSON.stringify(params);
      if (text === last) return;
      last = text;
      session.notify(STATE, params);
    };
    session.listen({ folderChanged: send, documentsRead: send, stateChanged: send, foldersChanged: send });
  },
};
