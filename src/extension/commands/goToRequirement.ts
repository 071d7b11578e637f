import type { QuickInputButton, QuickPickItem } from 'vscode';
import { ThemeIcon, l10n, window } from 'vscode';
import { ITEMS } from '../../server/protocol.ts';
import type { ItemAddress, ListedItem, Place } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { openPlace } from '../window/places.ts';
import { STATUS_ICONS } from '../status/statusIcons.ts';

interface ItemPick extends QuickPickItem {
  readonly item: ListedItem;
}

interface PlaceButton extends QuickInputButton {
  readonly place: Place;
}

/**
 * The command *Go to Requirement*: every requirement and criterion with its status, found by id, words or document. Enter opens
 * the document, the buttons of a row its code and its test.
 *
 * @throws Error with a message to show when the server is away.
 */
export async function goToRequirement(ask: LanguageServer['request']): Promise<void> {
  const picker = window.createQuickPick<ItemPick>();
  picker.title = l10n.t('Go to Requirement');
  picker.placeholder = l10n.t('Id, words of the text, or document');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  picker.onDidHide(() => picker.dispose());
  picker.onDidAccept(() => {
    const [picked] = picker.selectedItems;
    picker.hide();
    if (picked) void openPlace(ask, picked.item.place);
  });
  picker.onDidTriggerItemButton(({ button }) => {
    picker.hide();
    void openPlace(ask, (button as PlaceButton).place);
  });
  picker.show();
  try {
    picker.items = (await listItems(ask)).map((item) => ({ ...pickOf(item), buttons: buttonsOf(item) }));
    picker.busy = false;
  } catch (error) {
    picker.hide();
    throw error;
  }
}

/**
 * Lets an item be chosen that still needs something; `undefined` when the person gave up.
 *
 * @throws Error with a message to show when the server is away.
 */
export async function pickOpenItem(ask: LanguageServer['request'], placeHolder: string): Promise<ItemAddress | undefined> {
  const lacksLinks = ({ status }: ListedItem): boolean => status === 'unmet' || status === 'partial';
  const picks = listItems(ask).then((items) => items.filter(lacksLinks).map(pickOf));
  const picked = await window.showQuickPick(picks, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  return picked?.item;
}

async function listItems(ask: LanguageServer['request']): Promise<readonly ListedItem[]> {
  const items = await ask<ListedItem[] | null>(ITEMS);
  if (items === undefined) throw new Error(l10n.t('The language server is not running.'));
  return items ?? [];
}

function pickOf(item: ListedItem): ItemPick {
  return {
    item,
    label: plain(item.id),
    iconPath: STATUS_ICONS[item.status],
    ...(item.name !== item.id && { description: plain(item.name) }),
    detail: plain(`${item.statusText} · ${item.document}`),
  };
}

/** Texts of a quick pick may hold icons, `$(name)`; those of the repository are shown as written: `costs \$(price)`. */
export function plain(text: string): string {
  return text.replaceAll('$(', String.raw`\$(`);
}

function buttonsOf({ code, test }: ListedItem): PlaceButton[] {
  return [
    ...(code ? [{ place: code, iconPath: new ThemeIcon('code'), tooltip: l10n.t('Open Code') }] : []),
    ...(test ? [{ place: test, iconPath: new ThemeIcon('beaker'), tooltip: l10n.t('Open Test') }] : []),
  ];
}
