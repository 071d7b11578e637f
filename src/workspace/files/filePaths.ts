import nodePath from 'node:path';
import type { FilePath } from '../../model/position.ts';

/** The rules of one operating system: `node:path` itself, or its `posix` and `win32` halves in tests. */
export type PathRules = Pick<typeof nodePath, 'sep' | 'resolve' | 'relative' | 'isAbsolute'>;

/**
 * A path of the operating system, absolute or relative to the root, as the path that the index knows it by:
 * `toFilePath('C:\\work', 'C:\\work\\docs\\a.md')` is `docs/a.md` on Windows. The root itself is the empty path.
 * Undefined for what lies outside the root.
 */
export function toFilePath(root: string, path: string, rules: PathRules = nodePath): FilePath | undefined {
  // On Windows this compares without regard to letter case, as its file systems do.
  const relative = rules.relative(root, rules.resolve(root, path));
  if (rules.isAbsolute(relative) || relative === '..' || relative.startsWith(`..${rules.sep}`)) return undefined;
  return rules.sep === '/' ? relative : relative.replaceAll(rules.sep, '/');
}

/** The way back: `toSystemPath('C:\\work', 'docs/a.md')` is `C:\\work\\docs\\a.md` on Windows. */
export function toSystemPath(root: string, path: FilePath, rules: PathRules = nodePath): string {
  return rules.resolve(root, rules.sep === '/' ? path : path.replaceAll('/', rules.sep));
}
