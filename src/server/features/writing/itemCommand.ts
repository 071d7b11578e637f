import * as l10n from '@vscode/l10n';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../../../editor/refusal.ts';
import type { Reading } from '../../../formats/extraction/reading.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Folder } from '../../folder.ts';
import type { Folders } from '../../folders.ts';
import { describeError } from '../../log.ts';
import type { ItemAddress } from '../../protocol.ts';
import type { Session } from '../../session.ts';

/** An item that the client named, and what is needed to work with it. */
export interface Addressed {
  readonly folder: Folder;
  readonly view: IndexView;
  readonly reading: Reading;
  readonly item: Item;
}

/**
 * Does what the client's command asks to do with an item. A person asked for it, so what goes wrong is told and not only logged.
 *
 * @param name of the command, for the log: `annotate`.
 */
export async function withItem<R extends object>(
  { folders, log }: Session,
  name: string,
  { folder: uri, key }: ItemAddress,
  work: (addressed: Addressed) => Promise<R | Refusal>,
): Promise<R | ResponseError> {
  const folder = folders.get(uri);
  const item = folder?.view?.item(key);
  try {
    const answer: R | Refusal =
      folder?.view && folder.reading && item
        ? await work({ folder, view: folder.view, reading: folder.reading, item })
        : { refusal: l10n.t('{0} does not exist any more', key) };
    return 'refusal' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
  } catch (error) {
    log.error(`${name}: ${describeError(error)}`);
    return new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('An unexpected error, see the log'));
  }
}

/** Path of a file in a folder, `src/stock.ts`; undefined if it lies elsewhere. */
export function pathIn(folders: Folders, folder: Folder, uri: string): FilePath | undefined {
  return folders.containing(uri).find((file) => file.folder === folder)?.path;
}
