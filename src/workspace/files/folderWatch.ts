import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import type { FilePath } from '../../model/position.ts';
import { codeOf, messageOf } from '../../text/errors.ts';
import { folderOf, inFolder } from '../../text/paths.ts';
import { toSystemPath } from './filePaths.ts';

/** Folders that are watched one by one; systems allow some thousands for all programs together. */
const MOST_FOLDERS = 4000;
/** Where the system watches all that is below a folder by itself. Elsewhere Node would go through everything, `node_modules` too. */
const WATCHES_BELOW = process.platform === 'darwin' || process.platform === 'win32';

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Hears what happens to the files of a folder on the disk, for clients that do not tell. */
export class FolderWatch {
  readonly #root: string;
  readonly #heard: (path: FilePath) => void;
  readonly #failed: (why: string) => void;
  readonly #watchers = new Map<FilePath, FSWatcher>();
  #isFull = false;
  #hasLost = false;

  /**
   * @param heard is told of each file or folder that may be another now.
   * @param failed is told once where not all can be watched.
   */
  constructor(root: string, heard: (path: FilePath) => void, failed: (why: string) => void) {
    this.#root = root;
    this.#heard = heard;
    this.#failed = failed;
  }

  /** True if folders came or went of late, so that `add` should be given all files again. */
  get hasLost(): boolean {
    return this.#hasLost;
  }

  /** Watches the folders of these files, too, and those above them. */
  add(files: Iterable<FilePath>): void {
    if (WATCHES_BELOW) {
      this.#watch('');
      return;
    }
    this.#hasLost = false;
    for (const file of files) {
      for (let folder = folderOf(file); !this.#watchers.has(folder); folder = folderOf(folder)) {
        if (!this.#watch(folder)) return;
        if (folder === '') break;
      }
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** False where no more can be watched. */
  #watch(folder: FilePath): boolean {
    if (this.#watchers.has(folder)) return true;
    if (this.#isFull) return false;
    if (this.#watchers.size >= MOST_FOLDERS) return this.#stop(`more than ${MOST_FOLDERS} folders`);
    try {
      const watcher = watch(toSystemPath(this.#root, folder), { recursive: WATCHES_BELOW, persistent: false });
      watcher.on('change', (_, name) => {
        const path = typeof name === 'string' ? inFolder(folder, name.replaceAll('\\', '/')) : folder;
        if (this.#watchers.has(path)) this.#forget(path);
        this.#heard(path);
      });
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
      return true;
    } catch (error) {
      // A folder that is gone is heard of from the one above it.
      return GONE.has(codeOf(error) ?? '') || this.#stop(messageOf(error));
    }
  }

  /** A folder that came or went, with all in it: what is watched is no longer what has its name. */
  #forget(folder: FilePath): void {
    this.#hasLost = true;
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  #stop(why: string): false {
    this.#isFull = true;
    this.#failed(why);
    return false;
  }
}
