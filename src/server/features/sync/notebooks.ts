import type { Feature } from '../../feature.ts';

/** What is told of notebooks: their code. Their other cells say nothing. */
const SELECTOR = { notebook: { scheme: 'file', notebookType: 'jupyter-notebook' }, cells: [{ language: 'python' }] };

/** Follows notebooks in editors: as with other texts, what was typed counts at once. */
export const notebooks: Feature = {
  capabilities: { notebookDocumentSync: { notebookSelector: [SELECTOR] } },
  register(session) {
    const { folders } = session;
    session.notebooks.follow({
      opened(notebook) {
        for (const { folder, path } of folders.containing(notebook.uri)) {
          folder.opened(path, notebook);
          session.tell('fileOpened', folder, path);
        }
      },
      edited({ uri }) {
        for (const { folder, path } of folders.containing(uri)) folder.edited(path);
      },
      closed(notebook) {
        for (const [uri] of notebook.byCell([])) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
        const text = session.documents.get(notebook.uri);
        for (const { folder, path } of folders.containing(notebook.uri)) {
          if (text) folder.opened(path, text);
          else folder.closed(path);
          session.tell('notebookClosed', folder, path);
        }
      },
    });
  },
};
