import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';

/**
 * Gives every document a key of its own. A document claims the key that its facts name; where two
 * claim one key, the first by path has it, and the others are known by their whole path (`docs/a.md`).
 */
export class DocumentKeys {
  readonly #claims = new Map<FilePath, string>();
  readonly #claimants = new MultiMap<string, FilePath>();

  /**
   * Takes the claim of a document, or its withdrawal.
   *
   * @returns the documents whose key may be another one now, itself included.
   */
  claim(path: FilePath, facts: FileFacts | undefined): Set<FilePath> {
    const affected = new Set([path]);
    const before = this.#claims.get(path);
    const after = facts && claimOf(facts);
    if (before === after) return affected;
    if (before !== undefined) this.#claimants.delete(before, path);
    if (after === undefined) this.#claims.delete(path);
    else {
      this.#claims.set(path, after);
      this.#claimants.add(after, path);
    }
    for (const claim of [before, after]) {
      if (claim === undefined) continue;
      for (const claimant of this.#claimants.get(claim)) affected.add(claimant);
      // A document known by its path steps aside for one that claims just that as its key.
      if (this.#claims.has(claim)) affected.add(claim);
    }
    return affected;
  }

  /** The key of a document that has claimed one. */
  keyOf(path: FilePath): string {
    const claim = this.#claims.get(path) ?? path;
    if (this.ownerOf(path) === path) return claim;
    // No claim begins with `./`, so this is unique even where someone claims the path itself.
    return this.#claimants.has(path) ? `./${path}` : path;
  }

  /** The document that has the key which this one claims: itself, or the first by path. */
  ownerOf(path: FilePath): FilePath {
    let owner = path;
    for (const claimant of this.#claimants.get(this.#claims.get(path) ?? path)) {
      if (claimant < owner) owner = claimant;
    }
    return owner;
  }
}

function claimOf(facts: FileFacts): string {
  const key = (facts.documentKey ?? '').replace(/^(?:\.\/)+/u, '');
  return key === '' ? facts.path : key;
}
