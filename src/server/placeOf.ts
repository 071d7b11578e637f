import type { CancellationToken } from 'vscode-languageserver';
import type { IndexView } from '../index/view.ts';
import type { FilePath } from '../model/position.ts';
import type { Folder } from './folder.ts';
import type { FolderFile, Folders } from './folders.ts';

/** A file of a folder whose index is there and up to date with the editor. */
export interface FilePlace {
  readonly folder: Folder;
  readonly view: IndexView;
  readonly path: FilePath;
}

/**
 * Undefined for a file of no folder, while there is no index, and when the question was taken back.
 *
 * @param when `early` for a question that an index of the documents alone can answer.
 */
export async function placeOf(
  folders: Folders,
  uri: string,
  token: CancellationToken,
  when: 'early' | 'complete' = 'complete',
): Promise<FilePlace | undefined> {
  const file = folders.find(uri);
  const viewOf = ({ folder }: FolderFile): IndexView | undefined => (when === 'early' ? folder.early : folder.view);
  if (!file || !viewOf(file)) return undefined;
  // What was typed waits for the rest of the files as long as there is no whole index.
  if (file.folder.view) await file.folder.settled(file.path);
  const view = viewOf(file);
  return view && !token.isCancellationRequested ? { ...file, view } : undefined;
}
