import type { Range } from './position.ts';

/** A glob that a project wrote into reqtrace.yaml itself, by which files are to be found: `{ key: 'documents', glob: 'spec/**', range }`. */
export interface WrittenGlob {
  /** `documents`, `tests`, `evidence.results`, `evidence.coverage` */
  readonly key: GlobKey;
  readonly glob: string;
  readonly range: Range;
}

/** Keys of reqtrace.yaml whose globs are to match something; one of `exclude` may match nothing. */
export type GlobKey = 'documents' | 'tests' | 'evidence.results' | 'evidence.coverage';
