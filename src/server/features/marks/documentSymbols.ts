import { documentSymbols as symbolsIn } from '../../../editor/marks/documentSymbols.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** The outline of a document, for those who want it, which only a client with settings can say: any other would get nothing, and might show that in place of its own. */
export const documentSymbols: Feature = {
  capabilities: ({ abilities }) => (abilities.configuration ? { documentSymbolProvider: { label: 'ReqTrace' } } : {}),
  register({ connection, folders, log, settings }) {
    connection.onDocumentSymbol(
      guarded('document symbol', log, async ({ textDocument: { uri } }, token) => {
        const { outline } = await settings.of(uri);
        const place = outline ? await placeOf(folders, uri, token, 'early') : undefined;
        const symbols = place ? symbolsIn(place.view, place.path) : [];
        return symbols.length ? symbols : null;
      }),
    );
  },
};
