import { lstatSync, readdirSync } from 'node:fs';
import nodePath from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { toSystemPath } from './filePaths.ts';

/** True if the file system of a folder takes `Docs` and `docs` for one name, as those of Windows and macOS mostly do. */
export function ignoresCase(folder: string): boolean {
  // What lies in it tells first: its own name lies on another disk where one is mounted.
  return (
    isBlindTo(folder, namesIn(folder)) ??
    isBlindTo(nodePath.dirname(folder), [nodePath.basename(folder)]) ??
    (process.platform === 'win32' || process.platform === 'darwin')
  );
}

/** Undefined where no name has letters. */
function isBlindTo(folder: string, names: readonly string[]): boolean | undefined {
  const name = names.find((each) => swapped(each) !== each);
  if (name === undefined) return undefined;
  const other = lstatSync(nodePath.join(folder, swapped(name)), { throwIfNoEntry: false });
  // Numbers of files would tell as well, but some file systems give a new one to each name.
  return other !== undefined && !namesIn(folder).includes(swapped(name));
}

function swapped(name: string): string {
  return name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
}

/** The spelling that the disk has for a path of any letter case; what is not there keeps the one that it is given. */
export function spellingOnDisk(root: string, path: FilePath): FilePath {
  // What the configuration is called is not for the disk to say.
  if (path.toLowerCase() === CONFIGURATION_FILE) return CONFIGURATION_FILE;
  const parts = path.split('/');
  for (const [at, part] of parts.entries()) {
    const names = namesIn(toSystemPath(root, parts.slice(0, at).join('/')));
    const name = names.includes(part) ? part : names.find((each) => each.toLowerCase() === part.toLowerCase());
    if (name === undefined) break;
    parts[at] = name;
  }
  return parts.join('/');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Of files that only differ in letter case, and so are one, the spelling that the disk has. */
export function eachOnce(root: string, files: readonly FilePath[]): readonly FilePath[] {
  const once = new Map<string, FilePath>();
  for (const path of files) {
    const folded = path.toLowerCase();
    if (folded === CONFIGURATION_FILE) once.set(folded, CONFIGURATION_FILE);
    else once.set(folded, once.has(folded) ? spellingOnDisk(root, path) : path);
  }
  return [...once.values()];
}
