import type { IndexView } from '../../../index/view.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { FileFacts } from '../../../model/facts.ts';
import { saysAnything } from '../../../model/facts.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import type { ChangedFile, Comparison } from '../../../query/diff/comparison.ts';
import { wantedTexts } from '../../../query/diff/comparison.ts';
import { filesOfOthers } from '../../files/listing/otherRepositories.ts';
import { changedFiles } from '../../git/changedFiles.ts';
import type { Tree } from '../../git/revisionFiles.ts';
import { stagedTree, treeOf } from '../../git/revisionFiles.ts';
import { UserError } from '../../userError.ts';
import { defaultsUsed, submodulesAsTheyAre, submodulesNotRead } from '../notes.ts';
import type { ReviewEnds, ReviewHead } from './ends.ts';
import type { GitRevisionOptions } from '../revisionIndex.ts';
import { RevisionSide } from './revisionSide.ts';
import type { HeadSide } from './workingSide.ts';
import { unsavedChanges } from './workingSide.ts';

/** How two states are read. */
export interface ReviewOptions {
  /** Day that waivers are held against. */
  readonly today: string;
  /** Texts of all changed code are wanted, not only of annotated files. */
  readonly unclaimed?: boolean;
  /** Texts of changed documents are wanted, too. */
  readonly documents?: boolean;
  /** As in `GitRevisionOptions`. */
  readonly cacheFolder?: string;
  readonly signal?: AbortSignal;
}

/**
 * Two states of a folder that are compared. The older one is read once, straight from git's objects; the newer one may go on changing, and
 * each comparison is of what it is by then.
 */
export class Review {
  readonly ends: ReviewEnds;
  /** What was left out, one sentence each. */
  readonly notes: readonly Message[];
  readonly #root: string;
  readonly #options: ReviewOptions;
  readonly #base: RevisionSide;
  readonly #head: HeadSide;
  /** What git says that differs, until the disk changes. */
  #files: Promise<readonly ChangedFile[]> | undefined;
  /** Files of other repositories in the folder, and the difference that they were told from. */
  #others: { readonly files: ReadonlySet<FilePath>; readonly changed: readonly ChangedFile[] };

  private constructor(
    root: string,
    ends: ReviewEnds,
    options: ReviewOptions,
    read: {
      readonly base: RevisionSide;
      readonly head: HeadSide;
      readonly files: readonly ChangedFile[];
      readonly others: ReadonlySet<FilePath>;
      readonly notes: readonly Message[];
    },
  ) {
    this.#root = root;
    this.ends = ends;
    this.#options = options;
    this.#base = read.base;
    this.#head = read.head;
    this.#files = Promise.resolve(read.files);
    this.#others = { files: read.others, changed: read.files };
    this.notes = read.notes;
  }

  /**
   * Reads both states. What is the same on both sides is read once.
   *
   * @param working gives the files of the folder as they are now; it is only asked for when they are compared.
   * @throws UserError where git cannot tell the two apart; the signal's reason when it is aborted.
   */
  static async open(root: string, ends: ReviewEnds, options: ReviewOptions, working: () => Promise<HeadSide>): Promise<Review> {
    const { base: commit, head: state } = ends;
    const present = state.kind === 'worktree' ? await working() : undefined;
    const tree = await treeOf(root, commit.commit);
    const before = present && factsBefore(tree, present);
    const files = await changedFiles(root, commit.commit, state);
    options.signal?.throwIfAborted();
    const head = present ?? (await storedHead(root, state, files, options));
    const changed = new Set(files.flatMap(({ base }) => base ?? []));
    const isSame = (path: FilePath): boolean =>
      !changed.has(path) && (!before || (before.has(path) && isSameFacts(before.get(path), head.index.facts(path))));
    const others = present ? othersIn(root, head.index, files, (path) => tree.files.has(path)) : [];
    const base = await RevisionSide.read(
      root,
      tree,
      {
        ...readingOf(options),
        keep: (path) => changed.has(path),
        like: { index: head.index, same: isSame },
        beside: others.flatMap((path) => head.index.facts(path) ?? []),
      },
      (path) => changed.has(path) || head.index.files.has(path),
    );
    const submodules = [...tree.submodules, ...(head instanceof RevisionSide ? head.submodules : [])];
    const notes = [
      ...(base.configurationValid ? [] : [defaultsUsed(commit.name)]),
      ...(submodules.length ? [present ? submodulesAsTheyAre(submodules) : submodulesNotRead(submodules)] : []),
    ];
    return new Review(root, ends, options, { base, head, files, others: new Set(others), notes });
  }

  /** To be called when a file on the disk, or the repository, may have changed: git is asked again then. */
  diskChanged(): void {
    this.#files = undefined;
  }

