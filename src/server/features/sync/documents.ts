import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { Feature } from '../../feature.ts';
import { isOfPackedText } from '../../uris.ts';

/** Follows what is opened, typed and closed in editors. */
export const documents: Feature = {
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
  register(session) {
    session.documents.onDidChangeContent(({ document }) => {
      // What its cells are counts, wherever else its text is shown.
      if (session.notebooks.get(document.uri) || isOfPackedText(document.uri)) return;
      for (const { folder, path } of session.folders.containing(document.uri)) {
        if (folder.isOpen(path)) folder.edited(path);
        else {
          folder.opened(path, document);
          session.tell('fileOpened', folder, path);
        }
      }
    });
    session.documents.onDidClose(({ document }) => {
      if (session.notebooks.get(document.uri) || isOfPackedText(document.uri)) return;
      for (const { folder, path } of session.folders.containing(document.uri)) folder.closed(path);
    });
  },
};
