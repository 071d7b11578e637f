import type { Location } from 'vscode-languageserver';
import { implementation as implementationsAt } from '../../../editor/navigation/implementation.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** *Go to Implementations*: from a requirement or a reference to the code, without the tests. */
export const implementation: Feature = {
  capabilities: { implementationProvider: true },
  register(session) {
    const { connection, folders, log } = session;
    connection.onImplementation(
      session.notebooks.answered(
        guarded('implementation', log, async ({ textDocument, position }, token) => {
          const place = await placeOf(folders, textDocument.uri, token);
          const links = place ? implementationsAt(place.view, place.path, position, place.folder.uriOf) : null;
          if (!links || session.client.abilities.linkSupport) return links;
          return links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
        }),
      ),
    );
  },
};
