import { inlayHints as hintsIn } from '../../../editor/marks/inlayHints.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import { suggestedHints } from './suggestedHints.ts';

/** Titles behind references, and criteria behind functions that may meet them, for those who want them. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    const { connection, folders, log, settings } = session;
    connection.languages.inlayHint.on(
      session.notebooks.answered(
        guarded('inlay hint', log, async ({ textDocument: { uri }, range }, token) => {
          const { inlayHints: wanted, codeLens } = await settings.of(uri);
          const areSuggested = wanted.suggestions === 'all' || (wanted.suggestions === 'review' && session.reviewing.isShown);
          const place = wanted.titles || areSuggested ? await placeOf(folders, uri, token) : undefined;
          if (!place) return null;
          const { view, path, folder } = place;
          const hasLenses = codeLens.code && session.client.views && view.facts(path)?.role !== 'document';
          const titles = wanted.titles ? hintsIn(view, path, range, folder.uriOf, hasLenses) : [];
          if (!areSuggested) return titles;
          return [...titles, ...(await suggestedHints(session, { folder, path, range }, wanted.suggestions, token))];
        }),
      ),
    );
  },
};
