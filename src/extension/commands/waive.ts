import { l10n, window } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { WAIVE } from '../../server/protocol.ts';
import type { ItemAddress, WaiveParams } from '../../server/protocol.ts';
import { keyParts } from '../../model/keys.ts';
import { isDay } from '../../text/day.ts';
import { applyEdits } from '../window/applyEdit.ts';
import { listed } from '../window/listed.ts';
import { pickOpenItem } from './goToRequirement.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/**
 * The command *Waive*: asks for reason, owner and last day, writes them into reqtrace.yaml, or above the place in code that the first item
 * brings along, and shows the entry, unsaved; one step to be undone.
 * Escape at any question gives up.
 *
 * @param items the requirements or criteria, which get the same words; without any, one is picked first.
 * @throws Error with a message to show when there is no place for it or the server is away.
 */
export async function waive(ask: LanguageServer['request'], items: readonly ItemAddress[]): Promise<void> {
  const picked = items.length > 0 ? undefined : await pickOpenItem(ask, l10n.t('Requirement or criterion to waive'));
  const addresses = picked ? [picked] : items;
  const [first] = addresses;
  if (!first) return;
  const words = await askForWords(listed(addresses.map(({ key }) => keyParts(key).name)));
  if (!words) return;
  const edits: WorkspaceEdit[] = [];
  for (const folder of new Set(addresses.map((address) => address.folder))) {
    const keys = addresses.filter((address) => address.folder === folder).map(({ key }) => key);
    const params: WaiveParams = { folder, keys, ...(first.at && { at: first.at }), ...words };
    const edit = await ask<WorkspaceEdit | null>(WAIVE, params);
    if (edit) edits.push(edit);
  }
  await applyEdits(edits);
}

async function askForWords(name: string): Promise<Pick<WaiveParams, 'reason' | 'owner' | 'until'> | undefined> {
  const title = (step: number): string => l10n.t('Waive {0} ({1} of 3)', name, step);
  const reason = await window.showInputBox({
    title: title(1),
    prompt: l10n.t('Why need it not be met?'),
    placeHolder: l10n.t('measured by hand until the test bench is there'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A waiver without a reason waives nothing.') : undefined),
  });
  if (reason === undefined) return undefined;
  const owner = await window.showInputBox({
    title: title(2),
    prompt: l10n.t('Who is responsible? May be left empty.'),
    ignoreFocusOut: true,
  });
  if (owner === undefined) return undefined;
  const until = await window.showInputBox({
    title: title(3),
    prompt: l10n.t('The last day of the waiver. If omitted, it never expires.'),
    placeHolder: '2027-03-31',
    ignoreFocusOut: true,
    validateInput: dayFault,
  });
  if (until === undefined) return undefined;
  return {
    reason: reason.trim(),
    ...(owner.trim() !== '' && { owner: owner.trim() }),
    ...(until.trim() !== '' && { until: until.trim() }),
  };
}

function dayFault(text: string): string | undefined {
  const day = text.trim();
  if (day === '') return undefined;
  if (!isDay(day)) return l10n.t('Write a day of the calendar such as 2027-03-31, or nothing.');
  return day < today() ? l10n.t('That day is over, so nothing would be waived.') : undefined;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
