import { ImportResolver, stemOf } from './importResolver.ts';
import type { Profile } from './profile.ts';
import { termsOf } from './terms.ts';

/** Which files have to do with which, by place in the list: those that import or name each other. */
export type Graph = readonly (readonly number[])[];

/** Files that so many others name say nothing by it. */
const MOST_NAMED = 0.5;

/** The files that each file imports or names, in both directions: a class that it mentions, `./stock.ts`, `est.h`. */
export function graphOf(profiles: readonly Profile[]): Graph {
  const neighbours = profiles.map(() => new Set<number>());
  const join = (from: number, to: number): void => {
    if (from === to) return;
    neighbours[from]?.add(to);
    neighbours[to]?.add(from);
  };
  const resolver = new ImportResolver(profiles.map(({ path }) => path));
  const byWhole = new Map<string, number>();
  for (const [at, { path }] of profiles.entries()) {
    const name = stemOf(path);
    const terms = termsOf(name);
    const whole = terms.length > 1 ? terms.at(-1) : undefined;
    if (whole !== undefined) byWhole.set(whole, byWhole.has(whole) ? -1 : at);
  }
  for (const [at, { path, zones, imports }] of profiles.entries()) {
    for (const written of imports) {
      const to = resolver.placeOf(written, path);
      if (to !== undefined) join(at, to);
    }
    for (const to of inBoth(byWhole, zones.all)) if (to >= 0) join(at, to);
  }
  const most = Math.max(8, profiles.length * MOST_NAMED);
  return neighbours.map((set) => (set.size > most ? [] : [...set].sort((a, b) => a - b)));
}

/** The values of keys that are in both, by going through the shorter of the two. */
function inBoth(wanted: ReadonlyMap<string, number>, terms: ReadonlyMap<string, unknown>): readonly number[] {
  if (wanted.size <= terms.size) return [...wanted].flatMap(([key, value]) => (terms.has(key) ? [value] : []));
  return [...terms.keys()].flatMap((key) => wanted.get(key) ?? []);
}
