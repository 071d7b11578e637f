import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { FilePath } from '../../model/position.ts';
import { folderOf, inFolder } from '../../text/paths.ts';

/** Folders of packages and of git hold nothing that is read, and very many files. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);
/** Folders without listed files that are looked at; those of a build can be many. */
const MOST_FOLDERS = 3000;
/** What git writes when it moves to another commit, stages something or hears of other branches, and what people write there. */
const OF_GIT = ['HEAD', 'index', 'logs/HEAD', 'packed-refs', 'refs/heads', 'refs/remotes/origin', 'FETCH_HEAD', 'config', 'info/exclude'];

/**
 * How a folder's files lay on the disk at one moment, so that a program which is asked now and then can tell in some milliseconds that nothing has changed
 * since: `const picture = DiskPicture.take(root, project.index.files.keys())`, later `picture.changedFiles()`.
 *
 * A file is told by its size, its times and its inode; a folder, whose times change with what is in it, tells of files that came or went.
 */
export class DiskPicture {
  /** When any of it changed last, in milliseconds since 1970. */
  readonly newest: number;
  readonly #stamps: ReadonlyMap<string, string>;
  /** The files among them that are read, by their places. */
  readonly #files: ReadonlyMap<string, FilePath>;

  private constructor(places: readonly string[], files: ReadonlyMap<string, FilePath>) {
    this.#files = files;
    const stats = places.map((place) => [place, statsOf(place)] as const);
    this.newest = stats.reduce((newest, [, each]) => Math.max(newest, each?.ctimeMs ?? 0), 0);
    this.#stamps = new Map(stats.map(([place, each]) => [place, stampOf(each)]));
  }

  /**
   * Undefined where there is more than can be looked at each time.
   *
   * @param root the workspace folder.
   * @param files those that are read, and those with results; relative to it, or absolute.
   */
  static take(root: string, files: readonly FilePath[]): DiskPicture | undefined {
    const paths = new Set<FilePath>(['']);
    for (const file of files) {
      paths.add(file);
      for (let folder = folderOf(file); folder !== '' && !paths.has(folder); folder = folderOf(folder)) paths.add(folder);
    }
    const others = foldersBeside(root, paths);
    if (!others) return undefined;
    const read = new Map(Array.from(files, (file) => [path.resolve(root, file), file] as const));
    const all = [...Array.from(paths, (each) => path.resolve(root, each)), ...others, ...placesOfGit(root)];
    return new DiskPicture(all, read);
  }

  /** Files that were written since, none where nothing changed; undefined where more did: a file came or went, or git moved. */
  changedFiles(): readonly FilePath[] | undefined {
    const changed: FilePath[] = [];
    for (const [each, stamp] of this.#stamps) {
      const stats = statsOf(each);
      if (stampOf(stats) === stamp) continue;
      const file = stats?.isFile() === true && stamp !== '' ? this.#files.get(each) : undefined;
      if (file === undefined) return undefined;
      changed.push(file);
    }
    return changed;
  }
}

function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function stampOf(stats: Stats | undefined): string {
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : '';
}

/** Folders in which nothing is listed: the ignored ones, where results of tests lie. */
function foldersBeside(root: string, listed: ReadonlySet<FilePath>): readonly string[] | undefined {
  const found: string[] = [];
  const parents = new Set(['', ...Array.from(listed, folderOf)]);
  const folders: FilePath[] = [...parents];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of namesOfFolders(path.resolve(root, folder))) {
      const inner = inFolder(folder, name);
      if (PASSED_OVER.has(name) || parents.has(inner)) continue;
      found.push(path.resolve(root, inner));
      if (found.length > MOST_FOLDERS) return undefined;
      folders.push(inner);
    }
  }
  return found;
}

function namesOfFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return [];
  }
}

/** Of the repository that the folder lies in, wherever git keeps it. */
function placesOfGit(root: string): readonly string[] {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const entry = path.join(folder, '.git');
    const stats = lstatSync(entry, { throwIfNoEntry: false });
    if (stats) {
      const own = stats.isDirectory() ? entry : linkedTo(entry);
      return [...new Set([own, sharedBy(own)])].flatMap((folderOfGit) => OF_GIT.map((name) => path.join(folderOfGit, name)));
    }
    if (path.dirname(folder) === folder) return [];
  }
}

/** `gitdir: ../.git/worktrees/a`, as a further worktree has it. */
function linkedTo(file: string): string {
  try {
    const target = /^gitdir: (.*)$/mu.exec(readFileSync(file, 'utf8'))?.[1]?.trim();
    return path.resolve(path.dirname(file), target ?? '.git');
  } catch {
    return file;
  }
}

/** Where git keeps what all worktrees of a repository have in common. */
function sharedBy(folderOfGit: string): string {
  try {
    return path.resolve(folderOfGit, readFileSync(path.join(folderOfGit, 'commondir'), 'utf8').trim());
  } catch {
    return folderOfGit;
  }
}
