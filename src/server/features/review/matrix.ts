import { localised } from '../../../text/words/localised.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import type { MatrixPage, MatrixParams } from '../../reviewProtocol.ts';
import { MATRIX, MATRIX_CHANGED } from '../../reviewProtocol.ts';
import { matrixHtml } from './matrixHtml.ts';
import { Teller } from './teller.ts';

/** The matrix is a whole page, which is made anew; milliseconds. */
const DELAY = 600;

/** The page *Traceability matrix* of a folder, in a webview, which is told of changes, or to be saved. */
export const matrix: Feature = {
  register(session) {
    const { connection, folders, log, parts } = session;
    const tellers = new Map<Folder, Teller>();

    function tellerOf(folder: Folder): Teller {
      let teller = tellers.get(folder);
      if (!teller) {
        teller = new Teller(DELAY, () => session.notify(MATRIX_CHANGED, { folder: folder.uri }));
        tellers.set(folder, teller);
      }
      return teller;
    }

    connection.onRequest(
      MATRIX,
      guarded('matrix', log, async ({ folder: uri, nonce }: MatrixParams): Promise<MatrixPage | null> => {
        const folder = folders.get(uri);
        if (!folder?.view) return null;
        if (nonce !== undefined) tellerOf(folder).arm();
        const html = await matrixHtml(folder, parts.version, nonce, { tag: session.client.languageTag, words: localised });
        return html === undefined ? null : { html };
      }),
    );

    session.listen({
      folderChanged: (folder) => tellers.get(folder)?.tell(),
      folderRemoved: (folder) => void tellers.delete(folder),
    });
  },
};
