import type { Uri } from 'vscode';
import { Position, WorkspaceEdit, Uri as Uris, l10n, window, workspace } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { PROPOSE_CONFIGURATION } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { chooseFolder } from '../window/chooseFolder.ts';

/**
 * The command *Create reqtrace.yaml*: asks the server for a fitting text, writes it, one step to be undone, and opens it. A file that is
 * there already is opened as it is.
 *
 * @throws Error with a message to show when there is no folder, the server is away, or the file cannot be written.
 */
export async function initConfiguration(ask: LanguageServer['request']): Promise<void> {
  const folder = await chooseFolder(l10n.t('Folder that gets {0}', CONFIGURATION_FILE));
  if (folder === undefined) return;
  const file = Uris.joinPath(folder.uri, CONFIGURATION_FILE);
  if (await exists(file)) {
    await window.showTextDocument(file);
    void window.showInformationMessage(l10n.t('{0} exists already and was left as it is.', CONFIGURATION_FILE));
    return;
  }
  const text = await ask<string>(PROPOSE_CONFIGURATION, { folder: folder.uri.toString() });
  if (text === undefined) throw new Error(l10n.t('The language server is not running.'));
  const edit = new WorkspaceEdit();
  // Refused, should the file have appeared meanwhile.
  edit.createFile(file, { overwrite: false, ignoreIfExists: false });
  // A file that is created with its text cannot be undone from its editor, one that is created and written to can.
  edit.insert(file, new Position(0, 0), text);
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('{0} could not be written.', CONFIGURATION_FILE));
  const { document } = await window.showTextDocument(file);
  await document.save();
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
