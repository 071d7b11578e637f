import type { FilePath } from '../../../model/position.ts';
import type { Comparison } from '../../../query/diff/comparison.ts';
import { linesOf } from '../../../text/lines.ts';
import type { Change } from '../../../query/diff/texts/sequences.ts';
import { changesBetween } from '../../../query/diff/texts/sequences.ts';
import { uriInFolder } from '../../uris.ts';
import type { BaseAddress, ReviewTarget } from '../../reviewProtocol.ts';
import { BASE_SCHEME } from '../../reviewProtocol.ts';

/** URI of a file of the base; the client asks for its text by what is in it. */
export function baseUri({ folder, commit, path }: BaseAddress): string {
  return `${uriInFolder(`${BASE_SCHEME}:`, path)}?${encodeURIComponent(JSON.stringify({ folder, commit }))}`;
}

/** Where the places of both sides are to be looked at. */
export class Targets {
  readonly #comparison: Comparison;
  readonly #folder: { readonly uri: string; readonly uriOf: (path: FilePath) => string };
  readonly #commit: string;
  readonly #byHead = new Map<FilePath, FilePath | undefined>();
  readonly #byBase = new Map<FilePath, FilePath | undefined>();
  readonly #changes = new Map<FilePath, readonly Change[]>();

  /** @param commit full hash of the base. */
  constructor(comparison: Comparison, folder: { readonly uri: string; readonly uriOf: (path: FilePath) => string }, commit: string) {
    this.#comparison = comparison;
    this.#folder = folder;
    this.#commit = commit;
    for (const { base, head } of comparison.files) {
      if (head !== undefined) this.#byHead.set(head, base);
      if (base !== undefined) this.#byBase.set(base, head);
    }
  }

  /** A place as it is now. */
  head(path: FilePath, line: number): ReviewTarget {
    const base = this.#byHead.get(path);
    return { head: this.#folder.uriOf(path), path, line, ...(base !== undefined && { base: this.#baseUri(base) }) };
  }

  /** A place as it was: shown where it would be now, or in what was deleted. */
  base(path: FilePath, line: number): ReviewTarget {
    const head = this.#byBase.has(path) ? this.#byBase.get(path) : path;
    if (head === undefined) return { base: this.#baseUri(path), path, line };
    return this.head(head, this.#lineNow(path, head, line));
  }

  /** True if the file is not the same on both sides. */
  isChanged(path: FilePath): boolean {
    return this.#byHead.has(path) || this.#byBase.has(path);
  }

  #baseUri(path: FilePath): string {
    return baseUri({ folder: this.#folder.uri, commit: this.#commit, path });
  }

  #lineNow(base: FilePath, head: FilePath, line: number): number {
    let shift = 0;
    for (const { baseStart, baseEnd, headStart, headEnd } of this.#changesOf(base, head)) {
      if (line < baseStart) break;
      if (line < baseEnd) return Math.min(headStart + line - baseStart, Math.max(headStart, headEnd - 1));
      shift = headEnd - baseEnd;
    }
    return line + shift;
  }

  #changesOf(base: FilePath, head: FilePath): readonly Change[] {
    let changes = this.#changes.get(base);
    if (!changes) {
      const before = this.#comparison.baseText(base);
      const after = this.#comparison.headText(head);
      changes = before === undefined || after === undefined ? [] : changesBetween(linesOf(before), linesOf(after));
      this.#changes.set(base, changes);
    }
    return changes;
  }
}
