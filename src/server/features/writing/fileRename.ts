import type { FileRename, WorkspaceEdit } from 'vscode-languageserver';
import { workspaceEdit } from '../../../editor/edits.ts';
import { fileRenameEdits } from '../../../editor/rename/fileRename.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import { pathInFolder } from '../../uris.ts';

/** Every file below a workspace folder, and the folders themselves. */
const EVERYTHING = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };

/** References and links that name a file follow when it is renamed or moved. */
export const fileRename: Feature = {
  capabilities: { workspace: { fileOperations: { willRename: EVERYTHING } } },
  register(session) {
    const { connection, folders, log } = session;
    connection.workspace.onWillRenameFiles(
      guarded('will rename files', log, ({ files }): WorkspaceEdit | null => {
        const edits = folders.all.flatMap((folder) => {
          const moves = movesIn(folder, files);
          const found = folder.view && moves.length ? fileRenameEdits(folder.view, moves) : undefined;
          return found?.edits.length ? [workspaceEdit(found, folder.uriOf, session.client.abilities)] : [];
        });
        return merged(edits);
      }),
    );
  },
};

function movesIn(folder: Folder, files: readonly FileRename[]): { readonly from: string; readonly to: string }[] {
  return files.flatMap(({ oldUri, newUri }) => {
    const from = pathInFolder(folder.uri, oldUri);
    const to = pathInFolder(folder.uri, newUri);
    return from && to ? [{ from, to }] : [];
  });
}

/** The edits of several folders as one; null for none. */
function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const [first, ...others] = edits;
  if (!first || !others.length) return first ?? null;
  return first.documentChanges
    ? {
        documentChanges: edits.flatMap(({ documentChanges }) => documentChanges ?? []),
        changeAnnotations: Object.assign({}, ...edits.map(({ changeAnnotations }) => changeAnnotations)),
      }
    : { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}
