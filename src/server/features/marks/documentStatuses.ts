import { documentStatuses as statusesOf } from '../../../editor/marks/documentStatuses.ts';
import { isOpen, STATUSES } from '../../../model/status.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { PlacedDocumentStatus } from '../../protocol.ts';
import { DOCUMENT_STATUSES } from '../../protocol.ts';
import { uriInFolder } from '../../uris.ts';

/** How far each document is, for badges in the explorer. */
export const documentStatuses: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      DOCUMENT_STATUSES,
      guarded('document statuses', log, (): PlacedDocumentStatus[] =>
        folders.all.flatMap(({ view, uri }) =>
          (view ? statusesOf(view) : []).map(({ path, counts }) => ({
            // An explorer shows the file itself.
            uri: uriInFolder(uri, path),
            counts,
            open: STATUSES.filter(isOpen).reduce((sum, status) => sum + counts[status], 0),
          })),
        ),
      ),
    );
  },
};
