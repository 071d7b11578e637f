import * as l10n from '@vscode/l10n';
import { bandName, reasonText } from '../../../suggest/reasons.ts';
import { lacks } from '../../../suggest/suggest.ts';
import type { Feature } from '../../feature.ts';
import type { ItemAddress } from '../../protocol.ts';
import type { SuggestedPlaces } from '../../suggestProtocol.ts';
import { SUGGESTIONS } from '../../suggestProtocol.ts';
import { withItem } from './itemCommand.ts';

/** So many functions, and so many tests, are listed. */
const LISTED = 8;

// @implements RT-12.1/AC8~e9f118
/** What may meet an item already, for a list from which a person chooses. */
export const suggestions: Feature = {
  register(session) {
    session.connection.onRequest<SuggestedPlaces, void>(SUGGESTIONS, (params: ItemAddress) =>
      withItem<SuggestedPlaces>(session, 'suggestions', params, async ({ folder, view, item }) => {
        const suggester = await folder.suggester();
        if (!suggester) return { refusal: l10n.t('{0} is still being read', folder.name) };
        const found = lacks(view, item).flatMap((role) => suggester.forItem(item, role, LISTED));
        return {
          places: found.flatMap(({ path, unit, band, reason }) =>
            unit
              ? [
                  {
                    uri: folder.uriOf(path),
                    path,
                    position: { line: unit.line, character: 0 },
                    name: unit.name,
                    kind: unit.kind,
                    why: [bandName(band), reasonText(reason)].filter(Boolean).join(' · '),
                  },
                ]
              : [],
          ),
        };
      }),
    );
  },
};
