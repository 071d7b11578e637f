import type { ToldBase, UntoldBase } from '../../server/baseProtocol.ts';
import type { BaseChoice } from '../../server/reviewProtocol.ts';

/*
 * What the published interface of GitHub Pull Requests (its `api.d.ts`) and the one of VS Code's Git say of a repository, as far as a base needs it. An extension may have
 * registered a repository of which not all of this is there, so everything is asked for with care.
 */

interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

interface Ref {
  readonly name?: string | undefined;
  readonly remote?: string | undefined;
  readonly commit?: string | undefined;
}

interface Change {
  readonly uri: Address;
  readonly originalUri?: Address;
  readonly renameUri?: Address | undefined;
  readonly status: number;
}

/** A repository as an extension tells of it. */
export interface ToldRepository {
  readonly rootUri: Address;
  readonly state: {
    readonly HEAD: Ref | undefined;
    readonly mergeChanges?: readonly Change[];
    readonly indexChanges?: readonly Change[];
    readonly workingTreeChanges?: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
  };
  getBranchBase?(name: string): Promise<Ref | undefined>;
  getConfig?(key: string): Promise<string>;
  getMergeBase?(one: string, other: string): Promise<string | undefined>;
  diffBetween?(one: string, other: string): Promise<readonly Change[]>;
}

/** What is told beside it of a repository of GitHub. */
export interface ToldDescription {
  readonly defaultBranch?: string;
  readonly pullRequest?: { readonly number: number } | undefined;
}

/** Of a comparison, GitHub tells no more files. */
const MOST_FILES = 300;

/** As `Status` of both interfaces has them. */
const STATUS = { indexAdded: 1, indexDeleted: 2, indexCopied: 4, deleted: 6, untracked: 7, ignored: 8, intentToAdd: 9 } as const;
const ADDED: ReadonlySet<number> = new Set([STATUS.indexAdded, STATUS.indexCopied, STATUS.untracked, STATUS.intentToAdd]);
const DELETED: ReadonlySet<number> = new Set([STATUS.indexDeleted, STATUS.deleted]);

/**
 * The commit in which the branch of a folder left its base, and what is otherwise now: of the chosen revision, else of what the branch was made from, else of what
 * GitHub Pull Requests noted for its pull request, else of the default branch. Never throws: what an extension has not implemented is told as missing.
 */
export async function toldBase(
  repository: ToldRepository,
  description: ToldDescription | undefined,
  folder: Address,
  choice: BaseChoice,
): Promise<ToldBase | UntoldBase> {
  const head = repository.state.HEAD;
  const present = head?.commit;
  const base = await baseOf(repository, description, choice);
  if (!base || present === undefined) return { untold: 'noBase' };
  const { name, ref, pullRequest } = base;
  const commit = await orNothing(repository.getMergeBase?.(ref, present));
  if (commit === undefined || commit === '') return { untold: 'noMergeBase', name };
  const between = commit === present ? [] : await orNothing(repository.diffBetween?.(commit, present));
  if (!between) return { untold: 'noChanges', name };
  if (between.length >= MOST_FILES) return { untold: 'tooMany', name };
  const { mergeChanges = [], indexChanges = [], workingTreeChanges = [], untrackedChanges = [] } = repository.state;
  const files = filesOf([between, [...indexChanges, ...mergeChanges], [...workingTreeChanges, ...untrackedChanges]], folder);
  return { name, commit, present, files, ...(pullRequest !== undefined && { pullRequest }) };
}

interface Base {
  readonly name: string;
  readonly ref: string;
  readonly pullRequest?: number;
}

async function baseOf(repository: ToldRepository, description: ToldDescription | undefined, choice: BaseChoice): Promise<Base | undefined> {
  if (choice.kind === 'ref') return { name: choice.ref, ref: choice.ref };
  if (choice.kind === 'tag') return undefined;
  const branch = repository.state.HEAD?.name;
  const made = branch === undefined ? undefined : await orNothing(repository.getBranchBase?.(branch));
  const name = made?.name === undefined ? undefined : [...(made.remote === undefined ? [] : [made.remote]), made.name].join('/');
  if (name !== undefined) return { name, ref: made?.commit ?? name };
  const noted = branch === undefined ? undefined : await orNothing(repository.getConfig?.(`branch.${branch}.github-pr-base-branch`));
  // `owner#repository#branch`
  const ofPullRequest = noted?.split('#').slice(2).join('#') ?? '';
  if (ofPullRequest !== '') return { name: ofPullRequest, ref: ofPullRequest };
  const { defaultBranch, pullRequest } = description ?? {};
  if (defaultBranch === undefined) return undefined;
  return { name: defaultBranch, ref: defaultBranch, ...(pullRequest && { pullRequest: pullRequest.number }) };
}

/** What the folder has otherwise than the base, by steps that follow one another: what was committed, staged and written. */
function filesOf(steps: readonly (readonly Change[])[], folder: Address): ToldBase['files'] {
  /** By present path what it was in the base; undefined for a file that is new. */
  const now = new Map<string, string | undefined>();
  const gone = new Set<string>();
  const was = (path: string): string | undefined => (now.has(path) ? now.get(path) : path);
  for (const { uri, originalUri, renameUri, status } of steps.flat()) {
    if (status === STATUS.ignored) continue;
    const after = pathIn(folder, renameUri ?? uri);
    const before = ADDED.has(status) ? undefined : pathIn(folder, originalUri ?? uri);
    const old = before === undefined ? undefined : was(before);
    if (before !== undefined && before !== after) now.delete(before);
    if (DELETED.has(status) || after === undefined) {
      if (before !== undefined) now.delete(before);
      if (old !== undefined) gone.add(old);
      continue;
    }
    if (old !== undefined) gone.delete(old);
    const back = ADDED.has(status) && gone.delete(after) ? after : old;
    now.set(after, back);
  }
  return [...Array.from(now, ([head, base]) => ({ head, ...(base !== undefined && { base }) })), ...Array.from(gone, (base) => ({ base }))];
}

/** Undefined for what lies outside the folder. */
function pathIn(folder: Address, { scheme, authority, path }: Address): string | undefined {
  if (scheme !== folder.scheme || authority.toLowerCase() !== folder.authority.toLowerCase()) return undefined;
  const start = `${folder.path.replace(/\/$/u, '')}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

async function orNothing<Answer>(asked: Promise<Answer> | undefined): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}
