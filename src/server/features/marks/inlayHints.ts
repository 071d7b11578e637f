import { inlayHints as hintsIn } from '../../../editor/marks/inlayHints.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** Titles behind references, for those who want them. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    const { connection, folders, log, settings } = session;
    connection.languages.inlayHint.on(
      session.notebooks.answered(
        guarded('inlay hint', log, async ({ textDocument: { uri }, range }, token) => {
          const { inlayHints: wanted, codeLens } = await settings.of(uri);
          const place = wanted.titles ? await placeOf(folders, uri, token) : undefined;
          if (!place) return null;
          const hasLenses = codeLens.code && session.client.views && place.view.facts(place.path)?.role !== 'document';
          return hintsIn(place.view, place.path, range, place.folder.uriOf, hasLenses);
        }),
      ),
    );
  },
};
