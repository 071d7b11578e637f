import { l10n, window, workspace } from 'vscode';
import { NEXT_UNMET } from '../../server/protocol.ts';
import type { NextUnmetParams, Place } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { openPlace } from '../window/places.ts';

/**
 * The commands *Go to Next Unmet Criterion* and *… Previous …*: from the cursor on through all documents and round their end.
 *
 * @throws Error with a message to show when the server is away.
 */
export async function goToUnmet(ask: LanguageServer['request'], direction: NextUnmetParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  const uri = editor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  if (uri === undefined) return;
  const { line, character } = editor?.selection.active ?? { line: 0, character: 0 };
  const params: NextUnmetParams = { uri: uri.toString(), position: { line, character }, direction };
  const place = await ask<Place | null>(NEXT_UNMET, params);
  if (place === undefined) throw new Error(l10n.t('The language server is not running.'));
  if (place) await openPlace(ask, place);
  else void window.showInformationMessage(l10n.t('There is no unmet criterion.'));
}
