import { Uri, window, workspace } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';

/** Opens the reqtrace.yaml of every workspace folder that has one. */
export async function openConfiguration(): Promise<void> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const file = Uri.joinPath(uri, CONFIGURATION_FILE);
    const isThere = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (isThere) await window.showTextDocument(file, { preview: false });
  }
}
