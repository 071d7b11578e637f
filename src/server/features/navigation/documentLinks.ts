import { documentLinks as linksIn } from '../../../editor/navigation/documentLinks.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** References and relative links of a file that can be clicked. */
export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: {} },
  register({ connection, folders, log, notebooks }) {
    connection.onDocumentLinks(
      notebooks.answered(
        guarded('document link', log, async ({ textDocument }, token) => {
          const place = await placeOf(folders, textDocument.uri, token, 'early');
          return place ? linksIn(place.view, place.path, place.folder.uriOf) : null;
        }),
      ),
    );
  },
};
