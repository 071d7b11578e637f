/** A map from a key to a set of values that forgets a key with its last value. */
export class MultiMap<Key, Value> {
  readonly #sets = new Map<Key, Set<Value>>();

  add(key: Key, value: Value): void {
    const set = this.#sets.get(key);
    if (set) set.add(value);
    else this.#sets.set(key, new Set([value]));
  }

  delete(key: Key, value: Value): void {
    const set = this.#sets.get(key);
    if (set?.delete(value) && set.size === 0) this.#sets.delete(key);
  }

  has(key: Key): boolean {
    return this.#sets.has(key);
  }

  /** The values of a key; empty if there are none. */
  get(key: Key): ReadonlySet<Value> {
    return this.#sets.get(key) ?? NONE;
  }

  keys(): Iterable<Key> {
    return this.#sets.keys();
  }
}

const NONE: ReadonlySet<never> = new Set();
