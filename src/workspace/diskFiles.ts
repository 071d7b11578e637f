import { lstatSync } from 'node:fs';
import nodePath from 'node:path';
import type { FilePath } from '../model/position.ts';
import { isUnder, toSystemPath } from './filePaths.ts';
import type { FileContent, FileSource } from './fileSource.ts';
import type { GitOptions } from './git.ts';
import { ignoredByGit, listWithGit } from './gitFiles.ts';
import { readFile } from './readFile.ts';
import { ignoredByWalk, listByWalking } from './walkFiles.ts';

/** More paths than this are sooner listed all together, and would not fit on a command line. */
const MAX_SINGLE_PATHS = 200;

/** Files of a folder on disk: listed with git where there is a repository that may be trusted, else by walking. */
export class DiskFiles implements FileSource {
  readonly #root: string;
  /** Whether git answered last time; single files must be judged as the whole was. */
  #useGit: boolean;
  readonly #trusted: boolean;
  readonly #git: GitOptions;

  /** @param git how long git may take. */
  constructor(root: string, trusted: boolean, git: GitOptions = {}) {
    this.#root = root;
    this.#trusted = trusted;
    this.#git = git;
    this.#useGit = trusted;
  }

  async list(under?: readonly FilePath[], signal?: AbortSignal): Promise<readonly FilePath[]> {
    if (under && under.length <= MAX_SINGLE_PATHS) {
      return (this.#useGit ? await this.#listWithGit(under, signal) : undefined) ?? listByWalking(this.#root, under, signal);
    }
    if (under) {
      const wanted = new Set(under);
      return (await this.list(undefined, signal)).filter((path) => isUnder(path, wanted));
    }
    const files = this.#trusted ? await this.#listWithGit([], signal) : undefined;
    // A root that its repository ignores as a whole was still named by somebody who wants it read.
    this.#useGit = files !== undefined && files.length > 0;
    return files && this.#useGit ? files : listByWalking(this.#root, [''], signal);
  }

  async ignores(path: FilePath): Promise<boolean> {
    const byGit = this.#useGit ? await ignoredByGit(this.#root, path, this.#git) : undefined;
    return byGit ?? ignoredByWalk(this.#root, path);
  }

  exists(path: FilePath): boolean {
    try {
      return lstatSync(toSystemPath(this.#root, path), { throwIfNoEntry: false }) !== undefined;
    } catch {
      // A folder on the way is a file by now.
      return false;
    }
  }

  async read(path: FilePath): Promise<FileContent> {
    return readFile(toSystemPath(this.#root, path));
  }

  #listWithGit(under: readonly FilePath[], signal: AbortSignal | undefined): Promise<FilePath[] | undefined> {
    return listWithGit(this.#root, under, { ...this.#git, ...(signal && { signal }) });
  }
}

/** True if the file system of a folder takes `Docs` and `docs` for one name, as those of Windows and macOS mostly do. */
export function ignoresCase(folder: string): boolean {
  const name = nodePath.basename(folder);
  const swapped = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  if (swapped === name) return process.platform === 'win32' || process.platform === 'darwin';
  const one = lstatSync(folder, { throwIfNoEntry: false });
  const other = lstatSync(nodePath.join(nodePath.dirname(folder), swapped), { throwIfNoEntry: false });
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
