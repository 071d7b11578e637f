import type { FilePath } from '../../model/position.ts';
import { git, namesIn } from './git.ts';
import type { GitOptions } from './git.ts';

/** What lies in a folder and is not in git's index. */
export interface UntrackedFiles {
  /** New files that are not ignored, and repositories in the folder with a slash at the end: `libs/stock/`. */
  readonly added: readonly FilePath[];
  /** Ignored files, and folders of which everything is ignored with a slash at the end: `node_modules/`. */
  readonly ignored: readonly string[];
}

/** Folders that are named to git; with more of them it sooner looks everywhere. */
const MOST_FOLDERS = 100;

/**
 * Asks git what it has no record of, going through the folder once: it lists new and ignored files together, which are then told apart by their
 * names. Only folders that are new as a whole are gone through again, since they may hold both.
 *
 * @returns undefined where git does not answer.
 * @throws the signal's reason when it is aborted.
 */
export async function untrackedFiles(root: string, options: GitOptions = {}): Promise<UntrackedFiles | undefined> {
  const found = namesIn(await git(root, [...OTHERS, '--directory', '--no-empty-directory', '-z'], options));
  const ignored = found && (await ignoredOf(root, found, options));
  if (!found || !ignored) return undefined;
  const rest = found.filter((path) => !ignored.has(withoutSlash(path)));
  const folders = rest.filter((path) => path.endsWith('/'));
  const inside = await lookInto(root, folders, options);
  if (!inside) return undefined;
  const files = rest.filter((path) => !path.endsWith('/'));
  return { added: [...files, ...inside.added], ignored: [...found.filter((path) => ignored.has(withoutSlash(path))), ...inside.ignored] };
}

const OTHERS = ['ls-files', '--others'];
const NOTHING: UntrackedFiles = { added: [], ignored: [] };

/** Those that some ignore rule names, without a slash at the end; undefined where git does not answer. */
async function ignoredOf(root: string, paths: readonly string[], options: GitOptions): Promise<ReadonlySet<string> | undefined> {
  if (paths.length === 0) return new Set();
  // Names are patterns here: `:(top)` must not begin one, and none of them is to be looked up in the index. With a slash at the end
  // `new/*` would fit the folder `new/` itself; whether it is a folder git sees on the disk.
  const answer = await git(root, ['check-ignore', '--no-index', '--stdin', '-z'], {
    ...options,
    input: paths.map((path) => `./${withoutSlash(path)}\0`).join(''),
  });
  // 1 is "none of them".
  const names = answer?.exitCode === 1 ? [] : namesIn(answer);
  return names && new Set(names.map((name) => name.slice(2)));
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

async function lookInto(root: string, folders: readonly string[], options: GitOptions): Promise<UntrackedFiles | undefined> {
  if (folders.length === 0) return NOTHING;
  const places = folders.length > MOST_FOLDERS ? [] : ['--', ...folders];
  const ask = async (...args: readonly string[]): Promise<readonly string[] | undefined> =>
    namesIn(await git(root, ['--literal-pathspecs', ...OTHERS, '--exclude-standard', ...args, '-z', ...places], options));
  const [added, ignored] = await Promise.all([ask(), ask('--ignored', '--directory')]);
  if (!added || !ignored || places.length > 0) return added && ignored && { added, ignored };
  // What lies elsewhere is known already.
  const inside = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
  return { added: added.filter(inside), ignored: ignored.filter(inside) };
}
