import type { FilePath } from '../../model/position.ts';

/** A path with a folder and an extension: `src/kettle.ts`, `packages/a/src/(b)/[id].tsx`; bounded, so that it stays linear. */
const PATH = /(?<![\w@./:-])(?:\.\/)?((?:[\w.@()[\]+-]{1,100}\/){1,20}[\w.@()[\]+-]{1,100}\.[A-Za-z]\w{0,9})(?![\w/])/gu;
/** A text that names more files than this is a list of a repository, not of the work on one part of it. */
const MOST = 2_000;

/**
 * The files that a text names by their path from the root, each once, in order: of ``T001 Boil in `src/kettle.ts` `` that is `src/kettle.ts`.
 * Addresses (`https://a.b/c.d`) and paths that lead out of the tree name none.
 */
export function namedFiles(text: string): readonly FilePath[] {
  const found = new Set<FilePath>();
  for (const match of text.matchAll(PATH)) {
    const path = match[1] ?? '';
    if (path.split('/').includes('..')) continue;
    found.add(path);
    if (found.size >= MOST) break;
  }
  return [...found];
}
