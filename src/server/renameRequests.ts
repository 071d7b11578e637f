import * as l10n from '@vscode/l10n';
import type { Connection, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { EditAbilities } from '../editor/edits.ts';
import { workspaceEdit } from '../editor/edits.ts';
import { fileRenameEdits } from '../editor/rename/fileRename.ts';
import { lspRange } from '../editor/place.ts';
import type { Refusal } from '../editor/refusal.ts';
import { prepareRename, rename } from '../editor/rename/rename.ts';
import type { Folders } from './folders.ts';
import type { Log } from './log.ts';
import { describeError } from './log.ts';
import { guarded } from './guarded.ts';
import { placeOf } from './placeOf.ts';
import { pathInFolder } from './uris.ts';

/** What the answers are made from. */
export interface RenameHost {
  readonly folders: Folders;
  readonly log: Log;
  readonly abilities: () => EditAbilities;
}

/** Answers renames: of ids and criteria, and of files that references and links name. */
export function answerRenames(connection: Connection, { folders, log, abilities }: RenameHost): void {
  connection.onPrepareRename(
    guarded<Parameters<Parameters<typeof connection.onPrepareRename>[0]>[0], PrepareRenameResult | ResponseError>(
      'prepare rename',
      log,
      async ({ textDocument, position }, token) => {
        const place = await placeOf(folders, textDocument.uri, token);
        const found = place && prepareRename(place.view, place.path, position);
        if (!found) return null;
        return 'refusal' in found ? refused(found) : { range: lspRange(found.range), placeholder: found.name };
      },
    ),
  );

  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    try {
      const place = await placeOf(folders, textDocument.uri, token);
      const extractor = place?.folder.extractor;
      if (!place || !extractor) return null;
      const { folder, view, path } = place;
      const edits = await rename(view, extractor, path, position, newName, (file) => folder.text(file));
      if (!edits || token.isCancellationRequested) return null;
      return 'refusal' in edits ? refused(edits) : workspaceEdit(edits, folder.uriOf, abilities());
    } catch (error) {
      // A person waits for this one: half a rename must not look like one that found nothing.
      log.error(`rename: ${describeError(error)}`);
      return refused({ refusal: l10n.t('An unexpected error, see the log') });
    }
  });

  connection.workspace.onWillRenameFiles(
    guarded('will rename files', log, ({ files }): WorkspaceEdit | null => {
      const edits = folders.all.flatMap((folder) => {
        const moves = files.flatMap(({ oldUri, newUri }) => {
          const from = pathInFolder(folder.uri, oldUri);
          const to = pathInFolder(folder.uri, newUri);
          return from && to ? [{ from, to }] : [];
        });
        const found = folder.view && moves.length ? fileRenameEdits(folder.view, moves) : undefined;
        return found?.edits.length ? [workspaceEdit(found, folder.uriOf, abilities())] : [];
      });
      return merged(edits);
    }),
  );
}

function refused({ refusal }: Refusal): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal);
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
