import { l10n, window } from 'vscode';
import type { Presence } from '../client/presence.ts';

/** The command *Leave Me Alone Here*: ReqTrace is off in this workspace, with a way back at hand. */
export async function leaveAlone(presence: Presence): Promise<void> {
  await presence.leaveAlone();
  const undo = l10n.t('Undo');
  // Not awaited by the command: it is over, and the notification may stay for as long as it likes.
  void window
    .showInformationMessage(l10n.t('ReqTrace is off in this workspace. "ReqTrace: Turn On Here" takes that back.'), undo)
    .then((choice) => (choice === undo ? presence.comeBack() : undefined));
}
