import type { FilePath } from '../../../model/position.ts';
import { fileName } from '../../../text/paths.ts';
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