  /**
   * To be called when nothing changed but what these files have in them, none of which came or went: git need not be asked for that. A file that is as it
   * was before again may stay among the changed ones.
   */
  filesWritten(paths: readonly FilePath[]): void {
    this.#files = this.#files?.then((files) => {
      const known = new Set(files.flatMap(({ head }) => head ?? []));
      const more = paths.filter((path) => !known.has(path) && this.#base.lists(path));
      return more.length === 0 ? files : [...files, ...more.map((path) => ({ base: path, head: path }))];
    });
  }

  /**
   * Compares the newer state as it is now with the older one.
   *
   * @param head the working side where that is another by now; by default the one that the review was opened with.
   * @throws UserError where git cannot tell the two apart.
   */
  async follow(head: HeadSide = this.#head): Promise<Comparison> {
    const { base: commit, head: state } = this.ends;
    this.#files ??= changedFiles(this.#root, commit.commit, state);
    const onDisk = await this.#files;
    if (state.kind === 'worktree') this.#takeOthers(head.index, onDisk);
    const files = [...onDisk, ...(await this.#unsaved(head, onDisk))];
    const sides = { base: this.#base.index, head: head.index, files };
    const wanted = [...wantedTexts(sides, this.#options), ...(this.#options.documents ? changedDocuments(sides) : [])];
    const before = await this.#base.texts(wanted.flatMap(({ base }) => base ?? []));
    const after = await head.texts(wanted.flatMap((file) => file.head ?? []));
    return { ...sides, baseText: (path) => before.get(path), headText: (path) => after.get(path) };
  }

  /** Takes files of other repositories as they are now, so that nothing that happens there looks like the branch's doing. */
  #takeOthers(index: IndexView, changed: readonly ChangedFile[]): void {
    const before = this.#others;
    if (before.changed !== changed)
      this.#others = { files: new Set(othersIn(this.#root, index, changed, (path) => this.#base.lists(path))), changed };
    const { files } = this.#others;
    this.#base.update(
      [...new Set([...before.files, ...files])]
        .map((path) => ({ path, facts: files.has(path) ? index.facts(path) : undefined }))
        .filter(({ path, facts }) => !isSameFacts(this.#base.index.facts(path), facts)),
    );
  }

  #unsaved(head: HeadSide, onDisk: readonly ChangedFile[]): Promise<readonly ChangedFile[]> {
    const known = new Set(onDisk.flatMap((file) => file.head ?? []));
    const open = [...head.openPaths].filter((path) => !known.has(path) && !this.#others.files.has(path) && head.index.files.has(path));
    return unsavedChanges(head, this.#base, open);
  }
}

/**
 * What the newer side knew before git was asked: a file that changes meanwhile is either among the changed ones or has other facts. What is
 * open in an editor is not as the disk has it.
 */
function factsBefore(tree: Tree, { index, openPaths }: HeadSide): Map<FilePath, FileFacts | undefined> {
  const facts = new Map<FilePath, FileFacts | undefined>();
  for (const path of tree.files.keys()) if (!openPaths.has(path)) facts.set(path, index.facts(path));
  return facts;
}

/** @throws UserError if its reqtrace.yaml has an error. */
async function storedHead(root: string, state: ReviewHead, files: readonly ChangedFile[], options: ReviewOptions): Promise<RevisionSide> {
  const tree =
    state.kind === 'commit' ? await treeOf(root, state.commit) : await stagedTree(root, state.kind === 'staged' ? state.index : undefined);
  const changed = new Set(files.flatMap(({ head }) => head ?? []));
  const side = await RevisionSide.read(root, tree, { ...readingOf(options), keep: (path) => changed.has(path) });
  if (side.configurationValid) return side;
  const [problem] = side.index.findings(CONFIGURATION_FILE);
  const name = state.kind === 'commit' ? state.name : say('what is staged');
  throw new UserError(say('{0} has errors in {1}: {2}', CONFIGURATION_FILE, name, problem?.message ?? say('fix it')));
}

function readingOf({ today, unclaimed = false, cacheFolder, signal }: ReviewOptions): GitRevisionOptions {
  return { today, keepSilent: unclaimed, ...(cacheFolder !== undefined && { cacheFolder }), ...(signal && { signal }) };
}

function othersIn(root: string, index: IndexView, changed: readonly ChangedFile[], isOwn: (path: FilePath) => boolean): FilePath[] {
  const heads = new Set(changed.map(({ head }) => head));
  return filesOfOthers(root, index, (path) => isOwn(path) || heads.has(path));
}

function changedDocuments({ base, head, files }: Pick<Comparison, 'base' | 'head' | 'files'>): ChangedFile[] {
  return files.filter((file) =>
    [file.base !== undefined && base.facts(file.base), file.head !== undefined && head.facts(file.head)].some(
      (facts) => facts && facts.role === 'document',
    ),
  );
}

/** Facts that say nothing are made afresh each time that they are asked for. */
function isSameFacts(before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  return before === now || (before !== undefined && now !== undefined && !saysAnything(before) && !saysAnything(now));
}
