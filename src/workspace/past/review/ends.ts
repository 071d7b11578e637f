import { say } from '../../../model/message.ts';
import { gitLine } from '../../git/git.ts';
import type { HeadState, StagedState } from '../../git/changedFiles.ts';
import type { Commit } from '../../git/revisions.ts';
import { emptyTreeBeforeFirstCommit, mergeBases, resolveBeside, resolveBoth, resolveCommit, resolveDefault } from '../../git/revisions.ts';
import { UserError } from '../../userError.ts';

/** What the present state is compared with: the default branch, the last tag before it, or any other revision. */
export type BaseChoice = { readonly kind: 'default' } | { readonly kind: 'tag' } | { readonly kind: 'ref'; readonly ref: string };

/** What `git commit` compares with: what is checked out, or nothing before the first commit. */
export interface HeadChoice {
  readonly kind: 'head';
}

/** What is to be compared. */
export type ReviewRequest =
  /**
   * The present state. What it is compared with is taken for the branch that the work is to go into: it is compared from where the two
   * parted, so that what others did there since is none of this branch's doing.
   */
  | { readonly kind: 'worktree'; readonly base: BaseChoice }
  | (StagedState & { readonly base: BaseChoice | HeadChoice })
  /** Two revisions as they are; with `parted` from where they parted, as `A...B` asks for. */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string; readonly parted: boolean };

/** The two states that a request means now. */
export interface ReviewEnds {
  readonly base: Commit;
  /** Commits that may as well be taken for the base, where two branches were merged into each other crosswise. */
  readonly otherBases?: readonly Commit[];
  readonly head: ReviewHead;
  /** Full hash of the commit that is checked out, where what lies over it is compared. */
  readonly present?: string;
  /** True where there is no commit yet, so that the base is an empty tree. */
  readonly isFirst?: boolean;
}

/** The newer state; a commit has a name, `work`. */
export type ReviewHead = Exclude<HeadState, { readonly kind: 'commit' }> | ({ readonly kind: 'commit' } & Commit);

/**
 * The commits that a request means now: `{ kind: 'worktree', base: { kind: 'default' } }` is the working tree and the commit in
 * which its branch left main.
 *
 * @throws UserError where there is none.
 */
export async function resolveEnds(root: string, request: ReviewRequest): Promise<ReviewEnds> {
  if (request.kind === 'commits') {
    const [base, head] = await resolveBoth(root, request.base, request.head);
    return { ...basesOf(request.parted ? await mergeBases(root, base, head) : [base]), head: { kind: 'commit', ...head } };
  }
  const head: ReviewHead = request.kind === 'staged' ? { kind: 'staged', index: request.index } : { kind: 'worktree' };
  const empty = request.base.kind === 'head' ? await emptyTreeBeforeFirstCommit(root) : undefined;
  if (empty !== undefined) return { base: { name: 'HEAD', commit: empty }, head, isFirst: true };
  const choice = request.base.kind === 'head' ? ({ kind: 'ref', ref: 'HEAD' } as const) : request.base;
  const { present, bases } = await presentAndBases(root, choice);
  return { present: present.commit, ...basesOf(bases), head };
}

function basesOf([base, ...others]: readonly [Commit, ...Commit[]]): Pick<ReviewEnds, 'base' | 'otherBases'> {
  return { base, ...(others.length > 0 && { otherBases: others }) };
}

/** Name of the last tag before the present commit, `v1.2.0`; undefined where there is none. */
export async function lastTag(root: string): Promise<string | undefined> {
  return gitLine(root, ['describe', '--tags', '--abbrev=0']);
}

async function presentAndBases(
  root: string,
  choice: BaseChoice,
): Promise<{ readonly present: Commit; readonly bases: readonly [Commit, ...Commit[]] }> {
  if (choice.kind === 'default') {
    const { present, merging, branch } = await resolveDefault(root);
    return { present, bases: await mergeBases(root, branch, present, merging) };
  }
  if (choice.kind === 'ref') {
    const { present, merging, named } = await resolveBeside(root, choice.ref);
    return { present, bases: await mergeBases(root, named, present, merging) };
  }
  const [present, tag] = await Promise.all([resolveCommit(root, 'HEAD'), lastTag(root)]);
  if (tag === undefined) throw new UserError(say('There is no tag before the current commit'));
  return { present, bases: [await resolveCommit(root, tag)] };
}
