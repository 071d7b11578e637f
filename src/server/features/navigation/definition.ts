import type { Location } from 'vscode-languageserver';
import { definition as definitionAt } from '../../../editor/navigation/definition.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** *Go to Definition*: from a reference to the requirement, from a requirement to its code and tests. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register(session) {
    const { connection, folders, log } = session;
    connection.onDefinition(
      session.notebooks.answered(
        guarded('definition', log, async ({ textDocument, position }, token) => {
          const place = await placeOf(folders, textDocument.uri, token, 'early');
          const links = place ? definitionAt(place.view, place.path, position, place.folder.uriOf) : null;
          if (!links || session.client.abilities.linkSupport) return links;
          return links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
        }),
      ),
    );
  },
};
