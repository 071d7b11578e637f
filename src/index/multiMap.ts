/**
 * A map from a key to a set of values that forgets a key with its last value. Most keys have
 * just one value, which is kept without a set around it: a set of one takes some 200 bytes.
 */
export class MultiMap<Key, Value extends string | object> {
  readonly #values = new Map<Key, Value | Set<Value>>();

  add(key: Key, value: Value): void {
    const present = this.#values.get(key);
    if (present === undefined) this.#values.set(key, value);
    else if (present instanceof Set) present.add(value);
    else if (present !== value) this.#values.set(key, new Set([present, value]));
  }

  delete(key: Key, value: Value): void {
    const present = this.#values.get(key);
    if (present === value) this.#values.delete(key);
    else if (present instanceof Set && present.delete(value) && present.size === 0) this.#values.delete(key);
  }

  has(key: Key): boolean {
    return this.#values.has(key);
  }

  /** The values of a key, in no order that means anything; none if it has none. */
  get(key: Key): Iterable<Value> {
    const present = this.#values.get(key);
    if (present === undefined) return [];
    return present instanceof Set ? present : [present];
  }

  /** Every key that has a value. */
  keys(): Iterable<Key> {
    return this.#values.keys();
  }
}
