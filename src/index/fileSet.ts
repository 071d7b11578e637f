import type { FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { folderOf, upwards } from '../text/paths.ts';

/** Paths that exist, what each is, and the folders that this implies. */
export class FileSet {
  #roles: Map<FilePath, FileRole> = new Map();
  /** Number of files below each folder; made when first asked for, since most workspaces check no link. */
  #folders: Map<string, number> | undefined;

  has(path: FilePath): boolean {
    return this.#roles.has(path);
  }

  roleOf(path: FilePath): FileRole | undefined {
    return this.#roles.get(path);
  }

  /** True for a folder with at least one file in it or below; the root is the empty path. */
  hasFolder(path: string): boolean {
    if (path === '') return true;
    if (!this.#folders) {
      this.#folders = new Map();
      for (const file of this.#roles.keys()) this.#count(file, 1);
    }
    return this.#folders.has(path);
  }

  /** Takes many files at once, in place of those before; they are its own from then on. */
  begin(files: Map<FilePath, FileRole>): void {
    this.#roles = files;
    this.#folders = undefined;
  }

  set(path: FilePath, role: FileRole): void {
    if (!this.#roles.has(path)) this.#count(path, 1);
    this.#roles.set(path, role);
  }

  delete(path: FilePath): void {
    if (this.#roles.delete(path)) this.#count(path, -1);
  }

  /** All of them, as they are now and will be. */
  get roles(): ReadonlyMap<FilePath, FileRole> {
    return this.#roles;
  }

  #count(path: FilePath, by: 1 | -1): void {
    if (!this.#folders) return;
    for (const folder of upwards(folderOf(path))) {
      const count = (this.#folders.get(folder) ?? 0) + by;
      if (count > 0) this.#folders.set(folder, count);
      else this.#folders.delete(folder);
    }
  }
}
