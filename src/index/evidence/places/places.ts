import type { EvidenceFile, TestResult } from '../../../model/evidence.ts';
import type { FileRole } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import { fileName, folderOf, inFolder, upwards } from '../../../text/paths.ts';
import { MultiMap } from '../../multiMap.ts';
import { goModuleOf } from './goModules.ts';
import { isInside, Packages } from './packages.ts';
import type { PlainPath } from './plainPath.ts';
import { bareName, plainPath, RUST_ROOTS, snakeCrate, stemOf, stemsOf } from './plainPath.ts';

/** The files of the project, as the index knows them. */
export type ProjectFiles = ReadonlyMap<FilePath, FileRole>;

/** How well files of one name fit a result. */
export interface NamesakeMatch {
  readonly folders: readonly string[];
  readonly scoresOf: (path: FilePath) => readonly number[];
}

/** The file that fits best, if only one does, and how well. */
export interface BestNamesake {
  readonly path: FilePath | undefined;
  readonly scores: readonly number[];
}

/** Tests of Go, whose results name no file but the folder. */
const GO_TEST = /_test\.go$/u;
const CARGO = 'Cargo.toml';

/**
 * Where results belong in the project. Runners write paths relative to the folder that they ran in, and many write no path at all; so the folder of the
 * report decides: with `packages/a/junit.xml` and `packages/b/junit.xml`, `test/index.test.js` is a file of either, each its own.
 */
export class Places {
  readonly #files: ProjectFiles;
  /** Files of the project by their stems, as far as results may speak of them. */
  readonly #byStem = new MultiMap<string, FilePath>();
  /** The same by their last two names, `shop/OrderTest.java`. */
  readonly #byFolder = new MultiMap<string, FilePath>();
  readonly #best = new WeakMap<TestResult, Map<string, BestNamesake>>();
  readonly #interesting: ReadonlySet<string>;
  /** Folders of tests of Go, by their last names. */
  readonly #goFolders = new MultiMap<string, FilePath>();
  /** Folders of crates of Rust, by their last names. */
  readonly #crates = new MultiMap<string, FilePath>();
  readonly #packages: Packages;
  readonly #modules = new WeakMap<EvidenceFile, ReturnType<typeof goModuleOf>>();
  readonly #homes = new Map<string, FilePath | undefined>();
  readonly #astray = new Map<string, boolean>();

