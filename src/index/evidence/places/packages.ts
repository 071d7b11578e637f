import type { FileRole } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import { extensionOf, fileName, folderOf, inFolder, upwards } from '../../../text/paths.ts';
import { mayHoldTests } from '../../../formats/evidence/sourceFile.ts';

/** Folders that hold the tests of the folder around them. */
const OF_TESTS = /^(?:tests?|specs?|t|e2e|it|unit|integration|features|cypress|__tests__)$/iu;

/** Files that make a folder a package. */
const MANIFESTS: ReadonlySet<string> = new Set(
  (
    'package.json go.mod Cargo.toml pom.xml build.gradle build.gradle.kts pyproject.toml setup.py composer.json mix.exs pubspec.yaml Package.swift ' +
    'build.sbt dune-project rebar.config deno.json deno.jsonc Project.toml stack.yaml package.yaml CMakeLists.txt meson.build'
  ).split(' '),
);
const PROJECTS: ReadonlySet<string> = new Set(['csproj', 'fsproj', 'vbproj', 'gemspec', 'cabal', 'vcxproj', 'nimble', 'opam', 'rockspec']);

/** Which files of a project are of one package, as far as results may speak of them. */
export class Packages {
  /** Folders around reports. */
  readonly #around: ReadonlySet<FilePath>;
  /** Those of them that have tests in them or below. */
  readonly #tested = new Set<FilePath>();
  /** Folders of packages. */
  readonly #packages = new Set<FilePath>();
  /** Names of folders that are in paths of results. */
  readonly #named: ReadonlySet<string>;
  /** Folders of such names, with sources in them or below. */
  readonly #folders = new Set<FilePath>();
  /** Those of them with sources of their own. */
  readonly #holding = new Set<FilePath>();
  readonly #scopes = new Map<FilePath, FilePath>();

  /** @param named names of folders that are in paths of results. */
  constructor(files: Iterable<readonly [FilePath, FileRole]>, reports: readonly FilePath[], named: ReadonlySet<string>) {
    this.#named = named;
    this.#around = new Set(reports.flatMap((path) => [...upwards(folderOf(path))]));
    // Most folders of a large tree are of no report.
    const matters = new Map<FilePath, boolean>();
    for (const [path, role] of files) {
      const folder = folderOf(path);
      let isNear = matters.get(folder);
      if (isNear === undefined) {
        isNear = [...upwards(folder)].some((outer) => this.#around.has(outer) || named.has(fileName(outer)));
        matters.set(folder, isNear);
      }
      if (isManifest(path) && folder !== '') this.#packages.add(folder);
      if (isNear) this.#take(path, folder, role);
    }
    for (const path of reports) {
      const scope = this.scopeOf(path);
      if (scope !== '') this.#packages.add(scope);
    }
  }

  #take(path: FilePath, folder: FilePath, role: FileRole): void {
    // Reports and data lie among tests as well.
    if (!mayHoldTests(path)) return;
    if (this.#named.has(fileName(folder))) this.#holding.add(folder);
    const isTest = role === 'test';
    for (const outer of upwards(folder)) {
      if (this.#named.has(fileName(outer))) this.#folders.add(outer);
      if (isTest && this.#around.has(outer)) this.#tested.add(outer);
    }
  }

  /** True if it may make a difference that the file came, went or became a test. */
  cares(path: FilePath, exists: boolean): boolean {
    const folder = folderOf(path);
    if (isManifest(path) || (exists && this.#named.has(fileName(folder)) && !this.#holding.has(folder))) return true;
    return [...upwards(folder)].some(
      (outer) => this.#around.has(outer) || (this.#named.has(fileName(outer)) && !(exists && this.#folders.has(outer))),
    );
  }

  /** The folder that a report which does not say where its tests stand is about: the nearest around it that is a package or has tests. */
  scopeOf(report: FilePath): FilePath {
    const folder = folderOf(report);
    const known = this.#scopes.get(folder);
    if (known !== undefined) return known;
    let scope = [...upwards(folder)].find((outer) => this.#tested.has(outer) || this.#packages.has(outer)) ?? '';
    while (OF_TESTS.test(fileName(scope))) scope = folderOf(scope);
    this.#scopes.set(folder, scope);
    return scope;
  }

  /** True if the folder has sources of its own, as far as its name is in results. */
  holds(folder: FilePath): boolean {
    return this.#holding.has(folder);
  }

  /**
   * True if a path, which need not say where it begins, may name the file in a report: one of its package, or one that it says the package of. A report in `packages/a` never means
   * `test/x.js` by `test/x.js`, but may mean `packages/b/test/x.js` by that.
   */
  mayName(file: FilePath, report: FilePath): boolean {
    const scope = this.scopeOf(report);
    const first = scope.slice(0, scope.indexOf('/') + 1);
    if (isInside(file, scope) || (first !== '' && file.startsWith(first))) return true;
    return !isInside(scope, this.#ownerOf(file));
  }

  /** True if what is before the file in a path is another folder of the project: `/ci/packages/a/test/x.js` is not `test/x.js`. */
  isElsewhere(path: string, file: FilePath): boolean {
    const before = path.slice(0, -file.length).split('/').filter(Boolean);
    return before.some((_, at) => {
      const folder = before.slice(at).join('/');
      const isFolder = at < before.length - 1 && (this.#around.has(folder) || this.#folders.has(folder));
      return isFolder || this.#packages.has(folder) || (file.includes('/') && this.#holding.has(inFolder(folder, folderOf(file))));
    });
  }

  /** False for a file outside of the folders that are in a path, or of the report's package where none does. */
  isOfPath(file: FilePath, path: string, report: FilePath): boolean {
    const parts = path.split('/').slice(0, -1).filter(Boolean);
    const named = parts.flatMap((_, from) =>
      parts.slice(from).flatMap((_last, length) => {
        const folder = parts.slice(from, from + length + 1).join('/');
        return this.#packages.has(folder) || (length > 0 && this.#folders.has(folder)) ? [folder] : [];
      }),
    );
    return named.length > 0 ? named.some((folder) => isInside(file, folder)) : isInside(file, this.scopeOf(report));
  }

  #ownerOf(file: FilePath): FilePath {
    return [...upwards(folderOf(file))].find((outer) => this.#packages.has(outer)) ?? '';
  }
}

/** True for a path in the folder or below it. */
export function isInside(path: FilePath, folder: FilePath): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function isManifest(path: FilePath): boolean {
  return MANIFESTS.has(fileName(path)) || PROJECTS.has(extensionOf(path));
}
