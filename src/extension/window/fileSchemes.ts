import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/** Schemes of the files that ReqTrace follows: those of the disk, and those of the folders of the window, `vscode-vfs` where one of GitHub is open. */
export function fileSchemes(): readonly string[] {
  return [...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

/** True for such a file, and not for a text of git, of an output channel or of a search: `isFile(editor.document.uri)`. */
export function isFile({ scheme }: Pick<Uri, 'scheme'>): boolean {
  return fileSchemes().includes(scheme);
}

/** True for a file that no disk has that the language server can reach. */
export function isVirtual({ scheme }: Pick<Uri, 'scheme'>): boolean {
  return scheme !== 'file';
}
