import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';

/** What became of reading a file. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  /** It is there, but is nothing to read: `binary`, `larger than 4 MB`, `permission denied`. */
  | { readonly kind: 'skipped'; readonly reason: Message }
  | { readonly kind: 'gone' };

/** Where files come from, so that finding and reading them can be made faster, or come from elsewhere, without anyone noticing. */
export interface FileSource {
  /**
   * Files that are not ignored, without any order; where all are asked for, some may be gone already. Those of submodules and clones are among them; what lies in a further
   * worktree or behind a symbolic link is not.
   *
   * @param under only these files, and those in these folders.
   * @throws UserError when the root cannot be listed; the signal's reason when it is aborted.
   */
  list(under?: readonly FilePath[], signal?: AbortSignal): Promise<readonly FilePath[]>;
  /** Submodules and clones that git answered for when all files were listed last; none before. */
  readonly repositories: readonly FilePath[];
  /** A path as the disk spells it, where letter case does not count; else as it is. */
  spelling(path: FilePath): FilePath;
  /** True if there is anything of that name, be it a link that leads nowhere. */
  exists(path: FilePath): boolean;
  /** True for a file that `list` would leave out if it existed, as an ignore file says. */
  ignores(path: FilePath): Promise<boolean>;
  /** Never throws. */
  read(path: FilePath): Promise<FileContent>;
}
