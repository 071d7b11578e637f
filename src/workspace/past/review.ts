import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { wantedTexts } from '../../query/diff/comparison.ts';
import type { ChangedFile, Comparison } from '../../query/diff/comparison.ts';
import type { HeadState } from '../git/changedFiles.ts';
import { changedFiles } from '../git/changedFiles.ts';
import { filesOfOthers } from '../files/otherRepositories.ts';
import type { Project } from '../project.ts';
import { stagedTree, treeOf } from '../git/revisionFiles.ts';
import type { Tree } from '../git/revisionFiles.ts';
import { indexRevision } from './revisionIndex.ts';
import type { RevisionIndex } from './revisionIndex.ts';
import type { Commit } from '../git/revisions.ts';
import { defaultBranch, mergeBase, resolveCommit } from '../git/revisions.ts';
import { UserError } from '../userError.ts';

/** What is to be compared. */
export interface ReviewRequest {
  /** By default what the branch started from; with `staged` HEAD. */
  readonly base?: string;
  /** By default the files on the disk. */
  readonly head?: string;
  readonly staged?: boolean;
  /** Texts of all changed code are wanted, not only of annotated files. */
  readonly unclaimed?: boolean;
  /** Day that waivers are held against. */
  readonly today: string;
  readonly signal?: AbortSignal;
}

/** Two states of a folder, ready to be compared. */
export interface Review {
  readonly comparison: Comparison;
  readonly base: Commit;
  /** Without `commit` for what is staged and for the working tree. */
  readonly head: { readonly name: string; readonly commit?: string };
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** The two ends of a comparison. */
interface Ends {
  readonly base: Commit;
  readonly head: Commit | undefined;
}

/**
 * Reads both states, the base straight from git's objects. What is the same on both sides is read once.
 *
 * @param open gives the index of the files on the disk; it is only asked for when they are compared.
 * @throws UserError where git cannot tell the two apart; the signal's reason when it is aborted.
 */
export async function openReview(folder: string, request: ReviewRequest, open: () => Promise<Project>): Promise<Review> {
  const { base, head } = await endsOf(folder, request);
  const state: HeadState = head ? { kind: 'commit', commit: head.commit } : { kind: request.staged ? 'staged' : 'worktree' };
  const files = await changedFiles(folder, base.commit, state);
  const side = state.kind === 'worktree' ? projectSide(await open()) : await treeSide(folder, state, request, files);
  const tree = await treeOf(folder, base.commit);
  const changed = new Set(files.flatMap((file) => file.base ?? []));
  const others = side.others(tree, files);
  const listed = new Map(Array.from(tree.files).filter(([path]) => changed.has(path) || side.index.files.has(path)));
  const before = await indexRevision(folder, listed, {
    today: request.today,
    keep: (path) => changed.has(path),
    keepSilent: request.unclaimed ?? false,
    like: { index: side.index, same: (path) => !changed.has(path) },
    beside: others.flatMap((path) => side.index.facts(path) ?? []),
    ...(request.signal && { signal: request.signal }),
  });

  const wanted = wantedTexts({ base: before.index, head: side.index, files }, request);
  const headTexts = await side.texts(wanted.flatMap((file) => file.head ?? []));
  const submodules = [...new Set([...tree.submodules, ...side.submodules])].sort();
  return {
    comparison: {
      base: before.index,
      head: side.index,
      files,
      baseText: (path) => before.texts.get(path),
      headText: (path) => headTexts.get(path),
    },
    base,
    head: head ?? { name: request.staged ? 'staged changes' : 'working tree' },
    notes: [
      ...(before.configurationValid ? [] : [`${CONFIGURATION_FILE} of ${base.name} has errors, so the defaults were used for that side`]),
      ...(submodules.length ? [submoduleNote(submodules, state.kind === 'worktree')] : []),
    ],
  };
}

function submoduleNote(submodules: readonly FilePath[], asTheyAre: boolean): string {
  return `Submodules are other repositories and were ${asTheyAre ? 'taken as they are now on both sides' : 'not read'}: ${submodules.join(', ')}`;
}

/**
 * The commits that a request means. One revision alone is taken for the branch that the work is to go into: it is compared from where
 * the two parted, so that what others did there since is none of this branch's doing. Two revisions are compared as they are,
 * `A...B` from where they parted.
 */
async function endsOf(folder: string, { base, head, staged = false }: ReviewRequest): Promise<Ends> {
  const range = base !== undefined && head === undefined ? /^(?<from>.*?)(?<dots>\.{2,3})(?<to>.*)$/u.exec(base)?.groups : undefined;
  if (range) {
    const from = await resolveCommit(folder, range['from'] || 'HEAD');
    const to = await resolveCommit(folder, range['to'] || 'HEAD');
    return { base: range['dots'] === '...' ? await mergeBase(folder, from, to) : from, head: to };
  }
  if (head !== undefined) return { base: await resolveCommit(folder, base ?? 'HEAD'), head: await resolveCommit(folder, head) };
  const present = await resolveCommit(folder, 'HEAD');
  if (staged && base === undefined) return { base: present, head: undefined };
  const from = base === undefined ? await defaultBranch(folder) : await resolveCommit(folder, base);
  return { base: await mergeBase(folder, from, present), head: undefined };
}

/** The newer side, wherever it comes from. */
interface Side {
  readonly index: Comparison['head'];
  readonly submodules: readonly FilePath[];
  /** Files of other repositories, which count as they are on both sides. */
  others(base: Tree, files: readonly ChangedFile[]): readonly FilePath[];
  texts(paths: readonly FilePath[]): Promise<ReadonlyMap<FilePath, string>>;
}

function projectSide(project: Project): Side {
  return {
    index: project.index,
    submodules: [],
    others(base, files) {
      const changed = new Set(files.map(({ head }) => head));
      return filesOfOthers(project.root, project.index, (path) => base.files.has(path) || changed.has(path));
    },
    async texts(paths) {
      const texts = new Map<FilePath, string>();
      for (const path of paths) {
        const text = await project.text(path);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
  };
}

async function treeSide(folder: string, state: HeadState, request: ReviewRequest, files: readonly ChangedFile[]): Promise<Side> {
  const tree: Tree = state.kind === 'commit' ? await treeOf(folder, state.commit) : await stagedTree(folder);
  const changed = new Set(files.flatMap(({ head }) => head ?? []));
  const read: RevisionIndex = await indexRevision(folder, tree.files, {
    today: request.today,
    keep: (path) => changed.has(path),
    keepSilent: request.unclaimed ?? false,
    ...(request.signal && { signal: request.signal }),
  });
  if (!read.configurationValid) {
    const [problem] = read.index.findings(CONFIGURATION_FILE);
    throw new UserError(
      `${CONFIGURATION_FILE} has errors in ${state.kind === 'commit' ? (request.head ?? 'that revision') : 'what is staged'}: ${problem ? inEnglish(problem.message) : 'mend it'}`,
    );
  }
  return {
    index: read.index,
    submodules: tree.submodules,
    others: () => [],
    texts: async () => read.texts,
  };
}
