import type { EvidenceFile } from '../../model/evidence.ts';
import { SpelledName } from './names/boundaries.ts';
import type { Fit } from './explain.ts';
import { beginsThere, fitOf, mayHaveInstance } from './explain.ts';
import type { Found } from './newestResults.ts';
import type { Places } from './places/places.ts';
import type { Entry } from './resultTable.ts';
import { isPassedFile } from './resultTable.ts';
import { isInModules } from './places/rustModules.ts';
import type { ShownName, Sought } from './names/sought.ts';
import type { Nearness } from './places/testPlace.ts';
import { mayBeAstray } from './places/astray.ts';
import { COMPILED, nearness } from './places/testPlace.ts';
import { isOfAnother, mayEndIn, startsIn } from './names/titleStarts.ts';

/** A result that may be of the test, and how well it fits. */
export interface Candidate extends Found<Entry> {
  readonly near: Nearness;
  /** False for one instance of a test with parameters. */
  readonly exact: boolean;
  readonly fit: Fit;
  readonly name: ShownName;
  /** True for a failure of which the path leads nowhere. */
  readonly astray: boolean;
}

// @implements RT-3.2~1028d6
/**
 * How a result is tied to a test, in this order: its words end in those of the test; nothing says that it is of another file, another module or another title of the file; and what is before
 * these words are the groups around the test, or what can be explained. Undefined where it is of another test.
 */
export function tied(sought: Sought, name: ShownName, entry: Entry, places: Places): Candidate | undefined {
  // Most have another name, which is told sooner than their place.
  if (!entry.variants.some(({ words }) => mayEndIn(words, name))) return undefined;
  if (isPassedFile(entry) && entry.result.title !== name.raw) return undefined;
  const near = nearness(sought.path, entry, sought.classes, places);
  if (near < 0 || !isOfItsModules(sought, name, entry, places) || isOfAnother(sought, name, entry)) return undefined;
  const astray = entry.result.file !== undefined && near < COMPILED && mayBeAstray(sought.path, entry, places);
  // Where neither a group nor a file tells where the test is, what fills a place could be anything.
  const mayFill = near > 0 || sought.around.some(({ kind }) => kind === 'fixed');
  const found = entry.variants.flatMap((variant, at) => {
    const spelled = new SpelledName(variant.raw);
    return startsIn(variant.words, name, spelled, mayFill).flatMap((start): Candidate[] => {
      if (at > 0 && !mayHaveInstance(sought, name, variant.instance)) return [];
      const before = variant.words.slice(0, start + 1);
      const fit = fitOf(sought, entry.result, before, spelled, near > 0);
      if (!fit || !beginsThere(sought, fit, before, spelled)) return [];
      const filled = name.kind === 'template' ? variant.words.slice(start) : '';
      return [{ entry, near, exact: at === 0, fit, name, astray, key: `${fit.outside}\n${filled}\n${variant.instance}` }];
    });
  });
  const [surest] = found.sort((a, b) => Number(b.fit.sure) - Number(a.fit.sure) || b.fit.rank - a.fit.rank);
  return surest;
}

/** False for a result of Rust that is of other modules. */
export function isOfItsModules({ path, annotation }: Sought, { raw }: ShownName, { result }: Entry, places: Places): boolean {
  return !path.endsWith('.rs') || isInModules(path, raw, annotation.declaration?.within ?? [], result, places);
}

/**
 * Those of each run that fit best: of the surest file, with most of the groups, the test itself before its instances, its very spelling before the same words. Of each run on its
 * own, since another may name tests in another way, and what is newer counts however little it says of the place.
 */
export function best(candidates: readonly Candidate[], { isFunction }: Sought): readonly Candidate[] {
  const placed = bestOf(
    candidates.filter(({ astray }) => !astray),
    isFunction,
  );
  // A run that leads to the file elsewhere does so with all results of it.
  const leading = new Set(placed.filter(({ near }) => near >= COMPILED).map(({ entry }) => entry.run));
  return [...placed, ...candidates.filter(({ astray, entry }) => astray && !leading.has(entry.run))];
}

function bestOf(candidates: readonly Candidate[], isFunction: boolean): readonly Candidate[] {
  const runs = new Map<EvidenceFile, Candidate[]>();
  for (const candidate of candidates) {
    const known = runs.get(candidate.entry.run);
    if (known) known.push(candidate);
    else runs.set(candidate.entry.run, [candidate]);
  }
  const surest = [...runs.values()].map(surestOf);
  const unsure = surest.flat().filter(({ fit }) => !fit.sure);
  // What nothing explains is of this test only where no other test could be meant.
  const areOthers = new Set(unsure.map(({ fit }) => fit.outside)).size > 1;
  return surest.flatMap((ofRun) => bestOfRun(areOthers ? ofRun.filter(({ fit }) => fit.sure) : ofRun, isFunction));
}

/** Results of one run whose place and groups are surest. */
function surestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const nearest = most(candidates, ({ near }) => near);
  const near = candidates.filter((candidate) => candidate.near === nearest);
  const sure = near.filter(({ fit }) => fit.sure);
  return sure.length > 0 ? sure : near;
}

function bestOfRun(candidates: readonly Candidate[], isFunction: boolean): readonly Candidate[] {
  const rank = most(candidates, ({ fit }) => fit.rank);
  const fitting = candidates.filter(({ fit }) => fit.rank === rank);
  const exact = fitting.filter((candidate) => candidate.exact);
  if (exact.length === 0 || isFunction) return fitting;
  const spelt = exact.filter(({ entry, name }) => entry.result.title.endsWith(name.raw));
  return spelt.length > 0 ? spelt : exact;
}

function most(candidates: readonly Candidate[], of: (candidate: Candidate) => number): number {
  return candidates.reduce((best, candidate) => Math.max(best, of(candidate)), -Infinity);
}
