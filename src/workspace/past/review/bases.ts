import { git } from '../../git/git.ts';
import { defaultBranch } from '../../git/revisions.ts';
import { lastTag } from './ends.ts';

/** Refs that the list to choose from names. */
const MOST_REFS = 200;

/** What a person can choose to compare with. */
export interface Bases {
  /** `origin/main`; absent where there is none. */
  readonly defaultBranch?: string;
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
  return {
    ...(branch && { defaultBranch: branch.name }),
    ...(tag !== undefined && { lastTag: tag }),
    refs: refs?.exitCode === 0 ? refs.output.split('\n').filter(Boolean) : [],
  };
}

/** True if the folder lies in a git repository that git is willing to read. */
export async function isInRepository(root: string): Promise<boolean> {
  return (await git(root, ['rev-parse', '--git-dir']))?.exitCode === 0;
}
