/*
 * What the language server asks of its client about the base of a folder that no disk has: extensions of the client may know a repository of it. Types and
 * names only, as in protocol.ts.
 */

import type { BaseChoice } from './reviewProtocol.ts';

/** Request to the client: what a folder is to be compared with. Params {@link BaseParams}, result {@link ToldBase} or {@link UntoldBase}; null where nobody can be asked. */
export const BASE = 'reqtrace/base';
export interface BaseParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly base: BaseChoice;
}

/** Request to the client: the text of a file as a commit has it. Params `BaseAddress` of reviewProtocol.ts, result `string`; null where it cannot be had. */
export const BASE_FILE = 'reqtrace/base/file';

/** A commit, and what the folder has otherwise than it. */
export interface ToldBase {
  readonly name: string;
  /** Full hash. */
  readonly commit: string;
  /** Commit that is checked out. */
  readonly present: string;
  /** Paths in the folder; a new file has no `base`, a deleted one no `head`. */
  readonly files: readonly { readonly base?: string; readonly head?: string }[];
  /** Number of the pull request whose base nobody told, so that this is the default branch. */
  readonly pullRequest?: number;
}

/** Why no base is known; `name` is what it would be compared with, as far as that is known. */
export interface UntoldBase {
  readonly untold: 'noExtension' | 'noRepository' | 'noBase' | 'noMergeBase' | 'noChanges' | 'tooMany';
  readonly name?: string;
}
