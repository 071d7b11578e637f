import type { Disposable } from 'vscode-languageserver';
import { DocumentSymbolRequest } from 'vscode-languageserver';
import { documentSymbols as symbolsIn } from '../../../editor/marks/documentSymbols.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { Session } from '../../session.ts';

const OFFERED = { label: 'ReqTrace', documentSelector: [{ pattern: '**/*' }] };

/**
 * The outline of a document, for those who want it, which only a client with settings can say. It is offered as long as somebody does: any other client would
 * get nothing, and might show that in place of its own.
 */
export const documentSymbols: Feature = {
  register(session) {
    const { connection, folders, log, settings } = session;
    connection.onDocumentSymbol(
      guarded('document symbol', log, async ({ textDocument: { uri } }, token) => {
        const { outline } = await settings.of(uri);
        const place = outline ? await placeOf(folders, uri, token, 'early') : undefined;
        const symbols = place ? symbolsIn(place.view, place.path) : [];
        return symbols.length ? symbols : null;
      }),
    );
    let offered: Disposable | undefined;
    let last = Promise.resolve();
    // One after the other, so that what is offered is what was wanted last.
    const follow = (): void => {
      last = last
        .then(async () => {
          const isWanted = await wantsOutline(session);
          if (isWanted && !offered) offered = await connection.client.register(DocumentSymbolRequest.type, OFFERED);
          if (isWanted) return;
          offered?.dispose();
          offered = undefined;
        })
        .catch((error: unknown) => log.warn(`The client takes no outline: ${String(error)}`));
    };
    session.listen({ initialized: follow, settingsChanged: follow, foldersChanged: follow });
  },
};

async function wantsOutline({ client: { abilities }, folders, settings }: Session): Promise<boolean> {
  if (!abilities.configuration || !abilities.registersSymbols) return false;
  const all = await Promise.all(folders.all.map(({ uri }) => settings.of(uri)));
  return all.some(({ outline }) => outline);
}
