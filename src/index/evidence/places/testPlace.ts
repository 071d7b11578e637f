import type { TestResult } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { extensionOf, folderOf } from '../../../text/paths.ts';
import { isNamesake, mayBeAstray } from './astray.ts';
import type { Placed } from './placed.ts';
import type { NamesakeMatch, Places } from './places.ts';
import { compareScores } from './places.ts';
import { inSnakeCase, partsOf, RUST_ROOTS, stemOf, withoutPlatform } from './plainPath.ts';

/** A class with its package, `shop.orders.OrderTest`, `Shop\OrderTest`. */
const QUALIFIED = /^[\p{L}\p{N}_$-]+(?:[.\\][\p{L}\p{N}_$-]+)+$/u;
/** Languages whose files are named for their modules, `stock_test.exs` for `StockTest`. */
const SNAKE: ReadonlySet<string> = new Set(['ex', 'exs', 'rb']);

/** Where what looks like a class with its package may be a program with a fixture. */
const UNQUALIFIED = /^(?:c|cc|cpp|cxx|h|hh|hpp|m|mm|cu|feature)$/u;

/** How surely a result is about a test of the file: a number above 0, the greater the surer; 0 where nothing tells; -1 where it is not. */
export type Nearness = number;

/** Of a result that names the file itself. */
export const SAME_FILE: Nearness = 1000;
/** Of a result that names a file that this one was compiled to. */
export const COMPILED: Nearness = 900;

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
    if (ending !== 'feature' || extensionOf(result.file) === 'feature') {
      if (!mayBeAstray(path, { result, run }, places)) return -1;
      const near = nearByName(path, { result, run }, classes, places);
      return near === 0 && isNamesake(path, result.file) ? 1 : near;
    }
  }
  return nearByName(path, { result, run }, classes, places);
}

/** The same by all but the path. */
function nearByName(path: FilePath, { result, run }: Placed, classes: readonly string[], places: Places): Nearness {
  const ending = extensionOf(path).toLowerCase();
  if (ending === 'go') return nearPackage(path, { result, run }, places);
  const best = places.bestNamesake(path, result, () => matchOf({ result, run }));
  const isOther = best !== undefined && best.path !== path;
  // Equal names in two packages never speak for each other.
  if (isOther && (best.scores[0] ?? 0) > 0) return -1;
  const isHere = places.isInScope(path, run.path);
  const own = byName(path, result);
  // A name with all folders of the file says so wherever the report lies.
  if (own > 0) return isHere || own > Math.max(1, foldersOf(path).length) ? own : -1;
  if (ending === 'rs') {
    if (!RUST_ROOTS.has(stemOf(path)) && result.title.includes('::')) return -1;
    return isOther ? -1 : 0;
  }
  // testthat has no group but the file.
  if (ending === 'r' && result.groups.length > 0) return -1;
  const qualified = UNQUALIFIED.test(ending) ? [] : result.groups.filter((group) => QUALIFIED.test(withoutPlatform(group)));
  if (!isHere) return -1;
  if (qualified.length === 0) return 0;
  return qualified.some((group) => partsOf(group).some((part) => classes.includes(part))) ? 1 : -1;
}

/** By what the result's groups and its own name say, where one of them ends in what the file is called in results; 0 where none does. */
function byName(path: FilePath, result: TestResult): Nearness {
  const folders = foldersOf(path);
  const isOf = namedFor(path, folders);
  let best = 0;
  for (const group of [...result.groups, result.title]) {
    const parts = path.endsWith('.robot') ? group.split('.') : partsOf(group);
    const at = parts.findLastIndex(isOf);
    if (at >= 0) best = Math.max(best, 1 + common(parts.slice(0, at), folders));
  }
  return best;
}

/** Whether a part of a name stands for the file: its stem; of a module of Rust its folder; of a suite of Robot Framework its words. */
function namedFor(path: FilePath, folders: readonly string[]): (part: string) => boolean {
  const stem = stemOf(path);
  const ending = extensionOf(path).toLowerCase();
  if (ending === 'rs' && stem === 'mod') return (part) => part === (folders.at(-1) ?? stem);
  if (ending === 'r') return (part) => part === stem || part === stem.replace(/^test[-_]?/iu, '');
  const spoken = stem
    .replace(/^\d+__/u, '')
    .replaceAll('_', ' ')
    .toLowerCase();
  if (ending === 'robot') return (part) => part.toLowerCase() === spoken;
  return (part) => part === stem || (SNAKE.has(ending) && inSnakeCase(part) === stem);
}

/** What tells files of one name apart: what the result says of their folders, then how close they are to the report. */
function matchOf({ result, run }: Placed): NamesakeMatch {
  const parts = [...result.groups, result.title].flatMap(partsOf);
  const words = new Set([...foldersOf(run.path), ...parts]);
  return { folders: parts, scoresOf: (of) => [byName(of, result), ...closeness(foldersOf(of), run.path, words)] };
}

/** Go names the package, which is a folder. */
function nearPackage(path: FilePath, { result, run }: Placed, places: Places): Nearness {
  const folder = folderOf(path);
  const packages = result.groups.filter((group) => /^[\w.~/-]+$/u.test(group)).map((group) => group.split('/'));
  if (packages.length === 0) return places.isInScope(path, run.path) ? 0 : -1;
  const scoreOf = (of: FilePath) => packages.reduce((most, parts) => Math.max(most, common(parts, of.split('/'))), 0);
  const own = scoreOf(folder);
  const others = places.goFolders(packages.map((parts) => parts.at(-1) ?? '')).filter((other) => other !== folder);
  const words = new Set([...foldersOf(run.path), ...packages.flat()]);
  const scores = (of: FilePath) => [scoreOf(of), ...closeness(of.split('/'), run.path, words)];
  const mine = scores(folder);
  if (others.some((other) => scoreOf(other) > 0 && compareScores(scores(other), mine) >= 0)) return -1;
  if (own > 0) return places.isInScope(path, run.path) || own === folder.split('/').length ? own : -1;
  // The package of the module itself may be called anything.
  return places.isInScope(path, run.path) && places.isGoModule(folder, run.path) ? 0 : -1;
}

/** How many folders lie around both the file and the report; how many others of the file are named by the report or the result. */
function closeness(folders: readonly string[], report: FilePath, words: ReadonlySet<string>): number[] {
  const around = foldersOf(report);
  let depth = 0;
  while (depth < around.length && around[depth] === folders[depth]) depth += 1;
  return [depth, folders.filter((folder) => words.has(folder)).length];
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
