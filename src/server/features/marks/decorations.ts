import { decorations as decorationsOf } from '../../../editor/marks/decorations.ts';
import { lspRange } from '../../../editor/place.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { DecorationsChangedParams, PlacedDecoration } from '../../protocol.ts';
import { DECORATIONS, DECORATIONS_CHANGED } from '../../protocol.ts';

/** Marks by status where items are defined and referred to, and word of the files whose marks are others now. */
export const decorations: Feature = {
  register(session) {
    const { connection, folders, log } = session;
    connection.onRequest(
      DECORATIONS,
      session.notebooks.answered(
        guarded('decorations', log, async ({ uri }: { uri: string }, token): Promise<PlacedDecoration[] | null> => {
          const place = await placeOf(folders, uri, token);
          return place ? decorationsOf(place.view, place.path).map((one) => ({ ...one, range: lspRange(one.range) })) : null;
        }),
      ),
    );

    session.listen({
      folderChanged(folder, change) {
        const { view } = folder;
        // A new status of an item shows wherever it is referred to, in files that did not change.
        const referring = Array.from(change?.changedItems ?? [], (key) => view?.referencesTo(key).map(({ path }) => path) ?? []).flat();
        const paths = new Set([...(change?.changedFiles ?? []), ...referring]);
        if (change && paths.size === 0) return;
        const uris = Array.from(paths, folder.uriOf).flatMap((uri) => [uri, ...(session.notebooks.get(uri)?.cells ?? [])]);
        const params: DecorationsChangedParams = change ? { uris } : {};
        session.notify(DECORATIONS_CHANGED, params);
      },
    });
  },
};
