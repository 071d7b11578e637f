import { references as referencesAt } from '../../../editor/navigation/references.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** *Find All References* of a requirement or a criterion. */
export const references: Feature = {
  capabilities: { referencesProvider: true },
  register({ connection, folders, log, notebooks }) {
    connection.onReferences(
      notebooks.answered(
        guarded('references', log, async ({ textDocument, position, context }, token) => {
          const place = await placeOf(folders, textDocument.uri, token);
          return place ? referencesAt(place.view, place.path, position, context.includeDeclaration, place.folder.uriOf) : null;
        }),
      ),
    );
  },
};
