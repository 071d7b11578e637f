import type { QuickPickItem } from 'vscode';
import { Range, ThemeIcon, Uri, l10n, window } from 'vscode';
import { keyParts } from '../../model/keys.ts';
import { ANNOTATE } from '../../server/protocol.ts';
import type { AnnotateParams, ItemAddress } from '../../server/protocol.ts';
import { SUGGESTIONS } from '../../server/suggestProtocol.ts';
import type { SuggestedPlace, SuggestedPlaces } from '../../server/suggestProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { pickOpenItem, plain } from './goToRequirement.ts';

interface PlacePick extends QuickPickItem {
  readonly place: SuggestedPlace;
}

// @implements RT-12.1/AC8~e9f118
/**
 * The command *Suggest Code*: functions and tests that may meet a criterion, each shown in its file while it is the one in the list; choosing it writes its
 * annotation, unsaved.
 *
 * @param item the requirement or criterion; without it, it is picked first.
 * @throws Error with a message to show when there is none, or the server is away.
 */
export async function suggestCode(ask: LanguageServer['request'], item?: ItemAddress): Promise<void> {
  const address = item ?? (await pickOpenItem(ask, l10n.t('Requirement or criterion that code may meet already')));
  if (!address) return;
  const { name } = keyParts(address.key);
  const found = await ask<SuggestedPlaces>(SUGGESTIONS, { folder: address.folder, key: address.key });
  if (!found) throw new Error(l10n.t('The language server is not running.'));
  if (found.places.length === 0) {
    void window.showInformationMessage(l10n.t('No function and no test shares a word with {0}.', name));
    return;
  }
  const place = await pickPlace(found.places, l10n.t('Function or test that gets the annotation for {0}', name));
  if (!place) return;
  const params: AnnotateParams = { folder: address.folder, key: address.key, uri: place.uri, position: place.position };
  await applyEdit(await ask(ANNOTATE, params));
}

/** The list, with the file of the row that is active behind it. */
function pickPlace(places: readonly SuggestedPlace[], placeholder: string): Promise<SuggestedPlace | undefined> {
  const pick = window.createQuickPick<PlacePick>();
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // A person reads the code behind it with the mouse.
  pick.ignoreFocusOut = true;
  pick.items = places.map((place) => ({
    place,
    label: plain(place.name),
    description: plain(`${place.path}:${place.position.line + 1}`),
    detail: plain(place.why),
    iconPath: new ThemeIcon(place.kind === 'test' ? 'beaker' : 'symbol-function'),
  }));
  return new Promise((resolve) => {
    pick.onDidChangeActive(([active]) => void (active && preview(active.place)));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.place);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function preview({ uri, position }: SuggestedPlace): Promise<void> {
  const selection = new Range(position.line, 0, position.line, 0);
  // A file that went meanwhile has nothing to show; choosing it says so.
  await window.showTextDocument(Uri.parse(uri), { preview: true, preserveFocus: true, selection }).then(undefined, () => undefined);
}
