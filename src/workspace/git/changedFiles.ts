import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { ChangedFile } from '../../query/diff/comparison.ts';
import { git } from './git.ts';
import { rawDiff } from './rawDiff.ts';
import type { RawChange } from './rawDiff.ts';
import { UserError } from '../userError.ts';

/** What is staged; a hook of git may have been handed another index file than the usual one, see `stagedIndex`. */
export interface StagedState {
  readonly kind: 'staged';
  /** Absolute path. */
  readonly index?: string | undefined;
}

/** The state that a commit is compared with: another commit, what is staged, or the files on the disk. */
export type HeadState = { readonly kind: 'commit'; readonly commit: string } | StagedState | { readonly kind: 'worktree' };

/**
 * Files of a folder that differ, renamed ones recognised as git does (`--find-renames`); new files that git does not know yet
 * are among those of a working tree.
 *
 * @throws UserError when git cannot tell.
 */
export async function changedFiles(folder: string, base: string, head: HeadState): Promise<ChangedFile[]> {
  const sides = [...sidesOf(base, head), '--find-renames'];
  const changes = await rawDiff(folder, sides, [], { timeout: 300_000, ...(head.kind === 'staged' && { index: head.index }) });
  if (!changes) throw new UserError(say('git could not compare: "git {0}" failed in {1}', `diff ${sides.join(' ')}`, folder));
  const changed = changes.map(sidesThere);
  return head.kind === 'worktree' ? [...changed, ...(await untracked(folder))] : changed;
}

function sidesOf(base: string, head: HeadState): readonly string[] {
  if (head.kind === 'staged') return ['--cached', base];
  return head.kind === 'commit' ? [base, head.commit] : [base];
}

function sidesThere({ status, before, after }: RawChange): ChangedFile {
  if (status === 'A' || status === 'C') return { head: after };
  return status === 'D' ? { base: before } : { base: before, head: after };
}

async function untracked(folder: string): Promise<{ readonly head: FilePath }[]> {
  const answer = await git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  return (answer?.exitCode === 0 ? answer.output.split('\0') : [])
    .filter((path) => path !== '' && !path.endsWith('/'))
    .map((head) => ({ head }));
}
