import type { CompletionItem } from 'vscode-languageserver';
import { MarkupContent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completion as completionAt, completionDetails } from '../../editor/completion/completion.ts';
import type { OpenText } from '../../editor/completion/completionContext.ts';
import { plainOf } from '../../editor/hover/plainOf.ts';
import type { Feature } from '../feature.ts';
import type { FolderFile } from '../folders.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { untitledPath } from './untitled.ts';
import { isUntitled } from '../uris.ts';

/** Proposals where a reference, a keyword or a setting is being written; their details are made when they are shown. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['@', ' ', '-', '.', '/', '#'], resolveProvider: true } },
  register(session) {
    const { connection, documents, folders, log, notebooks } = session;
    connection.onCompletion(
      guarded('completion', log, ({ textDocument: { uri }, position }) => {
        const cell = notebooks.cell(uri);
        const document = cell?.document ?? documents.get(uri);
        const file = document && (cell ? pythonOf(folders.find(cell.notebook.uri)) : fileOf(session, document));
        const view = file?.folder.early;
        const reading = file?.folder.reading;
        if (!file || !view || !reading) return null;
        const text: OpenText = {
          path: file.path,
          getText: (range) => document.getText(range),
          offsetAt: (at) => document.offsetAt(at),
        };
        const list = completionAt(view, text, position, reading.extractor);
        return list && { ...list, items: list.items.map((item) => documented(session, forClient(session, file.folder.uri, item))) };
      }),
    );

    connection.onCompletionResolve((item: CompletionItem) => {
      const folder = folders.get(String(item.data?.folder));
      const details = folder?.early && completionDetails(folder.early, { key: String(item.data.key) }, folder.uriOf);
      return documented(session, { ...item, ...details });
    });
  },
};

/** Behind a keyword, the client shows at once what it can be followed by. */
function forClient({ client }: Session, folder: string, item: CompletionItem): CompletionItem {
  if (item.data) return { ...item, data: { key: item.data.key, folder } };
  const { suggest } = client.commands;
  return suggest !== undefined && item.textEdit?.newText.endsWith(' ') ? { ...item, command: { title: '', command: suggest } } : item;
}

/** With plain text for a client that does not show Markdown. */
function documented({ client }: Session, item: CompletionItem): CompletionItem {
  const { documentation } = item;
  if (client.abilities.markdown.completion || !MarkupContent.is(documentation)) return item;
  return { ...item, documentation: { kind: 'plaintext', value: plainOf(documentation.value) } };
}

/** Code in a cell of a notebook is written as in a module beside it. */
function pythonOf(notebook: FolderFile | undefined): FolderFile | undefined {
  return notebook && { ...notebook, path: notebook.path.replace(/\.ipynb$/u, '.py') };
}

/** A text that was never saved counts as one of the first folder. */
function fileOf({ folders }: Session, { uri, languageId }: TextDocument): FolderFile | undefined {
  if (!isUntitled(uri)) return folders.find(uri);
  const folder = folders.all[0];
  return folder && { folder, path: untitledPath(languageId) };
}
