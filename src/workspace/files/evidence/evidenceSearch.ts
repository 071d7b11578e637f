import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { FilePath } from '../../../model/position.ts';
import { fileName, inFolder } from '../../../text/paths.ts';
import { forEachAtOnce } from '../../pace/atOnce.ts';
import { Breather } from '../../pace/breather.ts';
import { entryAt, liesBehindLink } from '../entryAt.ts';
import { toSystemPath } from '../filePaths.ts';
import { untrackedFiles } from '../../git/untrackedFiles.ts';
import type { UntrackedFiles } from '../../git/untrackedFiles.ts';

/** Folders of other people's code, of histories and of caches, in which nobody keeps results of his own tests. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  '.venv',
  'venv',
  '.tox',
  '.nox',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.gradle',
  '.m2',
  '.cargo',
  '.rustup',
  '.yarn',
  '.pnpm-store',
  '.cache',
  '.next',
  '.nuxt',
  '.turbo',
  '.terraform',
  '.vscode-test',
  'site-packages',
  '.dart_tool',
  '.bundle',
  '.eggs',
]);

/** Folders of other people's code where git ignores them; elsewhere they may be called so by chance. */
const DEPENDENCIES: ReadonlySet<string> = new Set(['vendor', 'Pods', 'Carthage']);

/** Levels of folders below the first ignored one. */
export const DEEPEST = 24;
/** Ignored folders are looked into level by level until so many were seen: a look costs about 20 microseconds. */
export const MOST_FOLDERS = 10_000;

/** What compilers make in folders of their own; elsewhere packages may be called so. */
const COMPILED: ReadonlySet<string> = new Set(['incremental', 'deps', 'classes']);
/** Folders that build tools write into: Cargo and Maven, Gradle and others, Mix. */
const BUILT: ReadonlySet<string> = new Set(['target', 'build', '_build', 'out', 'bin', 'obj', 'dist']);

/** True for what lies in a folder that is never looked into. */
export function isPassedOver(path: FilePath): boolean {
  return passedOverIn(path) !== undefined;
}

/** The outermost such folder: `node_modules` for `node_modules/a/junit.xml`, `target/debug/deps` for what lies there. */
export function passedOverIn(path: FilePath): FilePath | undefined {
  let built = false;
  let end = 0;
  for (const name of path.split('/')) {
    end += name.length;
    if (PASSED_OVER.has(name) || (built && COMPILED.has(name))) return path.slice(0, end);
    built ||= BUILT.has(name);
    end += 1;
  }
  return undefined;
}

/** True for an ignored folder, with a `/` behind, that a tool fills: nobody has all of a package ignored. */
function isOfOthers(path: string): boolean {
  const name = fileName(path.replace(/\/$/u, ''));
  return path.endsWith('/') && (DEPENDENCIES.has(name) || COMPILED.has(name));
}

/** Where to look for files that git ignores: such files, and folders with a `/` behind; the whole folder where git has not told. */
export function ignoredPlaces(untracked: UntrackedFiles | undefined): readonly string[] {
  return untracked?.ignored.filter((path) => !isPassedOver(path) && !isOfOthers(path)) ?? ['/'];
}

/**
 * The same for repositories within a folder that may be trusted, `libs/stock/build/`: the repository around knows nothing of what they ignore.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function ignoredPlacesWithin(
  root: string,
  repositories: readonly FilePath[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const places: string[] = [];
  const asked = repositories.filter((path) => !isPassedOver(path));
  await forEachAtOnce(asked, async (inner) => {
    const found = ignoredPlaces(await untrackedFiles(toSystemPath(root, inner), { alone: true, ...(signal && { signal }) }));
    places.push(...found.map((place) => (place === '/' ? `${inner}/` : `${inner}/${place}`)));
  });
  return places.sort();
}

/** What was found, and the first folder that was not looked into because there are too many. */
export interface Found {
  readonly files: readonly FilePath[];
  readonly cut?: FilePath;
}

/**
 * Files that somebody wants in these places, such as `build/test-results/TEST-a.xml`. Folders are looked through to a bounded depth and number.
 *
 * @param places what `ignoredPlaces` gave.
 * @throws the signal's reason when it is aborted.
 */
export async function findIn(
  root: string,
  places: readonly string[],
  wanted: (path: FilePath) => boolean,
  signal?: AbortSignal,
): Promise<Found> {
  const files = places.filter((path) => !path.endsWith('/') && wanted(path));
  const breather = new Breather(signal);
  const folders = places.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  let cut: FilePath | undefined;
  for (const step of walk(root, folders, wanted)) {
    if (step === undefined) await breather.pause();
    else if (typeof step === 'string') files.push(step);
    else cut = step.cut;
  }
  return { files, ...(cut !== undefined && { cut }) };
}

/** Wanted files in one folder and below; none where it is not a folder. */
export function walkFor(root: string, folder: FilePath, wanted: (path: FilePath) => boolean): Found {
  const files: FilePath[] = [];
  let cut: FilePath | undefined;
  // A link leads elsewhere.
  if (!entryAt(toSystemPath(root, folder))?.isDirectory() || liesBehindLink(root, folder)) return { files };
  for (const step of walk(root, [folder], wanted)) {
    if (typeof step === 'string') files.push(step);
    else if (step) cut = step.cut;
  }
  return { files, ...(cut !== undefined && { cut }) };
}

/**
 * Level by level, so that the bound cuts off what lies deepest; undefined after each folder, for those who want to take breath, and at the end
 * the first folder that was left out.
 */
function* walk(
  root: string,
  folders: readonly FilePath[],
  wanted: (path: FilePath) => boolean,
): Generator<FilePath | { readonly cut: FilePath } | undefined> {
  let level = folders;
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: FilePath[] = [];
    for (const folder of level) {
      if ((left -= 1) < 0) {
        yield { cut: folder };
        return;
      }
      for (const entry of entriesOf(toSystemPath(root, folder))) {
        const path = inFolder(folder, entry.name);
        if (entry.isDirectory() && !isPassedOver(path)) next.push(path);
        else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(path)) yield path;
      }
      yield undefined;
    }
    level = next;
  }
  if (level[0] !== undefined) yield { cut: level[0] };
}

function entriesOf(systemPath: string): readonly Dirent[] {
  try {
    return readdirSync(systemPath, { withFileTypes: true });
  } catch {
    return [];
  }
}
