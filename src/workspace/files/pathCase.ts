import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { upwards } from '../../text/paths.ts';

/** True for one of the paths, and for what lies in a folder of them. */
export function isUnder(path: FilePath, paths: ReadonlySet<FilePath>): boolean {
  for (const part of upwards(path)) if (paths.has(part)) return true;
  return false;
}

/**
 * Gives paths the spelling that the listing knows, where the file system does not tell letter cases apart: once `docs/A.md` is
 * listed, `Docs/a.md` from an editor is the same file. Elsewhere every spelling stands for itself.
 */
export class PathCase {
  readonly ignoresCase: boolean;
  readonly #known = new Map<string, FilePath>();

  constructor(ignoresCase: boolean) {
    this.ignoresCase = ignoresCase;
  }

  /** Learns the paths of a listing, and the folders in them. */
  learn(paths: Iterable<FilePath>): void {
    if (!this.ignoresCase) return;
    for (const path of paths) {
      for (const part of upwards(path)) {
        const folded = part.toLowerCase();
        // A folder may have been renamed since.
        if (this.#known.get(folded) === part) break;
        this.#known.set(folded, part);
      }
    }
  }

  /** Forgets a path that is gone, so that it may come back in another spelling. */
  forget(path: FilePath): void {
    const folded = path.toLowerCase();
    // It may have come back already.
    if (this.#known.get(folded) === path) this.#known.delete(folded);
  }

  /** The listed spelling of a path, or of the longest listed folder that it lies in. */
  spelling(path: FilePath): FilePath {
    if (!this.ignoresCase) return path;
    // What the configuration is called is not for the disk to say.
    if (path.toLowerCase() === CONFIGURATION_FILE) return CONFIGURATION_FILE;
    for (const part of upwards(path)) {
      const known = this.#known.get(part.toLowerCase());
      if (known !== undefined) return known + path.slice(part.length);
    }
    return path;
  }
}
