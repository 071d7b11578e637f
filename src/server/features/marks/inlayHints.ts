import { inlayHints as hintsIn } from '../../../editor/marks/inlayHints.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** Titles behind references, for those who want them. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register({ connection, folders, log, settings }) {
    connection.languages.inlayHint.on(
      guarded('inlay hint', log, async ({ textDocument: { uri }, range }, token) => {
        const { inlayHints: wanted } = await settings.of(uri);
        const place = wanted.titles ? await placeOf(folders, uri, token) : undefined;
        return place ? hintsIn(place.view, place.path, range, place.folder.uriOf) : null;
      }),
    );
  },
};
