import { say } from '../../model/message.ts';
import { git, gitLine } from './git.ts';
import { UserError } from '../userError.ts';

/** One commit by the name that it was asked for, `origin/main`, and its full hash. */
export interface Commit {
  readonly name: string;
  readonly commit: string;
}

/** Names that a default branch can have, where `origin/HEAD` does not say; the first that there is counts. */
const DEFAULT_BRANCHES = ['origin/main', 'origin/master', 'main', 'master'] as const;

/** What the remote checks out by itself: a name of the default branch. */
const REMOTE_HEAD = 'refs/remotes/origin/HEAD';

/** What git calls the commit that it merges, where it stopped for a person to look. */
const MERGING = 'MERGE_HEAD';

const DEEPEN = say(
  'this clone is shallow: fetch more of its history, as with "git fetch --unshallow" or fetch-depth: 0 of actions/checkout',
);

/**
 * The commit that a name means.
 *
 * @throws UserError when there is no repository, no commit yet, or none of that name.
 */
export async function resolveCommit(folder: string, name: string): Promise<Commit> {
  const [commit] = await commitsNamed(folder, [name]);
  return commit === undefined ? noCommit(folder, name) : { name, commit };
}

/** What is checked out. */
export interface Present {
  readonly present: Commit;
  /** A commit that is just being merged into it, until that is committed. */
  readonly merging?: Commit;
}

/**
 * What is checked out, and the commit that a name means, for the price of one.
 *
 * @throws UserError as `resolveCommit` does, of the first that is not one.
 */
export async function resolveBeside(folder: string, name: string): Promise<Present & { readonly named: Commit }> {
  const [head, merging, commit] = await commitsNamed(folder, ['HEAD', MERGING, name]);
  const present = presentOf(head ?? (await noCommit(folder, 'HEAD')), merging);
  return { ...present, named: { name, commit: commit ?? (await noCommit(folder, name)) } };
}

function presentOf(commit: string, merging: string | undefined): Present {
  return { present: { name: 'HEAD', commit }, ...(merging !== undefined && { merging: { name: MERGING, commit: merging } }) };
}

/**
 * The commits that two names mean, for the price of one.
 *
 * @throws UserError as `resolveCommit` does, of the first that is not one.
 */
export async function resolveBoth(folder: string, one: string, other: string): Promise<readonly [Commit, Commit]> {
  const [first, second] = await commitsNamed(folder, [one, other]);
  if (first === undefined) return noCommit(folder, one);
  if (second === undefined) return noCommit(folder, other);
  return [
    { name: one, commit: first },
    { name: other, commit: second },
  ];
}

/**
 * The tree without files, where what is checked out is a branch that has no commit yet; undefined where it has one, or where nobody can tell, as with a ref
 * that is broken.
 */
export async function emptyTreeBeforeFirstCommit(folder: string): Promise<string | undefined> {
  const branch = await gitLine(folder, ['symbolic-ref', '--quiet', 'HEAD']);
  if (branch === undefined || (await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.exitCode !== 1) return undefined;
  // Nothing is written; git knows this tree without having it.
  return gitLine(folder, ['hash-object', '-t', 'tree', '--stdin']);
}

/** To start git takes longer than to answer, so all names are asked for at once; undefined for each that is not a commit's. */
async function commitsNamed(folder: string, names: readonly string[]): Promise<readonly (string | undefined)[]> {
  const asked = names.filter((name) => !/^-|[\r\n\0]/u.test(name));
  const input = asked.map((name) => `${name}^{commit}\n`).join('');
  const answered = input && (await git(folder, ['cat-file', '--batch-check=%(objectname)'], { input }));
  // At some names git gives up, such as `main@{upstream}` where there is none; what it said before holds.
  const lines = answered ? answered.output.split(/\r?\n/u) : [];
  // Of what there is not, git says the name and that it is missing, or ambiguous.
  return names
    .map((name) => lines[asked.indexOf(name)])
    .map((line) => (line !== undefined && /^[0-9a-f]+$/u.test(line) ? line : undefined));
}

async function noCommit(folder: string, name: string): Promise<never> {
  await requireRepository(folder);
  const [head] = name === 'HEAD' ? [] : await commitsNamed(folder, ['HEAD']);
  if (head === undefined) throw new UserError(say('There is no commit here yet, so git has nothing to look at'));
  throw new UserError(
    say(
      'There is no revision {0}; {1}',
      name,
      (await isShallow(folder)) ? DEEPEN : say('name a branch, a tag or a commit, and fetch it if it is elsewhere'),
    ),
  );
}

/**
 * The newest commits that both histories have: what a branch started from. There is more than one where two branches were merged into each other
 * crosswise.
 *
 * @param merging a commit that is just being merged into the head, which is part of its history already.
 * @throws UserError when there is none, or the clone is too shallow to tell.
 */
export async function mergeBases(folder: string, base: Commit, head: Commit, merging?: Commit): Promise<readonly [Commit, ...Commit[]]> {
  if (base.commit === head.commit) return [base];
  const found = await gitLine(folder, ['merge-base', '--all', base.commit, head.commit, ...(merging ? [merging.commit] : [])]);
  const [first, ...others] = (found?.split(/\r?\n/u) ?? []).map((commit) => ({ name: base.name, commit }));
  if (first) return [first, ...others];
  throw new UserError(
    say(
      '{0} and {1} have no commit in common; {2}',
      base.name,
      head.name,
      (await isShallow(folder)) ? DEEPEN : say('compare with another revision'),
    ),
  );
}

/**
 * The default branch: what `origin/HEAD` points at, else main or master.
 *
 * @throws UserError when there is none of them.
 */
export async function defaultBranch(folder: string): Promise<Commit> {
  return (await resolveDefault(folder)).branch;
}

/**
 * What is checked out, and the default branch, for the price of one.
 *
 * @throws UserError when there is no repository, no commit yet, or no default branch.
 */
export async function resolveDefault(folder: string): Promise<Present & { readonly branch: Commit }> {
  const [head, merging, pointedAt, ...usual] = await commitsNamed(folder, ['HEAD', MERGING, REMOTE_HEAD, ...DEFAULT_BRANCHES]);
  const present = presentOf(head ?? (await noCommit(folder, 'HEAD')), merging);
  // A clone that a build makes has none, and git need not be asked for its name.
  const remote = pointedAt === undefined ? undefined : await gitLine(folder, ['symbolic-ref', '--quiet', '--short', REMOTE_HEAD]);
  if (remote !== undefined && pointedAt !== undefined) return { ...present, branch: { name: remote, commit: pointedAt } };
  for (const [at, name] of DEFAULT_BRANCHES.entries()) {
    const commit = usual[at];
    if (commit !== undefined) return { ...present, branch: { name, commit } };
  }
  const none = say('There is no default branch to compare {0} with (no origin/HEAD, main or master): name a revision', 'HEAD');
  throw new UserError((await isShallow(folder)) ? say('{0}; {1}', none, DEEPEN) : none);
}

/** @throws UserError where git does not answer, or the folder is in no repository. */
async function requireRepository(folder: string): Promise<void> {
  const inside = await git(folder, ['rev-parse', '--git-dir']);
  if (inside === undefined) throw new UserError(say('git could not be run: install it, and see that it is on the PATH'));
  if (inside.exitCode !== 0)
    throw new UserError(say('{0} is in no git repository (or git does not trust it: see "git status" there)', folder));
}

/** True for a clone whose history is cut off. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await gitLine(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
}
