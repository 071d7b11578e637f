import type { CancellationToken } from 'vscode-languageserver/node';
import type { IndexView } from '../index/view.ts';
import type { FilePath } from '../model/position.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';

/** A file of a folder whose index is there and up to date with the editor. */
export interface FilePlace {
  readonly folder: Folder;
  readonly view: IndexView;
  readonly path: FilePath;
}

/** Undefined for a file of no folder, while there is no index, and when the question was taken back. */
export async function placeOf(folders: Folders, uri: string, token: CancellationToken): Promise<FilePlace | undefined> {
  const file = folders.find(uri);
  if (!file?.folder.view) return undefined;
  await file.folder.settled(file.path);
  const { view } = file.folder;
  return view && !token.isCancellationRequested ? { ...file, view } : undefined;
}
