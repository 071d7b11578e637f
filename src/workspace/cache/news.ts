import type { FilePath } from '../../model/position.ts';

/** More than this and the next start should not have to look at them again. */
const MUCH = 50;

/** What happened since a folder was remembered. */
export interface News {
  /** Files that may be others now, new ones among them. */
  readonly fresh: readonly FilePath[];
  /** Files that the folder has no more. */
  readonly gone: readonly FilePath[];
}

/** True for news of so many files that the folder is better remembered anew than heard of again at the next start. */
export function isMuch({ fresh, gone }: News): boolean {
  return fresh.length + gone.length > MUCH;
}
