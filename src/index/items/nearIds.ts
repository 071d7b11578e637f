import { editDistance } from '../../text/editDistance.ts';
import { MultiMap } from '../multiMap.ts';
import { compareText } from '../order.ts';

/** Longer ids (some heading slugs) are near only to those that differ in writing alone, since each letter costs a key. */
const LONGEST = 40;

/**
 * Ids among which those near a mistyped one are found without a look at all of them. Two ids are near when
 * one letter more, less, other or changed with its neighbour makes one of the other, apart from case and leading
 * zeros: `IP-1.1.2`, `IP-1.1`, `IQ-1.1.1` and `IP-01.1.1` are near `IP-1.1.1`. What is near is so both ways.
 *
 * Ids are filed under themselves with each letter left out; near ones meet under one key (the
 * "symmetric delete" of SymSpell).
 */
export class NearIds {
  readonly #ids = new Set<string>();
  /** Made when first asked for: a workspace without mistakes never needs it. */
  #byKey: MultiMap<string, string> | undefined;

  add(id: string): void {
    this.#ids.add(id);
    if (this.#byKey) for (const key of keysOf(id)) this.#byKey.add(key, id);
  }

  delete(id: string): void {
    this.#ids.delete(id);
    if (this.#byKey) for (const key of keysOf(id)) this.#byKey.delete(key, id);
  }

  /** Ids near this one, nearest first; the id itself is not among them. */
  near(id: string): readonly string[] {
    if (!this.#byKey) {
      this.#byKey = new MultiMap();
      for (const known of this.#ids) for (const key of keysOf(known)) this.#byKey.add(key, known);
    }
    const found = new Map<string, number>();
    for (const key of keysOf(id)) {
      for (const candidate of this.#byKey.get(key)) {
        if (candidate !== id && !found.has(candidate)) found.set(candidate, editDistance(plain(id), plain(candidate), 1));
      }
    }
    return [...found]
      .filter(([, distance]) => distance <= 1)
      .sort(([a, x], [b, y]) => x - y || compareText(a, b))
      .map(([candidate]) => candidate);
  }
}

/** Sorts by nearness of a name: to `AC12`, `AC1` and `AC11` come before `AC3`. Nothing is left out; equals keep their order. */
export function nearestFirst<Value>(name: string, values: readonly Value[], nameOf: (value: Value) => string): Value[] {
  const rated = values.map((value) => ({ value, distance: editDistance(name, nameOf(value), 3) }));
  return rated.sort((a, b) => a.distance - b.distance).map(({ value }) => value);
}

/** Without case and leading zeros: `FR-001` is `fr-1`. */
function plain(id: string): string {
  return id.toLowerCase().replace(/(?<!\d)0+(?=\d)/gu, '');
}

function keysOf(id: string): ReadonlySet<string> {
  const text = plain(id);
  const keys = new Set([text]);
  if (text.length > LONGEST) return keys;
  for (let at = 0; at < text.length; at += 1) keys.add(text.slice(0, at) + text.slice(at + 1));
  return keys;
}
