import type { FilePath } from '../model/position.ts';
import type { Folder } from './folder.ts';
import { pathInFolder } from './uris.ts';

/** A file as one workspace folder sees it. */
export interface FolderFile {
  readonly folder: Folder;
  readonly path: FilePath;
}

/** The workspace folders of the window, in the editor's order; one project each. */
export class Folders {
  #all: readonly Folder[] = [];

  get all(): readonly Folder[] {
    return this.#all;
  }

  add(folder: Folder): void {
    this.#all = [...this.#all, folder];
  }

  /** Removes the folder of a URI, however the client writes it now; undefined if there is none. */
  remove(uri: string): Folder | undefined {
    const removed = this.get(uri);
    this.#all = this.#all.filter((folder) => folder !== removed);
    removed?.dispose();
    return removed;
  }

  get(uri: string): Folder | undefined {
    return this.#all.find((folder) => pathInFolder(folder.uri, uri) === '');
  }

  /** Every folder that holds the file, the innermost first: one workspace folder may lie in another. */
  containing(uri: string): FolderFile[] {
    return this.#all
      .flatMap((folder): FolderFile[] => {
        const path = pathInFolder(folder.uri, uri);
        return path === undefined ? [] : [{ folder, path }];
      })
      .sort((a, b) => a.path.length - b.path.length);
  }

  /** The folder that speaks for a file: the innermost that holds it. */
  find(uri: string): FolderFile | undefined {
    return this.containing(uri)[0];
  }
}