  constructor(files: ProjectFiles, runs: readonly EvidenceFile[]) {
    this.#files = files;
    this.#interesting = new Set([...RUST_ROOTS, ...runs.flatMap(stemsOfRun)]);
    const known = runs.length > 0 ? files : new Map<FilePath, FileRole>();
    this.#packages = new Packages(
      known,
      runs.map(({ path }) => path),
      new Set(runs.flatMap(foldersOfRun)),
    );
    for (const [path, role] of known) {
      const stem = stemOf(path);
      if (this.#interesting.has(stem)) {
        this.#byStem.add(stem, path);
        this.#byFolder.add(path.split('/').slice(-2).join('/'), path);
      }
      if (fileName(path) === CARGO) this.#crates.add(snakeCrate(fileName(folderOf(path))), folderOf(path));
      if (role === 'test' && GO_TEST.test(path)) this.#goFolders.add(fileName(folderOf(path)), folderOf(path));
    }
  }

  /** True if results may belong elsewhere now that the file came, went or became a test. */
  cares(path: FilePath): boolean {
    return GO_TEST.test(path) || this.#interesting.has(stemOf(path)) || this.#packages.cares(path, this.#files.has(path));
  }

  /**
   * The file of the project that a tool meant by a path; undefined where there is none, or several fit equally well. A relative one is joined to the folder of
   * the report and to each around it, the nearest first; else the end of a path counts, if only one file of the package has it.
   */
  homeOf(report: FilePath, file: string): FilePath | undefined {
    const key = `${folderOf(report)}\n${file}`;
    if (!this.#homes.has(key)) this.#homes.set(key, this.#find(report, plainPath(file)));
    return this.#homes.get(key);
  }

  /** The file of the project that line coverage is of: as a result names one, but for profiles of Go, which have the path of the module before each. */
  coveredFile(run: EvidenceFile, file: string): FilePath | undefined {
    if (!file.endsWith('.go')) return this.homeOf(run.path, file);
    if (!this.#modules.has(run))
      this.#modules.set(
        run,
        goModuleOf(run, (path) => this.#files.has(path)),
      );
    const module = this.#modules.get(run);
    if (!module) return this.homeOf(run.path, file);
    if (module === 'unsure') return undefined;
    const home = inFolder(module.folder, file.slice(module.prefix.length));
    return this.#files.has(home) ? home : undefined;
  }

  /** The file that a compiled one was made of, `test/a.test.ts` of `out/test/a.test.js`: that of its name with the most folders in common. */
  sourceOf(report: FilePath, file: string): FilePath | undefined {
    const { path: plain } = plainPath(file);
    const bare = bareName(fileName(plain));
    const folders = [...report.split('/').slice(0, -1), ...plain.split('/').slice(0, -1)];
    const named = [...this.#byStem.get(stemOf(plain))].filter(
      (path) => bareName(fileName(path)) === bare && !isSameEnding(path, plain) && this.#packages.isOfPath(path, plain, report),
    );
    return only(named, (path) => shared(path, folders));
  }

  /** True for a path by which no file of the project can be meant: it was written elsewhere, or the file is gone. */
  isAstray(report: FilePath, file: string): boolean {
    const key = `${folderOf(report)}\n${file}`;
    let isAstray = this.#astray.get(key);
    if (isAstray === undefined) {
      isAstray = this.homeOf(report, file) === undefined && this.sourceOf(report, file) === undefined;
      this.#astray.set(key, isAstray);
    }
    return isAstray;
  }

  /** True if a file has the name that a path ends in, whatever its ending. */
  hasNamesake(file: string): boolean {
    const { path } = plainPath(file);
    return [...this.#byStem.get(stemOf(path))].some((other) => bareName(fileName(other)) === bareName(fileName(path)));
  }

  /**
   * The file with the name of this one that a result fits best, without a path where several do; undefined where no result names such a file. Told once
   * for each result, however many tests may be meant.
   *
   * @param match gives what tells files of one name apart: folders of which the last one of the file is one, if any file has such, and how well a file fits.
   */
  bestNamesake(path: FilePath, result: TestResult, match: () => NamesakeMatch): BestNamesake | undefined {
    if (!this.#interesting.has(stemOf(path))) return undefined;
    const name = fileName(path);
    let known = this.#best.get(result);
    if (!known) this.#best.set(result, (known = new Map()));
    let best = known.get(name);
    if (!best) {
      const { folders, scoresOf } = match();
      const near = [...new Set(folders)].flatMap((folder) => [...this.#byFolder.get(`${folder}/${name}`)]);
      const all = near.length > 0 ? near : [...this.#byStem.get(stemOf(path))].filter((other) => fileName(other) === name);
      known.set(name, (best = bestOf(all, scoresOf)));
    }
    return best;
  }

  /** Folders with tests of Go that have one of these last names. */
  goFolders(names: readonly string[]): FilePath[] {
    return [...new Set(names.flatMap((name) => [...this.#goFolders.get(name)]))];
  }

  /** True for the folder of a module of Go, if all tests that the report may be about are in it or below. */
  isGoModule(folder: FilePath, report: FilePath): boolean {
    if (!this.#files.has(inFolder(folder, 'go.mod'))) return false;
    const scope = this.#packages.scopeOf(report);
    for (const name of this.#goFolders.keys())
      for (const other of this.#goFolders.get(name)) if (isInside(other, scope) && !isInside(other, folder)) return false;
    return true;
  }

  /** True if a file has that stem; asked for stems that results name. */
  hasStem(stem: string): boolean {
    return this.#byStem.has(stem);
  }

  /** True if folders of crates have that name, and the file lies in none of them. A crate may be called otherwise than its folder. */
  isOtherCrate(path: FilePath, crate: string): boolean {
    const folders = [...this.#crates.get(snakeCrate(crate))];
    return folders.length > 0 && !folders.some((folder) => folder !== '' && path.startsWith(`${folder}/`));
  }

  /**
   * True if a report that does not say where its tests stand may be about the file: it lies in the nearest folder around the report that has tests. So a
   * report of one package says nothing of another.
   */
  isInScope(path: FilePath, report: FilePath): boolean {
    return isInside(path, this.#packages.scopeOf(report));
  }

  #find(report: FilePath, { path, absolute, up }: PlainPath): FilePath | undefined {
    const joined = absolute ? undefined : this.#joined(report, path, up);
    if (joined) return joined.home;
    const named = [...this.#byStem.get(stemOf(path))].filter(
      (other) => fileName(other) === fileName(path) && this.#packages.mayName(other, report),
    );
    // Absolute where the project lay when the tests ran, or relative to a folder around the project: the most of it that is a file.
    const ends = named.filter((other) => path.endsWith(`/${other}`) && (absolute || other.includes('/')));
    const most = only(ends, ({ length }) => length);
    if (most !== undefined) return this.#packages.isElsewhere(path, most) ? undefined : most;
    if (absolute) return this.#mounted(named, path, report);
    const below = named.filter((other) => other.endsWith(`/${path}`) && this.isInScope(other, report));
    return below.length === 1 ? below[0] : undefined;
  }

  /** An absolute path from where only the package of the report lay when the tests ran, as in a container: `/app/test/x.js` for `packages/a/test/x.js`. */
  #mounted(named: readonly FilePath[], path: string, report: FilePath): FilePath | undefined {
    const scope = this.#packages.scopeOf(report);
    if (scope === '') return undefined;
    const from = scope.length + 1;
    const home = only(
      named.filter((other) => isInside(other, scope) && path.endsWith(`/${other.slice(from)}`)),
      ({ length }) => length,
    );
    if (home === undefined) return undefined;
    const own = home.slice(from);
    const [outer = ''] = scope.split('/');
    // What lies beside the package in the project is another one, be it there or not.
    const isOther = path.slice(0, -own.length).split('/').includes(outer) || this.#packages.isElsewhere(path, own);
    return isOther ? undefined : home;
  }

  /** A relative path from the folder of a report or one around it; without a home where the file has gone from there. */
  #joined(report: FilePath, path: string, up: number): { readonly home?: FilePath } | undefined {
    for (const folder of [...upwards(folderOf(report)), '']) {
      const joined = joinUp(folder, up, path);
      const isOwn = this.isInScope(folder, report);
      if (joined === undefined || (up > 0 && !isOwn)) continue;
      if (this.#files.has(joined) && (up > 0 || this.#packages.mayName(joined, report))) return { home: joined };
      // A folder of the package that is there and does not have it.
      if (isOwn && path.includes('/') && this.#packages.holds(folderOf(joined))) return {};
    }
    return undefined;
  }
}

/** The one that scores most; undefined where several do, or there is none. */
function only(paths: readonly FilePath[], scoreOf: (path: FilePath) => number): FilePath | undefined {
  const most = paths.reduce((score, path) => Math.max(score, scoreOf(path)), -Infinity);
  const best = paths.filter((path) => scoreOf(path) === most);
  return best.length === 1 ? best[0] : undefined;
}

function bestOf(paths: readonly FilePath[], scoresOf: NamesakeMatch['scoresOf']): BestNamesake {
  let best: BestNamesake = { path: undefined, scores: [] };
  for (const path of paths) {
    const scores = scoresOf(path);
    const order = best.scores.length > 0 ? compareScores(scores, best.scores) : 1;
    if (order >= 0) best = { path: order > 0 ? path : undefined, scores };
  }
  return best;
}

/** Compares lists of numbers by the first that differs; above 0 where the first list is greater. */
export function compareScores(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How many of the path's folders are among these. */
function shared(path: FilePath, folders: readonly string[]): number {
  return path
    .split('/')
    .slice(0, -1)
    .filter((folder) => folders.includes(folder)).length;
}

/** A path in a folder, or in one that many levels above it; undefined above the root. */
function joinUp(folder: FilePath, up: number, path: string): FilePath | undefined {
  let from = folder;
  for (let level = 0; level < up; level += 1) {
    if (from === '') return undefined;
    from = folderOf(from);
  }
  return inFolder(from, path);
}

function isSameEnding(a: string, b: string): boolean {
  return a.slice(a.lastIndexOf('.')) === b.slice(b.lastIndexOf('.'));
}

/** Stems that results of a run may be looked for by. */
function stemsOfRun({ results, coverage }: EvidenceFile): string[] {
  return [...results.flatMap((result) => [...stemsOf(result)]), ...coverage.map(({ file }) => stemOf(plainPath(file).path))];
}

/** Names of folders in the paths of a run. */
function foldersOfRun({ results, coverage }: EvidenceFile): string[] {
  const files = [...results.flatMap(({ file }) => file ?? []), ...coverage.map(({ file }) => file)];
  return [...new Set(files.map((file) => folderOf(plainPath(file).path)))].flatMap((folder) => folder.split('/').filter(Boolean));
}
