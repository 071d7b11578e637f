import * as l10n from '@vscode/l10n';
import type { PrepareRenameParams, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { workspaceEdit } from '../../../editor/edits.ts';
import { lspRange } from '../../../editor/place.ts';
import type { Refusal } from '../../../editor/refusal.ts';
import { prepareRename, rename as renameAt } from '../../../editor/rename/rename.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { describeError } from '../../log.ts';
import { placeOf } from '../../placeOf.ts';

/** *Rename Symbol* on an id or a criterion, in documents, code and tests. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(session) {
    const { connection, folders, log } = session;
    connection.onPrepareRename(
      session.notebooks.answered(
        guarded<PrepareRenameParams, PrepareRenameResult | ResponseError>(
          'prepare rename',
          log,
          async ({ textDocument, position }, token) => {
            const place = await placeOf(folders, textDocument.uri, token);
            const found = place && prepareRename(place.view, place.path, position);
            if (!found) return null;
            return 'refusal' in found ? refused(found) : { range: lspRange(found.range), placeholder: found.name };
          },
        ),
      ),
    );

    connection.onRenameRequest(async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | ResponseError | null> => {
      try {
        const place = await placeOf(folders, textDocument.uri, token);
        const reading = place?.folder.reading;
        if (!place || !reading) return null;
        const { folder, view, path } = place;
        const edits = await renameAt(view, reading, { path, position }, newName, (file) => folder.text(file));
        if (!edits || token.isCancellationRequested) return null;
        return 'refusal' in edits ? refused(edits) : workspaceEdit(edits, folder.uriOf, session.client.abilities);
      } catch (error) {
        // A person waits for this one: half a rename must not look like one that found nothing.
        log.error(`rename: ${describeError(error)}`);
        return refused({ refusal: l10n.t('An unexpected error, see the log') });
      }
    });
  },
};

function refused({ refusal }: Refusal): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}
