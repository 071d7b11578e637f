import { ImportResolver, stemOf } from './importResolver.ts';
import type { Profile } from './profile.ts';
import type { Terms, Vocabulary } from './vocabulary.ts';
import { splitName } from './terms.ts';

/** Which files have to do with which, by place in the list: those that import or name each other. */
export type Graph = readonly (readonly number[])[];

/** Files that so many others name say nothing by it. */
const MOST_NAMED = 0.5;

/** The files that each file imports or names, in both directions: a class that it mentions, `./stock.ts`, `est.h`. */
export function graphOf(profiles: readonly Profile[], words: Vocabulary): Graph {
  const neighbours = profiles.map(() => new Set<number>());
  const join = (from: number, to: number): void => {
    if (from === to) return;
    neighbours[from]?.add(to);
    neighbours[to]?.add(from);
  };
  const resolver = new ImportResolver(profiles.map(({ path }) => path));
  const byWhole = new Map<number, number>();
  for (const [at, { path }] of profiles.entries()) {
    const name = stemOf(path);
    const terms = splitName(name);
    const last = terms.length > 1 ? terms.at(-1) : undefined;
    if (last === undefined) continue;
    const whole = words.numberOf(last);
    byWhole.set(whole, byWhole.has(whole) ? -1 : at);
  }
  const wholes = new Int32Array(words.size).fill(-1);
  for (const [whole, at] of byWhole) wholes[whole] = at;
  for (const [at, { path, zones, imports }] of profiles.entries()) {
    for (const written of imports) {
      const to = resolver.placeOf(written, path);
      if (to !== undefined) join(at, to);
    }
    for (const to of namedIn(wholes, zones.all)) join(at, to);
  }
  const most = Math.max(8, profiles.length * MOST_NAMED);
  return neighbours.map((set) => (set.size > most ? [] : [...set].sort((a, b) => a - b)));
}

function namedIn(wholes: Int32Array, terms: Terms): readonly number[] {
  const named: number[] = [];
  for (let at = 0; at < terms.length; at += 2) {
    const file = wholes[terms[at] ?? -1] ?? -1;
    if (file >= 0) named.push(file);
  }
  return named;
}
