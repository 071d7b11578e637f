import type { TraceIndex } from '../../../index/traceIndex.ts';
import type { FileChange, IndexView } from '../../../index/view.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Tree } from '../../git/revisionFiles.ts';
import { blobContent } from '../../files/fileContent.ts';
import { readBlobs } from '../../git/revisionFiles.ts';
import type { GitRevisionOptions } from '../revisionIndex.ts';
import type { RevisionIndex } from '../revisionLoader.ts';
import { indexRevision } from '../revisionIndex.ts';
import type { HeadSide } from './workingSide.ts';

/** A state that git stores, a commit or what is staged: indexed straight from git's objects, its texts read as they are asked for. */
export class RevisionSide implements HeadSide {
  readonly openPaths: ReadonlySet<FilePath> = new Set();
  /** False if reqtrace.yaml has an error there. */
  readonly configurationValid: boolean;
  readonly #root: string;
  readonly #tree: Tree;
  readonly #index: TraceIndex;
  readonly #texts: Map<FilePath, string>;

  private constructor(root: string, tree: Tree, { index, configurationValid, texts }: RevisionIndex) {
    this.#root = root;
    this.#tree = tree;
    this.#index = index;
    this.#texts = new Map(texts);
    this.configurationValid = configurationValid;
  }

  /**
   * Indexes the files of a tree. Facts of files that another index has of the same content are taken over, so this costs what differs.
   *
   * @param isListed false for files that are passed over, since they say nothing on either side.
   * @throws UserError when git cannot read it; the signal's reason when it is aborted.
   */
  static async read(
    root: string,
    tree: Tree,
    options: GitRevisionOptions,
    isListed: (path: FilePath) => boolean = () => true,
  ): Promise<RevisionSide> {
    const files = new Map([...tree.files].filter(([path]) => isListed(path)));
    return new RevisionSide(root, tree, await indexRevision(root, files, options));
  }

  get index(): IndexView {
    return this.#index;
  }

  get submodules(): readonly FilePath[] {
    return this.#tree.submodules;
  }

  /** True for a file that is there, and no link. */
  has(path: FilePath): boolean {
    return this.#tree.files.get(path)?.regular === true;
  }

  /** True for a file or a link that is there. */
  lists(path: FilePath): boolean {
    return this.#tree.files.has(path);
  }

  /** Puts facts of files into its index that are not part of the state: those of other repositories. */
  update(changes: readonly FileChange[]): void {
    if (changes.length) this.#index.update(changes);
  }

  /** Texts of these files, each read once, and of those that were asked for before. */
  async texts(paths: Iterable<FilePath>): Promise<ReadonlyMap<FilePath, string>> {
    const missing = new Map<string, FilePath[]>();
    for (const path of paths) {
      const file = this.#tree.files.get(path);
      if (!file?.regular || this.#texts.has(path)) continue;
      const alike = missing.get(file.blob);
      if (alike) alike.push(path);
      else missing.set(file.blob, [path]);
    }
    for await (const [blob, bytes] of readBlobs(this.#root, missing.keys())) {
      const content = blobContent(bytes);
      if (content.kind === 'text') for (const path of missing.get(blob) ?? []) this.#texts.set(path, content.text);
    }
    return this.#texts;
  }
}
