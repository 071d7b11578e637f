import type { FilePath } from '../../../model/position.ts';
import { folderOf, inFolder } from '../../../text/paths.ts';

/** What a plan may ask of the folder; paths are relative to its root. */
export interface KnownProject {
  /** Absolute path of the root, in the form of the operating system. */
  readonly root: string;
  /** The text of a small file, undefined where there is none. */
  readonly text: (path: FilePath) => string | undefined;
  /** True for a file or folder that exists. */
  readonly has: (path: FilePath) => boolean;
  /** True on Windows, where scripts of the shell are not programs. */
  readonly windows: boolean;
  /** The main version of the `node` that runs tests: 20. */
  readonly nodeMajor: number;
  /** Absolute path of a file that does not exist in a folder that does: `resultFile('.xml')`, another one for each call. */
  readonly resultFile: (ending: string) => string;
}

/** The folder of a file and those around it, the innermost first, the root last. */
export function* foldersAround(path: FilePath): Iterable<FilePath> {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) yield folder;
  yield '';
}

/** The nearest folder around a file that has a file of one of these names. */
export function nearestWith({ has }: KnownProject, path: FilePath, names: readonly string[]): FilePath | undefined {
  for (const folder of foldersAround(path)) if (names.some((name) => has(inFolder(folder, name)))) return folder;
  return undefined;
}

/** A path as seen from a folder around it. */
export function relativeTo(folder: FilePath, path: FilePath): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** The absolute path, with the slashes of the operating system. */
export function absolute({ root, windows }: KnownProject, path: FilePath): string {
  return windows ? `${root}\\${path.replaceAll('/', '\\')}` : `${root === '/' ? '' : root}/${path}`;
}
