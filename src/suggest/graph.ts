import type { FilePath } from '../model/position.ts';
import { fileName, folderOf } from '../text/paths.ts';
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
  const byStem = new Map<string, number[]>();
  const byWhole = new Map<string, number>();
  for (const [at, { path }] of profiles.entries()) {
    const name = stemOf(path);
    byStem.set(name, [...(byStem.get(name) ?? []), at]);
    const terms = termsOf(name);
    const whole = terms.length > 1 ? terms.at(-1) : undefined;
    if (whole !== undefined) byWhole.set(whole, byWhole.has(whole) ? -1 : at);
  }
  for (const [at, { path, zones, imports }] of profiles.entries()) {
    for (const written of imports) {
      const to = resolved(written, path, profiles, byStem);
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

/** `stock` of `src/stock.ts`. */
function stemOf(path: FilePath): string {
  return fileName(path).replace(/(?<=.)\.\w+$/u, '');
}

/** The one file that an import means, as far as its words show it; where several could be meant, the one in the folder that they name. */
function resolved(
  written: string,
  from: FilePath,
  profiles: readonly Profile[],
  byStem: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const isPath = written.includes('/') || /\.\w{1,4}$/u.test(written);
  const segments = (isPath ? written.replace(/\.\w+$/u, '') : written).split(/\.(?!\.)|::|[/\\]/u).filter((one) => /\w/u.test(one));
  const last = segments.at(-1);
  const candidates = last === undefined ? [] : (byStem.get(last) ?? []);
  if (candidates.length <= 1) return candidates[0];
  const wanted = written.startsWith('.') ? joinPath(folderOf(from), written) : segments.join('/');
  return candidates.find((at) => `/${withoutEnding(profiles[at]?.path ?? '')}`.endsWith(`/${withoutEnding(wanted)}`));
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/u, '');
}

function joinPath(folder: string, written: string): string {
  const parts = folder.split('/').filter(Boolean);
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
