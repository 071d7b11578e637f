import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { ChangedFile } from '../../query/diff/comparison.ts';
import { git } from './git.ts';
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
  const args = [
    'diff',
    '--raw',
    '-z',
    '--find-renames',
    '--relative',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--ignore-submodules=all',
    ...sidesOf(base, head),
    '--',
  ];
  const answer = await git(folder, args, { timeout: 300_000, ...(head.kind === 'staged' && { index: head.index }) });
  if (answer?.exitCode !== 0) throw new UserError(say('git could not compare: "git {0}" failed in {1}', args.join(' '), folder));
  const changed = parseRaw(answer.output);
  return head.kind === 'worktree' ? [...changed, ...(await untracked(folder))] : changed;
}

function sidesOf(base: string, head: HeadState): readonly string[] {
  if (head.kind === 'staged') return ['--cached', base];
  return head.kind === 'commit' ? [base, head.commit] : [base];
}

/** Takes `git diff --raw -z` apart: `:100644 100644 <hash> <hash> R086`, then one path, or two for a rename or a copy. */
function parseRaw(output: string): ChangedFile[] {
  const fields = output.split('\0');
  const changed: ChangedFile[] = [];
  for (let at = 0; at < fields.length - 1; at += 1) {
    const status = /^:.* ([A-Z])\d*$/u.exec(fields[at] ?? '')?.[1];
    if (status === undefined) continue;
    const path = fields[(at += 1)] ?? '';
    if (status === 'R' || status === 'C') {
      const head = fields[(at += 1)] ?? '';
      changed.push(status === 'R' ? { base: path, head } : { head });
    } else if (status === 'A') changed.push({ head: path });
    else if (status === 'D') changed.push({ base: path });
    else changed.push({ base: path, head: path });
  }
  return changed;
}

async function untracked(folder: string): Promise<{ readonly head: FilePath }[]> {
  const answer = await git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  return (answer?.exitCode === 0 ? answer.output.split('\0') : [])
    .filter((path) => path !== '' && !path.endsWith('/'))
    .map((head) => ({ head }));
}
