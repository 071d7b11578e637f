import { localised } from '../../../text/words/localised.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import type { MatrixFileParams, MatrixPage, MatrixParams } from '../../reviewProtocol.ts';
import { MATRIX, MATRIX_CHANGED, MATRIX_FILE } from '../../reviewProtocol.ts';
import { matrixFile } from './matrixFile.ts';
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
      guarded('matrix', log, async ({ folder: uri, nonce, goTo }: MatrixParams): Promise<MatrixPage | null> => {
        const folder = folders.get(uri);
        if (!folder?.view) return null;
        if (nonce !== undefined) tellerOf(folder).arm();
        const html = await matrixHtml(folder, parts, nonce, { tag: session.client.languageTag, words: localised }, goTo);
        return html === undefined ? null : { html };
      }),
    );

    connection.onRequest(
      MATRIX_FILE,
      guarded('matrix file', log, ({ folder: uri, format }: MatrixFileParams): string | null => {
        const folder = folders.get(uri);
        return folder?.view ? matrixFile(folder.view, folder.skipped, format) : null;
      }),
    );

    session.listen({
      folderChanged: (folder) => tellers.get(folder)?.tell(),
      folderRemoved: (folder) => void tellers.delete(folder),
    });
  },
};
