import { say } from '../../model/message.ts';
import { git } from '../../workspace/git/git.ts';
import type { Commit } from '../../workspace/git/revisions.ts';
import { defaultBranch, mergeBase, resolveCommit } from '../../workspace/git/revisions.ts';
import { UserError } from '../../workspace/userError.ts';
import type { BaseChoice, ReviewBases } from '../reviewProtocol.ts';

/** Refs that the list to choose from names. */
const MOST_REFS = 200;

/**
 * The commit that a choice means now, as `reqtrace diff` takes it: where the present history parted from the revision.
 *
 * @throws UserError where there is none.
 */
export async function resolveBase(root: string, choice: BaseChoice): Promise<Commit> {
  const head = await resolveCommit(root, 'HEAD');
  if (choice.kind === 'default') return mergeBase(root, await defaultBranch(root), head);
  if (choice.kind === 'ref') return mergeBase(root, await resolveCommit(root, choice.ref), head);
  const tag = await lastTag(root);
  if (tag === undefined) throw new UserError(say('There is no tag before the present commit'));
  return resolveCommit(root, tag);
}

/** True if the folder lies in a git repository that git is willing to read. */
export async function isInRepository(root: string): Promise<boolean> {
  return (await git(root, ['rev-parse', '--git-dir']))?.exitCode === 0;
}

/** What there is to choose from. */
export async function listBases(root: string): Promise<ReviewBases> {
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

async function lastTag(root: string): Promise<string | undefined> {
  const answer = await git(root, ['describe', '--tags', '--abbrev=0']);
  return answer?.exitCode === 0 ? answer.output.trim() : undefined;
}
