import type { Feature } from '../../feature.ts';

/** Takes up the folders of the window, and follows those that come and go. */
export const workspaceFolders: Feature = {
  capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
  register(session) {
    session.listen({
      initialized() {
        const { abilities, folders } = session.client;
        if (abilities.workspaceFolders) {
          session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
            for (const { uri } of removed) session.removeFolder(uri);
            for (const folder of added) session.addFolder(folder);
            session.tell('foldersChanged');
          });
        }
        for (const folder of folders) session.addFolder(folder);
        session.tell('stateChanged');
      },
    });
  },
};
