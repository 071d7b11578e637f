import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';

/** Which file belongs to which namespace, and which documents name which files as the place of their code. */
export class Namespaces {
  readonly #ofFile = new Map<FilePath, string>();
  readonly #named = new Map<FilePath, readonly FilePath[]>();
  readonly #naming = new MultiMap<FilePath, FilePath>();

  /** The namespace that a file says it belongs to; undefined for most, as for a document that is its own. */
  of(path: FilePath): string | undefined {
    return this.#ofFile.get(path);
  }

  /** True if some document names the file. */
  isNamed(path: FilePath): boolean {
    return this.#naming.has(path);
  }

  /** Documents that name the file. */
  naming(path: FilePath): Iterable<FilePath> {
    return this.#naming.get(path);
  }

  /** Files that a document names. */
  namedBy(path: FilePath): readonly FilePath[] {
    return this.#named.get(path) ?? [];
  }

  /**
   * Takes new facts of files.
   *
   * @returns files that other documents name now than before.
   */
  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>): Set<FilePath> {
    const affected = new Set<FilePath>();
    for (const [path, facts] of changes) {
      if (facts?.namespace === undefined) this.#ofFile.delete(path);
      else this.#ofFile.set(path, facts.namespace);
      const before = this.#named.get(path) ?? [];
      const after = facts?.names ?? [];
      if (before.length === 0 && after.length === 0) continue;
      for (const named of before) this.#naming.delete(named, path);
      for (const named of after) this.#naming.add(named, path);
      if (after.length) this.#named.set(path, after);
      else this.#named.delete(path);
      for (const named of [...before, ...after]) if (before.includes(named) !== after.includes(named)) affected.add(named);
    }
    return affected;
  }
}

/**
 * Of things in several namespaces that one name fits, those that are nearest to a file: `packages/a/.kiro/specs/kettle` for a file of `packages/a`. A
 * namespace in a folder that tools hide belongs to the folder above that; where none of these holds the file, all are equally near.
 */
export function nearestTo<Thing>(things: readonly Thing[], from: FilePath, namespaceOf: (thing: Thing) => string): readonly Thing[] {
  if (things.length < 2) return things;
  const homes = things
    .map((thing) => homeOf(namespaceOf(thing)))
    .map((home) => (home === '' || from.startsWith(`${home}/`) ? home.length : -1));
  const deepest = Math.max(...homes);
  return deepest < 0 ? things : things.filter((_thing, at) => homes[at] === deepest);
}

/** `packages/a` of `packages/a/.kiro/specs/kettle`; of one that no tool hides, the whole. */
function homeOf(namespace: string): string {
  const hidden = /(?:^|\/)\./u.exec(namespace);
  return hidden ? namespace.slice(0, hidden.index) : namespace;
}
