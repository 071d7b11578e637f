import * as l10n from '@vscode/l10n';
import type { TraceIndex } from '../../index/traceIndex.ts';
import type { IndexView } from '../../index/view.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { ChangedFile } from '../../query/diff/comparison.ts';
import { changedFiles } from '../../workspace/git/changedFiles.ts';
import { filesOfOthers } from '../../workspace/files/otherRepositories.ts';
import { blobContent, readBlobs, treeOf } from '../../workspace/git/revisionFiles.ts';
import type { Tree } from '../../workspace/git/revisionFiles.ts';
import { indexRevision } from '../../workspace/past/revisionIndex.ts';
import type { Commit } from '../../workspace/git/revisions.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';

/** What the base is read beside. */
export interface PresentSide {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly view: IndexView;
  /** True for a file whose facts are of an editor's text. */
  isOpen(path: FilePath): boolean;
}

/** A commit, indexed straight from git's objects, and the texts of its files as they are asked for. */
export class BaseSide {
  readonly #index: TraceIndex;
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
  readonly #root: string;
  readonly #tree: Tree;
  readonly #texts: Map<FilePath, string>;
  /** Files of other repositories in the folder, and the difference that they were told from. */
  #beside: { readonly files: ReadonlySet<FilePath>; readonly changed: readonly ChangedFile[] | undefined } = {
    files: new Set(),
    changed: undefined,
  };

  private constructor(root: string, tree: Tree, index: TraceIndex, texts: ReadonlyMap<FilePath, string>, notes: readonly string[]) {
    this.#root = root;
    this.#tree = tree;
    this.#index = index;
    this.#texts = new Map(texts);
    this.notes = notes;
  }

  /**
   * Indexes a commit. Facts of files that are the same now are taken over, so this costs what the branch changed.
   *
   * @throws UserError when git cannot read it; the signal's reason when it is aborted.
   */
  static async read({ root, view, isOpen }: PresentSide, { name, commit }: Commit, signal: AbortSignal): Promise<BaseSide> {
    const tree = await treeOf(root, commit);
    // What the index knew before git was asked: a file that changes meanwhile is either among the changed ones or has other facts.
    const known = new Map<FilePath, FileFacts | undefined>();
    for (const path of tree.files.keys()) if (!isOpen(path)) known.set(path, view.facts(path));
    const changed = new Set((await changedFiles(root, commit, { kind: 'worktree' })).flatMap((file) => file.base ?? []));
    signal.throwIfAborted();
    const isSame = (path: FilePath): boolean => !changed.has(path) && known.has(path) && isSameFacts(known.get(path), view.facts(path));
    const listed = new Map([...tree.files].filter(([path]) => changed.has(path) || view.files.has(path)));
    const { index, texts, configurationValid } = await indexRevision(root, listed, {
      today: view.today,
      keep: (path) => changed.has(path),
      like: { index: view, same: isSame },
      signal,
    });
    return new BaseSide(root, tree, index, texts, [
      ...(configurationValid ? [] : [l10n.t('{0} of {1} has errors, so the defaults were used for that side', CONFIGURATION_FILE, name)]),
      ...(tree.submodules.length
        ? [l10n.t('Submodules are other repositories and were taken as they are now on both sides: {0}', tree.submodules.join(', '))]
        : []),
    ]);
  }

  get index(): IndexView {
    return this.#index;
  }

  /** Takes files of other repositories as they are now, so that nothing that happens there looks like the branch's doing. */
  follow(view: IndexView, changed: readonly ChangedFile[]): void {
    const before = this.#beside;
    if (before.changed !== changed) {
      const heads = new Set(changed.map(({ head }) => head));
      const files = new Set(filesOfOthers(this.#root, view, (path) => this.#tree.files.has(path) || heads.has(path)));
      this.#beside = { files, changed };
    }
    const { files } = this.#beside;
    const paths = [...before.files, ...files].filter(
      (path) => !isSameFacts(this.#index.facts(path), files.has(path) ? view.facts(path) : undefined),
    );
    if (paths.length) this.#index.update(paths.map((path) => ({ path, facts: files.has(path) ? view.facts(path) : undefined })));
  }

  /** True for a file of another repository. */
  isBeside(path: FilePath): boolean {
    return this.#beside.files.has(path);
  }

  has(path: FilePath): boolean {
    return this.#tree.files.get(path)?.regular === true;
  }

  /** Reads the texts of these files, each once; those that are no text are left out. */
  async texts(paths: Iterable<FilePath>, signal?: AbortSignal): Promise<ReadonlyMap<FilePath, string>> {
    const missing = new Map<string, FilePath[]>();
    for (const path of paths) {
      const file = this.#tree.files.get(path);
      if (!file?.regular || this.#texts.has(path)) continue;
      const alike = missing.get(file.blob);
      if (alike) alike.push(path);
      else missing.set(file.blob, [path]);
    }
    for await (const [blob, bytes] of readBlobs(this.#root, missing.keys(), signal)) {
      const content = blobContent(bytes);
      if (content.kind === 'text') for (const path of missing.get(blob) ?? []) this.#texts.set(path, content.text);
    }
    return this.#texts;
  }
}

/** Facts that say nothing are made afresh each time that they are asked for. */
function isSameFacts(before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  return before === now || (before !== undefined && now !== undefined && saysNothing(before) && saysNothing(now));
}

function saysNothing(facts: FileFacts): boolean {
  return Object.values(facts).every((value) => !Array.isArray(value) || value.length === 0);
}
