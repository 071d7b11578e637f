import { Position, Range, TextEditorRevealType, Uri, l10n, window } from 'vscode';
import { SCAFFOLD_TEST } from '../../server/protocol.ts';
import type { ItemAddress, ScaffoldedTest } from '../../server/protocol.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { pickOpenItem } from './goToRequirement.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/**
 * The command *Write a Test*: a test for a criterion in the framework of the tests around it, unsaved, with the cursor in it.
 *
 * @param item the requirement or criterion; without it, it is picked first.
 * @throws Error with a message to show when no framework is known here or the server is away.
 */
export async function scaffoldTest(ask: LanguageServer['request'], item?: ItemAddress): Promise<void> {
  const address = item ?? (await pickOpenItem(ask, l10n.t('Requirement or criterion to test')));
  if (!address) return;
  const { folder, key } = address;
  const scaffolded = await ask<ScaffoldedTest>(SCAFFOLD_TEST, { folder, key });
  await applyEdit(scaffolded?.edit);
  if (!scaffolded) return;
  const start = new Position(scaffolded.line, 0);
  const editor = await window.showTextDocument(Uri.parse(scaffolded.uri), { selection: new Range(start, start) });
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}
