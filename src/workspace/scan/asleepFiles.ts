import { MultiMap } from '../../index/multiMap.ts';
import type { FilePath } from '../../model/position.ts';

/** Files that are to be read in full as soon as a requirement has an id of certain prefixes; see `Scanned`. */
export class AsleepFiles {
  readonly #prefixes = new Map<FilePath, readonly string[]>();
  readonly #files = new MultiMap<string, FilePath>();

  set(path: FilePath, prefixes: readonly string[]): void {
    this.delete(path);
    this.#prefixes.set(path, prefixes);
    for (const prefix of prefixes) this.#files.add(prefix, path);
  }

  delete(path: FilePath): void {
    for (const prefix of this.#prefixes.get(path) ?? []) this.#files.delete(prefix, path);
    this.#prefixes.delete(path);
  }

  /** Each file with its prefixes. */
  all(): Iterable<readonly [FilePath, readonly string[]]> {
    return this.#prefixes;
  }

  /** Files that wait for at least one of the prefixes. */
  waitingFor(prefixes: Iterable<string>): ReadonlySet<FilePath> {
    const files = new Set<FilePath>();
    for (const prefix of prefixes) for (const path of this.#files.get(prefix)) files.add(path);
    return files;
  }
}
