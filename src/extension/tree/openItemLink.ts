import type { Event, Uri } from 'vscode';
import { l10n, window, workspace } from 'vscode';
import { ITEM_PLACES } from '../../server/protocol.ts';
import type { FolderState, ItemPlaces } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { openPlace } from '../window/places.ts';
import { itemOfLink } from './itemLinks.ts';

/** What is known of the folders, which a window that a link has just opened is still reading. */
interface KnownFolders {
  readonly folders: readonly FolderState[];
  readonly onShown: Event<void>;
}

/** Opens what a link from outside names, once its folder is read; says so if nothing has that name. */
export async function openItemLink(ask: LanguageServer['request'], states: KnownFolders, uri: Uri): Promise<void> {
  const item = itemOfLink(
    uri,
    (workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString()),
  );
  if (!item) return;
  await foldersRead(states);
  const places = await ask<ItemPlaces | null>(ITEM_PLACES, item);
  if (places) await openPlace(ask, places.place);
  else void window.showErrorMessage(l10n.t('{0} is in no folder of this window.', item.key));
}

async function foldersRead(states: KnownFolders): Promise<void> {
  while (states.folders.length === 0 || states.folders.some(({ phase }) => phase === 'indexing')) {
    await new Promise<void>((resolve) => {
      const listener = states.onShown(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}
