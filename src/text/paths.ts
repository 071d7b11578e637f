import type { FilePath } from '../model/position.ts';

/** The folder that a path lies in: `docs/plan` for `docs/plan/a.md`; empty for the root. */
export function folderOf(path: FilePath): FilePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last name of a path: `a.md` for `docs/plan/a.md`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The ending of a name, after its last full stop: `md` for `docs/a.md`; the whole text where there is none. */
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** A name in a folder, where the root is the empty path: `inFolder('docs', 'a.md')` is `docs/a.md`. */
export function inFolder(folder: FilePath, name: string): FilePath {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The path itself and all folders that it lies in, the innermost first: `docs/plan/a.md`, `docs/plan`, `docs`; not the root. */
export function* upwards(path: FilePath): Iterable<FilePath> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}

/** A path without `.`, `..` and empty segments: `docs/plan/../a.md` is `docs/a.md`; undefined where it climbs above the root. */
export function normalPath(path: string): FilePath | undefined {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** A path seen from a folder: `a.md` for `docs/a.md` in `docs`; undefined where it lies elsewhere. */
export function withinFolder(folder: FilePath, path: FilePath): FilePath | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
