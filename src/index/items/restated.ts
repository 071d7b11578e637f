import type { FileFacts, RequirementFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import { restatedAmong, writtenIn } from './restating.ts';
import type { Written } from './restating.ts';

/** A requirement that a document only writes again, and the document that defines it. */
export interface Restated {
  readonly path: FilePath;
  readonly localId: string;
  readonly before: FilePath | undefined;
  readonly after: FilePath | undefined;
}

/** Which documents only write requirements again that others define. */
export class RestatedPlaces {
  readonly #places = new Map<FilePath, Map<string, Written>>();
  readonly #documents = new MultiMap<string, FilePath>();
  /** By document and id, where it is defined. */
  readonly #definitions = new Map<FilePath, Map<string, FilePath>>();

  /** The document that defines what this one only writes again. */
  definitionOf(path: FilePath, localId: string): FilePath | undefined {
    return this.#definitions.get(path)?.get(localId);
  }

  /** Documents that only write an id again. */
  *restating(localId: string): Iterable<FilePath> {
    for (const path of this.#documents.get(localId)) if (this.definitionOf(path, localId) !== undefined) yield path;
  }

  /** True if no other document writes an id that this one has. */
  isAlone(path: FilePath, localId: string): boolean {
    for (const other of this.#documents.get(localId)) if (other !== path) return false;
    return true;
  }

  /** Takes a requirement that reads differently and that no other document writes. */
  rewrite(path: FilePath, facts: RequirementFacts): void {
    const places = this.#places.get(path);
    if (places?.has(facts.localId)) places.set(facts.localId, writtenIn(path, facts));
  }

  /**
   * Takes new facts of documents.
   *
   * @returns what is written again and was not, or the other way round, or is defined elsewhere now.
   */
  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>): readonly Restated[] {
    const ids = new Set<string>();
    const gone = new MultiMap<string, FilePath>();
    for (const [path, facts] of changes) {
      const before = this.#places.get(path);
      const after = placesIn(path, facts);
      for (const id of before?.keys() ?? []) {
        ids.add(id);
        if (after.has(id)) continue;
        this.#documents.delete(id, path);
        gone.add(id, path);
      }
      for (const id of after.keys()) {
        ids.add(id);
        this.#documents.add(id, path);
      }
      if (after.size > 0) this.#places.set(path, after);
      else this.#places.delete(path);
    }
    const changed: Restated[] = [];
    for (const id of ids) this.#settle(id, gone.get(id), changed);
    return changed;
  }

  #settle(localId: string, gone: Iterable<FilePath>, changed: Restated[]): void {
    const places: Written[] = [];
    for (const path of this.#documents.get(localId)) {
      const place = this.#places.get(path)?.get(localId);
      if (place) places.push(place);
    }
    const found = restatedAmong(places);
    const definitions = new Map(Array.from(found, ([at, of]) => [at.path, of.path]));
    for (const path of new Set([...places.map(({ path }) => path), ...gone])) {
      const before = this.definitionOf(path, localId);
      const after = definitions.get(path);
      if (before === after) continue;
      changed.push({ path, localId, before, after });
      const known = this.#definitions.get(path) ?? new Map<string, FilePath>();
      if (after === undefined) known.delete(localId);
      else known.set(localId, after);
      if (known.size > 0) this.#definitions.set(path, known);
      else this.#definitions.delete(path);
    }
  }
}

/** Requirements of a document that have an id and are part of the product; of a second one with the same id nothing is kept. */
function placesIn(path: FilePath, facts: FileFacts | undefined): Map<string, Written> {
  const places = new Map<string, Written>();
  for (const requirement of facts?.requirements ?? []) {
    const { localId, implicit, planned, amends } = requirement;
    if (implicit || planned !== undefined || amends !== undefined || places.has(localId)) continue;
    places.set(localId, writtenIn(path, requirement));
  }
  return places;
}
