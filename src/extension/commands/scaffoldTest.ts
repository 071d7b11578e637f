import { Position, Range, SnippetString, TextEditorRevealType, Uri, WorkspaceEdit, l10n, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { SCAFFOLD_TEST } from '../../server/scaffoldProtocol.ts';
import type { ItemAddress } from '../../server/protocol.ts';
import type { FrameworkChoices, ScaffoldTestParams, ScaffoldedTest } from '../../server/scaffoldProtocol.ts';
import { toRange } from '../window/ranges.ts';
import { pickOpenItem } from './goToRequirement.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/**
 * The command *Write a Test*: a test for a criterion in the framework of the tests around it, unsaved, with the cursor in its body; Tab goes on to what
 * switches it off until it is written.
 *
 * @param item the requirement or criterion; without it, it is picked first.
 * @throws Error with a message to show when it cannot be written or the server is away.
 */
export async function scaffoldTest(ask: LanguageServer['request'], item?: ItemAddress): Promise<void> {
  const address = item ?? (await pickOpenItem(ask, l10n.t('Requirement or criterion to test')));
  if (!address) return;
  const made = await askForTest(ask, { folder: address.folder, key: address.key });
  if (made) await insert(made);
}

/** Undefined if a person was asked for the framework and chose none. */
async function askForTest(ask: LanguageServer['request'], params: ScaffoldTestParams): Promise<ScaffoldedTest | undefined> {
  const answer = await ask<ScaffoldedTest | FrameworkChoices>(SCAFFOLD_TEST, params);
  if (!answer) throw new Error(l10n.t('The language server is not running.'));
  if (!('choices' in answer)) return answer;
  if (params.framework !== undefined) throw new Error(l10n.t('A test in {0} has no place here.', params.framework));
  const framework = await window.showQuickPick([...answer.choices], {
    placeHolder: l10n.t('No test tells how tests are written here. Which framework is it to be?'),
  });
  return framework === undefined ? undefined : askForTest(ask, { ...params, framework });
}

async function insert({ uri, isNew, before, snippet }: ScaffoldedTest): Promise<void> {
  const file = Uri.parse(uri);
  if (isNew) {
    const creation = new WorkspaceEdit();
    creation.createFile(file, { ignoreIfExists: true });
    if (!(await workspace.applyEdit(creation))) throw new Error(l10n.t('{0} could not be written.', workspace.asRelativePath(file)));
  }
  const editor = await window.showTextDocument(file);
  const { line, character } = snippet.position;
  const isWritten =
    (await importInto(editor, before)) && (await insertAt(editor, snippet.text, new Position(line, character), before.length > 0));
  if (!isWritten) throw new Error(l10n.t('The files changed meanwhile, so nothing was written. Try again.'));
  editor.revealRange(new Range(editor.selection.active, editor.selection.active), TextEditorRevealType.InCenterIfOutsideViewport);
}

async function importInto(editor: TextEditor, before: ScaffoldedTest['before']): Promise<boolean> {
  if (before.length === 0) return true;
  // One step to be undone, together with the test.
  return editor.edit((edit) => before.forEach(({ range, newText }) => edit.replace(toRange(range), newText)), {
    undoStopBefore: true,
    undoStopAfter: false,
  });
}

function insertAt(editor: TextEditor, text: string, position: Position, goesOn: boolean): Thenable<boolean> {
  return editor.insertSnippet(new SnippetString(text), position, { undoStopBefore: !goesOn, undoStopAfter: true, keepWhitespace: true });
}
