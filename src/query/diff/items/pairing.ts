import { addTo } from '../../../text/grouping.ts';
/** Pairs of one thing on two sides; each thing is in one pair at most. */
export class Pairing<Thing> {
  readonly #heads = new Map<Thing, Thing>();
  readonly #bases = new Map<Thing, Thing>();

  pair(base: Thing, head: Thing): void {
    this.#heads.set(base, head);
    this.#bases.set(head, base);
  }

  headOf(base: Thing): Thing | undefined {
    return this.#heads.get(base);
  }

  baseOf(head: Thing): Thing | undefined {
    return this.#bases.get(head);
  }

  /** Those of one side that have no partner yet. */
  freeBases(bases: Iterable<Thing>): Thing[] {
    return Array.from(bases).filter((base) => !this.#heads.has(base));
  }

  freeHeads(heads: Iterable<Thing>): Thing[] {
    return Array.from(heads).filter((head) => !this.#bases.has(head));
  }

  /** Pairs what has the same name on both sides, in order where several share one. */
  pairByName(
    bases: Iterable<Thing>,
    heads: Iterable<Thing>,
    names: { readonly base: Name<Thing>; readonly head: Name<Thing> },
    { unique = false, fits = () => true }: PairingRule<Thing> = {},
  ): void {
    const [freeBases, freeHeads] = [this.freeBases(bases), this.freeHeads(heads)];
    if (freeBases.length === 0 || freeHeads.length === 0) return;
    const before = grouped(freeBases, names.base);
    for (const [name, after] of grouped(freeHeads, names.head)) {
      const same = before.get(name) ?? [];
      if (unique && (same.length > 1 || after.length > 1)) continue;
      for (const [at, head] of after.entries()) {
        const base = same[at];
        if (base !== undefined && fits(base, head)) this.pair(base, head);
      }
    }
  }
}

/** What else must be true of a pair. */
export interface PairingRule<Thing> {
  /** The name stands for one thing on each side only. */
  readonly unique?: boolean;
  readonly fits?: (base: Thing, head: Thing) => boolean;
}

/** What a thing goes by; undefined for what is not to be paired. */
export type Name<Thing> = (thing: Thing) => string | undefined;

function grouped<Thing>(things: readonly Thing[], name: Name<Thing>): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = name(thing);
    if (key !== undefined) addTo(groups, key, thing);
  }
  return groups;
}
