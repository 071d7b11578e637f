import { documentHighlight as highlightsAt } from '../../../editor/navigation/documentHighlight.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** Other places of the file that mean the item at the cursor. */
export const documentHighlight: Feature = {
  capabilities: { documentHighlightProvider: true },
  register({ connection, folders, log, notebooks }) {
    connection.onDocumentHighlight(
      notebooks.answered(
        guarded('document highlight', log, async ({ textDocument, position }, token) => {
          const place = await placeOf(folders, textDocument.uri, token);
          return place ? highlightsAt(place.view, place.path, position) : null;
        }),
      ),
    );
  },
};
