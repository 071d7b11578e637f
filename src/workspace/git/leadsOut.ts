/**
 * True for a path that names something outside its folder, `/etc/passwd` or `docs/../..`. Git writes no such path, but an index that came with
 * the folder may hold one, and nobody's made-up index must have us read elsewhere.
 */
export function leadsOut(path: string): boolean {
  return path.startsWith('/') || (path.includes('..') && path.split('/').includes('..'));
}
