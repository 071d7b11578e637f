import type { WorkspaceFolder } from 'vscode';
import { l10n, window, workspace } from 'vscode';

/**
 * The workspace folder that a command is for; where there are several, a person chooses. Undefined if none was chosen.
 *
 * @throws Error with a message to show when no folder is open.
 */
export async function chooseFolder(placeHolder: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error(l10n.t('Open a folder first.'));
  return folders.length === 1 ? folders[0] : window.showWorkspaceFolderPick({ placeHolder });
}
