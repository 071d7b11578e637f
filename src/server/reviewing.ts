import type { FilePath } from '../model/position.ts';
import type { ChangedFile } from '../query/diff/comparison.ts';
import type { Folder } from './folder.ts';

/** What Review last found to differ in a folder. */
export interface Reviewed {
  /** Full hash of the base. */
  readonly commit: string;
  readonly files: readonly ChangedFile[];
}

/** What the view *Review* shows while a person sees it, for marks in the text that belong to it: `session.reviewing.fileOf(folder, 'src/stock.ts')`. */
export class Reviewing {
  #isShown = false;
  readonly #reviewed = new WeakMap<Folder, Reviewed>();

  /** The view came into sight, or went. True if it was not so before. */
  show(isShown: boolean): boolean {
    const isNews = this.#isShown !== isShown;
    this.#isShown = isShown;
    return isNews;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Takes what was found in a folder. True if other files differ than before. */
  take(folder: Folder, reviewed: Reviewed): boolean {
    const before = this.#reviewed.get(folder);
    this.#reviewed.set(folder, reviewed);
    return before?.commit !== reviewed.commit || nameOf(before.files) !== nameOf(reviewed.files);
  }

  /** How a file differs from the base; undefined where it does not, or where nobody sees the view. */
  fileOf(folder: Folder, path: FilePath): { readonly commit: string; readonly base?: FilePath } | undefined {
    const reviewed = this.#isShown ? this.#reviewed.get(folder) : undefined;
    const file = reviewed?.files.find(({ head }) => head === path);
    return reviewed && file && { commit: reviewed.commit, ...(file.base !== undefined && { base: file.base }) };
  }
}

function nameOf(files: readonly ChangedFile[]): string {
  return files.map(({ base = '', head = '' }) => `${base}\0${head}`).join('\0');
}
