import { l10n } from 'vscode';
import type { AnnotateParams } from '../../server/protocol.ts';
import { ANNOTATE } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { applyEdit } from '../window/applyEdit.ts';

// @implements RT-12.1/AC12~341eba
/**
 * The command *Take Suggestion*: annotates the function or the test of a row with the criterion that it is under, unsaved.
 *
 * @throws Error with a message to show for any other row.
 */
export async function takeSuggestion(ask: LanguageServer['request'], suggestion: AnnotateParams | undefined): Promise<void> {
  if (!suggestion) throw new Error(l10n.t('Choose a row below Suggested in the view Requirements first.'));
  await applyEdit(await ask(ANNOTATE, suggestion));
}
