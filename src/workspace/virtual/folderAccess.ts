import type { FilePath } from '../../model/position.ts';

/** What lies in a folder: `['docs', 'folder']`; a symbolic link is a `link`, whatever it leads to. */
export type Entry = readonly [name: string, kind: 'file' | 'folder' | 'link' | 'other'];

/** Files of a folder that somebody else has to be asked for, each over a network it may be; paths are relative to it, and it itself is the empty one. */
export interface FolderAccess {
  /** Undefined for what is not a folder, or is gone. */
  entries(path: FilePath): Promise<readonly Entry[] | undefined>;
  /** Undefined for what is gone. */
  bytes(path: FilePath): Promise<Uint8Array | undefined>;
  /** When a file was written, in milliseconds since 1970; undefined where that is not known. */
  written(path: FilePath): Promise<number | undefined>;
}

/** Questions that are on their way at once: enough to hide how long each takes, few enough for a service that counts them. */
const MOST = 64;

/**
 * The same, with a limit to the questions that are on their way at once.
 *
 * @param hasTimes false where all files are those of a commit, which may have been written at any time before it.
 */
export function limited(access: FolderAccess, hasTimes: boolean): FolderAccess {
  let free = MOST;
  const waiting: (() => void)[] = [];
  async function inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await ask();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }
  return {
    entries: (path) => inTurn(() => access.entries(path)),
    bytes: (path) => inTurn(() => access.bytes(path)),
    written: (path) => (hasTimes ? inTurn(() => access.written(path)) : Promise.resolve(undefined)),
  };
}
