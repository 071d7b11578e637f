import { git } from '../../git/git.ts';
import { defaultBranch } from '../../git/revisions.ts';
import { lastTag } from './ends.ts';

/** Refs that the list to choose from names. */
const MOST_REFS = 200;

/** What a person can choose to compare with. */
export interface Bases {
  /** `origin/main`; absent where there is none. */
  readonly defaultBranch?: string;
  /** `origin/release`: {@link notedBase}, where there is such a branch. */
  readonly pullRequest?: string;
  /** `v1.2.0` */
  readonly lastTag?: string;
  /** Branches and tags, the newest first. */
  readonly refs: readonly string[];
}

/** What there is to choose from: `{ defaultBranch: 'origin/main', lastTag: 'v1.2.0', refs: ['work', 'main', 'v1.2.0'] }`. */
export async function listBases(root: string): Promise<Bases> {
  const branch = await defaultBranch(root).catch(() => undefined);
  const tag = await lastTag(root);
  const refs = await git(root, [
    'for-each-ref',
    '--sort=-creatordate',
    `--count=${MOST_REFS}`,
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  const names = refs?.exitCode === 0 ? refs.output.split('\n').filter(Boolean) : [];
  const pullRequest = await pullRequestBase(root, names);
  return {
    ...(branch && { defaultBranch: branch.name }),
    ...(pullRequest !== undefined && { pullRequest }),
    ...(tag !== undefined && { lastTag: tag }),
    refs: names,
  };
}

/** The branch that the pull request of the present branch asks to be merged into, of the refs that are there; the server's before one's own. */
async function pullRequestBase(root: string, refs: readonly string[]): Promise<string | undefined> {
  const head = await git(root, ['symbolic-ref', '--short', '--quiet', 'HEAD']);
  const noted = await git(root, ['config', '-z', '--get-regexp', NOTED.source]);
  if (head?.exitCode !== 0 || noted?.exitCode !== 0) return undefined;
  const base = notedBase(noted.output, head.output.trim());
  return base === undefined ? undefined : (refs.find((ref) => ref === `origin/${base}`) ?? refs.find((ref) => ref === base));
}

/** What git's configuration says of the base of a pull request; nobody has to be asked for it. */
const NOTED = /^branch\..*\.(github-pr-base-branch|gh-merge-base)$/u;

/**
 * The base that tools of GitHub noted for a branch: the extension GitHub Pull Requests writes `branch.NAME.github-pr-base-branch` as
 * `owner#repository#release` (its API names the pull request and not its base), the manual of `gh pr create` has `branch.NAME.gh-merge-base`.
 *
 * @param configuration answer of `git config -z --get-regexp`: names and values, `branch.fix.gh-merge-base\nrelease\0`.
 */
export function notedBase(configuration: string, branch: string): string | undefined {
  const entries = new Map(
    configuration.split('\0').map((entry) => {
      const [name = '', ...value] = entry.split('\n');
      return [name, value.join('\n').trim()];
    }),
  );
  // The last part of a name is in small letters whatever was written, that in the middle is the branch as it is.
  const byExtension = entries.get(`branch.${branch}.github-pr-base-branch`)?.split('#').slice(2).join('#');
  const base = byExtension || entries.get(`branch.${branch}.gh-merge-base`);
  return base === undefined || base === '' ? undefined : base;
}

/** True if the folder lies in a git repository that git is willing to read. */
export async function isInRepository(root: string): Promise<boolean> {
  return (await git(root, ['rev-parse', '--git-dir']))?.exitCode === 0;
}
