import type { EvidenceFile, TestResult } from '../../model/evidence.ts';
import type { FilePath } from '../../model/position.ts';
import { extensionOf } from '../../text/paths.ts';
import type { Places } from './places.ts';
import { partsOf, RUST_ROOTS, stemOf, withoutPlatform } from './plainPath.ts';

/** A class with its package, `shop.orders.OrderTest`, `Shop\OrderTest`. */
const QUALIFIED = /^[\p{L}\p{N}_$-]+(?:[.\\][\p{L}\p{N}_$-]+)+$/u;
/** Where what looks like a class with its package may be a program with a fixture. */
const UNQUALIFIED = /^(?:c|cc|cpp|cxx|h|hh|hpp|m|mm|cu|feature)$/u;

/** How surely a result is about a test of the file: a number above 0, the greater the surer; 0 where nothing tells; -1 where it is not. */
export type Nearness = number;

/** Of a result that names the file itself. */
export const SAME_FILE: Nearness = 1000;
/** Of a result that names a file that this one was compiled to. */
const COMPILED: Nearness = 900;

/** A result with the run that it is of. */
export interface Placed {
  readonly result: TestResult;
  readonly run: EvidenceFile;
}

/**
 * How surely the result is about a test of the file.
 *
 * @param classes names of classes and groups around the test, the file's own too.
 */
export function nearness(path: FilePath, { result, run }: Placed, classes: readonly string[], places: Places): Nearness {
  const ending = extensionOf(path).toLowerCase();
  if (result.file !== undefined) {
    const home = places.homeOf(run.path, result.file);
    if (home === path) return SAME_FILE;
    if (home === undefined && places.sourceOf(run.path, result.file) === path) return COMPILED;
    // What a feature says is tested by code, and reported as of that.
    if (ending !== 'feature' || extensionOf(result.file) === 'feature') return -1;
  }
  if (ending === 'go') return nearPackage(path, { result, run }, places);
  const own = byName(path, result);
  if (own > 0 && isRival(path, own, { result, run }, places)) return -1;
  if (own > 0) return own;
  if (ending === 'rs') {
    if (!RUST_ROOTS.has(stemOf(path)) && result.title.includes('::')) return -1;
    return isRival(path, own, { result, run }, places) ? -1 : 0;
  }
  const qualified = UNQUALIFIED.test(ending) ? [] : result.groups.filter((group) => QUALIFIED.test(withoutPlatform(group)));
  if (!places.isInScope(path, run.path)) return -1;
  if (qualified.length === 0) return 0;
  return qualified.some((group) => partsOf(group).some((part) => classes.includes(part))) ? 1 : -1;
}

/** By what the result's groups and its own name say, where one of them ends in the stem of the file; 0 where none does. */
function byName(path: FilePath, result: TestResult): Nearness {
  const folders = foldersOf(path);
  const stem = stemOf(path);
  const name = path.endsWith('.rs') && stem === 'mod' ? (folders.at(-1) ?? stem) : stem;
  let best = 0;
  for (const group of [...result.groups, result.title]) {
    const parts = partsOf(group);
    const at = parts.lastIndexOf(name);
    if (at >= 0) best = Math.max(best, 1 + common(parts.slice(0, at), folders));
  }
  return best;
}

/** True if another file of the same name fits as well or better: equal names in two packages never speak for each other. */
function isRival(path: FilePath, own: Nearness, { result, run }: Placed, places: Places): boolean {
  const namesakes = places.namesakes(path);
  if (namesakes.length < 2) return false;
  const words = new Set([...foldersOf(run.path), ...result.groups.flatMap(partsOf)]);
  const scores = (of: FilePath) => [of === path ? own : byName(of, result), ...closeness(foldersOf(of), run.path, words)];
  const mine = scores(path);
  return namesakes.some((other) => other !== path && compare(scores(other), mine) >= 0);
}

/** Go names the package, which is a folder. */
function nearPackage(path: FilePath, { result, run }: Placed, places: Places): Nearness {
  const folders = foldersOf(path);
  const packages = result.groups.filter((group) => /^[\w.~/-]+$/u.test(group)).map((group) => group.split('/'));
  if (packages.length === 0 || folders.length === 0) return places.isInScope(path, run.path) ? 0 : -1;
  const scoreOf = (of: readonly string[]) => packages.reduce((most, parts) => Math.max(most, common(parts, of)), 0);
  const best = scoreOf(folders);
  if (best === 0) return -1;
  const folder = folders.join('/');
  const words = new Set([...foldersOf(run.path), ...packages.flat()]);
  const scores = (of: readonly string[]) => [scoreOf(of), ...closeness(of, run.path, words)];
  const mine = scores(folders);
  const rivals = places.goNamesakes(folder).filter((other) => other !== folder);
  return rivals.some((other) => compare(scores(other.split('/')), mine) >= 0) ? -1 : best;
}

/** How many folders lie around both the file and the report; how many others of the file are named by the report or the result. */
function closeness(folders: readonly string[], report: FilePath, words: ReadonlySet<string>): number[] {
  const around = foldersOf(report);
  let depth = 0;
  while (depth < around.length && around[depth] === folders[depth]) depth += 1;
  return [depth, folders.filter((folder) => words.has(folder)).length];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function foldersOf(path: FilePath): string[] {
  return path.split('/').slice(0, -1);
}

/** How many parts two lists have in common at their ends. */
function common(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}
