import type { IndexView } from '../../../index/view.ts';
import type { FilePath } from '../../../model/position.ts';
import type { ChangedFile } from '../../../query/diff/comparison.ts';

/** The newer of the two states that are compared. */
export interface HeadSide {
  readonly index: IndexView;
  /** Files whose text in an editor counts instead of the one on the disk; none where nobody edits. */
  readonly openPaths: ReadonlySet<FilePath>;
  /** Texts of these files; those that are not text are left out. */
  texts(paths: Iterable<FilePath>): Promise<ReadonlyMap<FilePath, string>>;
}

/** A folder on the disk, with the unsaved texts of an editor if there is one: a project is one. */
export interface WorkingFolder {
  readonly index: IndexView;
  readonly openPaths?: Iterable<FilePath>;
  /** The text that counts: of an open file the editor's, else the disk's. */
  text(path: FilePath): Promise<string | undefined>;
}

/** The files of a folder as they are now, as the newer state of a comparison. */
export function workingSide(folder: WorkingFolder): HeadSide {
  return {
    index: folder.index,
    openPaths: new Set(folder.openPaths),
    async texts(paths) {
      const texts = new Map<FilePath, string>();
      for (const path of new Set(paths)) {
        const text = await folder.text(path);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
  };
}

/** What the unsaved texts are held against. */
export interface OlderFiles {
  /** False for a file that the older state does not have, or has as a link. */
  has(path: FilePath): boolean;
  texts(paths: Iterable<FilePath>): Promise<ReadonlyMap<FilePath, string>>;
}

/** Those of the open files whose texts differ from the older state's, line ends aside: git may store others than it checks out. */
export async function unsavedChanges(side: HeadSide, base: OlderFiles, paths: readonly FilePath[]): Promise<ChangedFile[]> {
  if (paths.length === 0) return [];
  const before = await base.texts(paths);
  const after = await side.texts(paths);
  return paths.flatMap((path): ChangedFile[] => {
    if (!base.has(path)) return [{ head: path }];
    return sameEnds(before.get(path)) === sameEnds(after.get(path)) ? [] : [{ base: path, head: path }];
  });
}

function sameEnds(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/gu, '\n');
}
