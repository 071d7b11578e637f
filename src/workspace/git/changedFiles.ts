import { lstatSync } from 'node:fs';
import nodePath from 'node:path';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { ChangedFile } from '../../query/diff/comparison.ts';
import { fileName } from '../../text/paths.ts';
import { git, isUnwatched, namesIn } from './git.ts';
import { blobsOnDisk, rawDiff } from './rawDiff.ts';
import type { RawChange } from './rawDiff.ts';
import { UserError } from '../userError.ts';

/** What is staged; a hook of git may have been handed another index file than the usual one, see `stagedIndex`. */
export interface StagedState {
  readonly kind: 'staged';
  /** Absolute path. */
  readonly index?: string | undefined;
}

/** Among more new files than this nobody looks for one that was moved, since each is read for it. */
const MOST_COMPARED = 10_000;

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
  const [changes, listed] = await Promise.all([
    rawDiff(folder, sides, [], { timeout: 300_000, ...(head.kind === 'staged' && { index: head.index }) }),
    head.kind === 'worktree' ? listedFiles(folder) : undefined,
  ]);
  if (!changes) throw new UserError(say('git could not compare: "git {0}" failed in {1}', `diff ${sides.join(' ')}`, folder));
  if (!listed) return changes.map(sidesThere);
  const known = new Set(changes.map(({ after }) => after));
  // Of these git does not look at what is on the disk, so they may be the same.
  const unwatched = listed.unwatched.filter((path) => !known.has(path)).map((path) => ({ base: path, head: path }));
  return [...(await withUntracked(folder, changes, listed.untracked)), ...unwatched];
}

/** Of a file that was moved and not added yet, git knows that the old one is gone; what the new one has says where it went. */
async function withUntracked(folder: string, changes: readonly RawChange[], fresh: readonly FilePath[]): Promise<ChangedFile[]> {
  const renamed = await movedTo(
    folder,
    changes.filter(({ status }) => status === 'D'),
    fresh,
  );
  const taken = new Set(renamed.values());
  return [
    ...changes.map((change) => {
      const head = change.status === 'D' ? renamed.get(change.before) : undefined;
      return head === undefined ? sidesThere(change) : { base: change.before, head };
    }),
    ...fresh.filter((path) => !taken.has(path)).map((head) => ({ head })),
  ];
}

/** Where deleted files went without a change, by their old paths. Of several that have the same in them, those of one name belong together. */
async function movedTo(
  folder: string,
  deleted: readonly RawChange[],
  fresh: readonly FilePath[],
): Promise<ReadonlyMap<FilePath, FilePath>> {
  const endings = new Set(deleted.map(({ before }) => endingOf(before)));
  const like = fresh.filter((path) => endings.has(endingOf(path)));
  // Git does not follow links, and would not read the rest where one leads nowhere.
  const asked =
    like.length > MOST_COMPARED ? [] : like.filter((path) => lstatSync(nodePath.join(folder, path), { throwIfNoEntry: false })?.isFile());
  if (asked.length === 0) return new Map();
  const free = new Map<string, FilePath[]>();
  for (const [path, blob] of await blobsOnDisk(folder, asked, { timeout: 300_000 })) free.set(blob, [...(free.get(blob) ?? []), path]);
  const moved = new Map<FilePath, FilePath>();
  for (const isLike of [(from: FilePath, to: FilePath) => fileName(from) === fileName(to), () => true]) {
    for (const { before, blob } of deleted) {
      const left: readonly FilePath[] = moved.has(before) ? [] : (free.get(blob) ?? []);
      const to = left.find((path) => isLike(before, path));
      if (to === undefined) continue;
      moved.set(before, to);
      free.set(
        blob,
        left.filter((path) => path !== to),
      );
    }
  }
  return moved;
}

function endingOf(path: FilePath): string {
  return /\.[^./]*$/u.exec(path)?.[0] ?? '';
}

function sidesOf(base: string, head: HeadState): readonly string[] {
  if (head.kind === 'staged') return ['--cached', base];
  return head.kind === 'commit' ? [base, head.commit] : [base];
}

function sidesThere({ status, before, after }: RawChange): ChangedFile {
  if (status === 'A' || status === 'C') return { head: after };
  return status === 'D' ? { base: before } : { base: before, head: after };
}

/** Files that git does not know yet, and those that it was told not to look at. */
async function listedFiles(folder: string): Promise<{ readonly untracked: FilePath[]; readonly unwatched: FilePath[] }> {
  const answer = await git(folder, ['ls-files', '--cached', '--others', '--exclude-standard', '-v', '-z']);
  const untracked: FilePath[] = [];
  const unwatched: FilePath[] = [];
  for (const line of namesIn(answer) ?? []) {
    const path = line.slice(2);
    if (line.startsWith('? ')) untracked.push(path);
    else if (isUnwatched(line) && lstatSync(nodePath.join(folder, path), { throwIfNoEntry: false })) unwatched.push(path);
  }
  return { untracked: untracked.filter((path) => !path.endsWith('/')), unwatched };
}
