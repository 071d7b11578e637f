import type { FilePath } from '../../../model/position.ts';

const OF_LISTING = /(?:^|\/)\.git\/(?:index|config|info\/exclude)$/u;
const EXCLUDE = /(?:^|\/)\.git\/info\/exclude$/u;
const IGNORE_FILE = /(?:^|\/)\.(?:git)?ignore$/u;

/** True for files of git's own that say which files of a folder are listed: `.git/index` changes with `git add --force` of an ignored file. */
export function tellsListing(path: FilePath): boolean {
  return OF_LISTING.test(path);
}

/** True for files that say what is ignored: `.gitignore`, `docs/.ignore`, `.git/info/exclude`. */
export function isIgnoreFile(path: FilePath): boolean {
  return IGNORE_FILE.test(path) || EXCLUDE.test(path);
}
