import type { FilePath } from '../../../model/position.ts';
import { forEachAtOnce } from '../../pace/atOnce.ts';
import { toSystemPath } from '../filePaths.ts';
import { isUnder } from '../pathCase.ts';
import type { GitOptions } from '../../git/git.ts';
import { ignoredByGit, listWithGit } from '../../git/gitFiles.ts';
import type { Listing } from '../../git/gitFiles.ts';
import { isLinkedWorktree, outermostRepository } from './innerRepositories.ts';
import { UserError } from '../../userError.ts';
import { ignoredByWalk, listByWalking } from './walkFiles.ts';
import { addTo } from '../../../text/grouping.ts';

/** How a folder is to be listed. */
export interface FolderFilesOptions {
  /** False where no git may be run. */
  readonly trusted: boolean;
  /** How long git may take, and what stops it. */
  readonly git: GitOptions;
  readonly ignoresCase: boolean;
}

/** Inner repositories that git is asked of; more are walked through, so that no folder can have thousands of programs started. */
const MOST_ASKED = 200;

/**
 * One look at the files of a folder. Repositories that lie in it, submodules and clones, are part of it, each under its own
 * ignore rules, as long as the repository around does not ignore them; further worktrees are not.
 */
export class FolderFiles {
  readonly #git: GitOptions;
  readonly #ignoresCase: boolean;
  readonly #repositories: string[] = [];
  #trusted: boolean;
  #left = MOST_ASKED;

  constructor({ trusted, git, ignoresCase }: FolderFilesOptions) {
    this.#ignoresCase = ignoresCase;
    this.#trusted = trusted;
    this.#git = git;
  }

  /** Repositories in the folder that git was asked of as a whole, as the operating system writes their paths; nested ones among them. */
  get repositories(): readonly string[] {
    return this.#repositories;
  }

  /**
   * Files of the folder.
   *
   * @param under only these files, and those in these folders.
   * @param useGit false where git is not to be asked of the folder itself.
   * @throws UserError when it cannot be listed; the signal's reason when it is aborted.
   */
  async list(
    root: string,
    under: readonly FilePath[] | undefined,
    useGit: boolean,
  ): Promise<{ readonly files: readonly FilePath[]; readonly byGit: boolean }> {
    const { asked, inside } = partsOf(root, under);
    const listing = useGit ? await this.#ask(root, asked, {}) : undefined;
    // A root that its repository ignores as a whole was still named by somebody who wants it read.
    const byGit = listing !== undefined && (under !== undefined || listing.files.length + listing.repositories.length > 0);
    return { files: await this.#whole(root, under, byGit ? listing : await listByWalking(root, asked, this.#git.signal), inside), byGit };
  }

  /** True for a file that would not be listed if it existed. */
  async ignores(root: string, path: FilePath, useGit: boolean): Promise<boolean> {
    let [folder, rest, options]: [string, FilePath, GitOptions] = [root, path, this.#git];
    for (let ask = useGit; ; ask = this.#trusted) {
      const inner = outermostRepository(folder, rest);
      const target = inner ?? rest;
      const byGit = ask ? await ignoredByGit(folder, target, options) : undefined;
      if (byGit ?? ignoredByWalk(folder, target, inner !== undefined)) return true;
      if (inner === undefined) return false;
      folder = toSystemPath(folder, inner);
      rest = rest.slice(inner.length + 1);
      if (rest === '' || isLinkedWorktree(folder)) return true;
      options = { ...this.#git, alone: true };
    }
  }

  /** Undefined where git does not say. */
  async #ask(root: string, under: readonly FilePath[] | undefined, options: GitOptions): Promise<Listing | undefined> {
    if (!this.#trusted) return undefined;
    const listing = await listWithGit(root, under, { ...this.#git, ...options, ignoresCase: this.#ignoresCase });
    // One that is not there, or hangs, will do so the next time.
    if (listing === undefined) this.#trusted = false;
    return listing === 'refused' ? undefined : listing;
  }

  /** Adds what lies in the repositories of a listing. */
  async #whole(
    root: string,
    under: readonly FilePath[] | undefined,
    { files, repositories }: Listing,
    inside: ReadonlyMap<FilePath, readonly FilePath[]>,
  ): Promise<readonly FilePath[]> {
    if (repositories.length === 0 && inside.size === 0) return files;
    const wanted = under && new Set(under);
    const partly = new Set(inside.keys());
    const all = new Set(wanted ? files.filter((path) => !isUnder(path, partly) || isUnder(path, wanted)) : files);
    await forEachAtOnce(repositories, async (inner) => {
      const whole = wanted && (wanted.has('') || isUnder(inner, wanted)) ? [''] : undefined;
      for (const path of await this.#inner(toSystemPath(root, inner), wanted && (whole ?? inside.get(inner) ?? [])))
        all.add(`${inner}/${path}`);
    });
    return [...all];
  }

  async #inner(root: string, under: readonly FilePath[] | undefined): Promise<readonly FilePath[]> {
    if (under?.length === 0 || isLinkedWorktree(root)) return [];
    const { asked, inside } = partsOf(root, under);
    try {
      const listing = (this.#left -= 1) >= 0 ? await this.#ask(root, asked, { alone: true }) : undefined;
      if (listing && !under) this.#repositories.push(root);
      return await this.#whole(root, under, listing ?? (await listByWalking(root, asked, this.#git.signal)), inside);
    } catch (error) {
      // Gone meanwhile, or closed to this user: of a folder further down nobody expects more.
      if (error instanceof UserError) return [];
      throw error;
    }
  }
}

/** What is to be asked of a folder itself, and by inner repository what is to be asked there. */
function partsOf(
  root: string,
  under: readonly FilePath[] | undefined,
): { readonly asked: readonly FilePath[] | undefined; readonly inside: ReadonlyMap<FilePath, readonly FilePath[]> } {
  const inside = new Map<FilePath, FilePath[]>();
  const asked = new Set<FilePath>();
  for (const path of under ?? []) {
    const inner = outermostRepository(root, path);
    asked.add(inner ?? path);
    if (inner !== undefined) addTo(inside, inner, path.slice(inner.length + 1));
  }
  return { asked: under && [...asked], inside };
}
