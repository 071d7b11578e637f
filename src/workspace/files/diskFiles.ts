import type { FilePath } from '../../model/position.ts';
import { toFilePath, toSystemPath } from './filePaths.ts';
import { isUnder } from './pathCase.ts';
import type { FileContent, FileSource } from './fileSource.ts';
import { FolderFiles } from './listing/folderFiles.ts';
import type { GitOptions } from '../git/git.ts';
import { entryAt } from './entryAt.ts';
import { eachOnce, ignoresCase, spellingOnDisk } from './letterCase.ts';
import { readFile } from './readFile.ts';

/** More paths than this are sooner listed all together, and would not fit on a command line. */
const MAX_SINGLE_PATHS = 200;

/** Files of a folder on disk: listed with git where there is a repository that may be trusted, else by walking; repositories in it are part of it. */
export class DiskFiles implements FileSource {
  readonly #root: string;
  /** Whether git answered last time; single files must be judged as the whole was. */
  #useGit: boolean;
  readonly #trusted: boolean;
  readonly #git: GitOptions;
  readonly #ignoresCase: boolean;
  #repositories: readonly FilePath[] = [];

  /** @param git how long git may take. */
  constructor(root: string, trusted: boolean, git: GitOptions = {}) {
    this.#root = root;
    this.#trusted = trusted;
    this.#git = git;
    this.#useGit = trusted;
    this.#ignoresCase = ignoresCase(root);
  }

  async list(under?: readonly FilePath[], signal?: AbortSignal): Promise<readonly FilePath[]> {
    if (under && under.length > MAX_SINGLE_PATHS) {
      const wanted = new Set(under);
      return (await this.list(undefined, signal)).filter((path) => isUnder(path, wanted));
    }
    if (under?.length === 0) return [];
    const folder = this.#files(signal);
    const { files, byGit } = await folder.list(this.#root, under, under ? this.#useGit : this.#trusted);
    if (!under) {
      this.#useGit = byGit;
      this.#repositories = folder.repositories.map((path) => toFilePath(this.#root, path) ?? '').filter((path) => path !== '');
    }
    return this.#ignoresCase ? eachOnce(this.#root, files) : files;
  }

  get repositories(): readonly FilePath[] {
    return this.#repositories;
  }

  ignores(path: FilePath): Promise<boolean> {
    return this.#files().ignores(this.#root, path, this.#useGit);
  }

  spelling(path: FilePath): FilePath {
    return this.#ignoresCase ? spellingOnDisk(this.#root, path) : path;
  }

  exists(path: FilePath): boolean {
    return entryAt(toSystemPath(this.#root, path)) !== undefined;
  }

  async read(path: FilePath): Promise<FileContent> {
    return readFile(toSystemPath(this.#root, path));
  }

  #files(signal?: AbortSignal): FolderFiles {
    return new FolderFiles({ trusted: this.#trusted, ignoresCase: this.#ignoresCase, git: { ...this.#git, ...(signal && { signal }) } });
  }
}

/** Files of a folder that are not ignored, as its disk has them now: `await filesOnDisk('/home/me/shop', true)`. */
export function filesOnDisk(root: string, trusted: boolean): Promise<readonly FilePath[]> {
  return new DiskFiles(root, trusted).list();
}
