import type { TraceIndex } from '../index/traceIndex.ts';
import type { FilePath } from '../model/position.ts';
import { sampleFoldersOf } from './files/evidence/sampleFolders.ts';

/** The files of an index that results can prove something of: `new AnnotatedFiles(index).all()` are those with annotations. */
export class AnnotatedFiles {
  readonly #index: TraceIndex;
  #samples: ReadonlySet<FilePath> = new Set();

  constructor(index: TraceIndex) {
    this.#index = index;
  }

  all(): FilePath[] {
    return Array.from(this.#index.telling(), ([path]) => path).filter((path) => this.has(path));
  }

  has(path: FilePath): boolean {
    return (this.#index.facts(path)?.annotations.length ?? 0) > 0;
  }

  /** Folders of samples in which linked tests lie. What toggles them is told from here on. */
  samples(): ReadonlySet<FilePath> {
    return (this.#samples = this.#testedSamples());
  }

  /** True if one of these files makes a folder of samples a part of the project, or no longer does. */
  toggleSamples(paths: ReadonlySet<FilePath>): boolean {
    if (![...paths].some((path) => sampleFoldersOf(path).length > 0)) return false;
    const now = this.#testedSamples();
    return now.size !== this.#samples.size || [...now].some((folder) => !this.#samples.has(folder));
  }

  #testedSamples(): ReadonlySet<FilePath> {
    return new Set(this.all().flatMap((path) => (this.#index.files.get(path) === 'test' ? sampleFoldersOf(path) : [])));
  }
}
