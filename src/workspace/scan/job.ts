import type { FactCache } from '../cache/factCache.ts';
import type { FileScanner } from './fileScanner.ts';
import type { JobResult, Work } from './messages.ts';
import type { Scanned } from './scanned.ts';

/**
 * Reads the files of a job, one with each step; each step gives the place of the file that is next, so that it is known
 * which one was at fault if it never comes back. What the cache knows of a file that did not change since is not read again.
 */
export function* runJob(
  { paths, roles, known, shard: name }: Work,
  scanner: FileScanner,
  cache: FactCache | undefined,
): Generator<number, JobResult, void> {
  const prefixes = known && new Set(known);
  const shard = name === undefined ? undefined : cache?.open(name);
  const results: (readonly [number, Scanned])[] = [];
  for (const [at, path] of paths.entries()) {
    yield at;
    const role = roles[at] ?? 'other';
    const kept = shard?.get(path, role);
    // What slept may have to be read now.
    const usable = kept?.kind !== 'asleep' || (prefixes && !kept.prefixes.some((prefix) => prefixes.has(prefix)));
    let scanned = usable ? kept : undefined;
    if (!scanned) {
      const before = Date.now();
      const file = scanner.scan(path, role, prefixes);
      ({ scanned } = file);
      shard?.set(path, file, before);
    }
    if (scanned.kind !== 'nothing') results.push([at, scanned]);
  }
  shard?.save();
  return results;
}
