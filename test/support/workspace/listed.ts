import { DiskFiles } from '../../../src/workspace/files/diskFiles.ts';
import type { Folder } from './folder.ts';

/** The files of a folder in order, as git or a walk finds them. */
export async function listed(folder: Folder, trusted: boolean, under?: readonly string[], root = folder.path): Promise<string[]> {
  return [...(await new DiskFiles(root, trusted).list(under))].sort();
}

/** What a listing says of one file once the whole has been listed. */
export async function ignores(folder: Folder, trusted: boolean, path: string): Promise<boolean> {
  const files = new DiskFiles(folder.path, trusted);
  await files.list();
  return files.ignores(path);
}
