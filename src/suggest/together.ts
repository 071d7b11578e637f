import type { FilePath } from '../model/position.ts';

/** How often a file changed in one commit with each other file: from 0, never, to 1, always. */
export type Together = (path: FilePath) => ReadonlyMap<FilePath, number>;

/** Commits of more files than this, an import or a new format, say nothing of any two of them. */
const MOST_FILES = 20;
/** Once is chance. */
const LEAST_COMMITS = 2;
const NEVER: ReadonlyMap<FilePath, number> = new Map();

// @implements RT-12.1/AC14
/**
 * What commits say of files that changed together, as a share of the commits in which either of them changed:
 * `changedTogether([['src/a.ts', 'src/b.ts'], ['src/a.ts', 'src/b.ts']])('src/a.ts')` has `src/b.ts` with 1.
 *
 * @param commits the files of each.
 */
export function changedTogether(commits: readonly (readonly FilePath[])[]): Together {
  const byFile = new Map<FilePath, (readonly FilePath[])[]>();
  for (const files of commits.filter(({ length }) => length <= MOST_FILES))
    for (const file of files) {
      const known = byFile.get(file);
      if (known) known.push(files);
      else byFile.set(file, [files]);
    }
  const known = new Map<FilePath, ReadonlyMap<FilePath, number>>();
  return (path) => {
    const shares = known.get(path) ?? sharesOf(path, byFile);
    known.set(path, shares);
    return shares;
  };
}

function sharesOf(path: FilePath, byFile: ReadonlyMap<FilePath, readonly (readonly FilePath[])[]>): ReadonlyMap<FilePath, number> {
  const own = byFile.get(path);
  if (!own || own.length < LEAST_COMMITS) return NEVER;
  const common = new Map<FilePath, number>();
  for (const files of own) for (const file of files) if (file !== path) common.set(file, (common.get(file) ?? 0) + 1);
  const shares = new Map<FilePath, number>();
  for (const [file, count] of common)
    if (count >= LEAST_COMMITS) shares.set(file, count / (own.length + (byFile.get(file)?.length ?? 0) - count));
  return shares;
}
