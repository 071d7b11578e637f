import type { Configuration } from '../model/configuration.ts';
import type { Explain, FileFacts, FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';

/** Reads files into facts under one configuration. */
export interface Extractor {
  readonly configuration: Configuration;
  /** What a file is, by its path alone. */
  roleOf(path: FilePath): FileRole;
  /** Why `roleOf` says so, one sentence for `reqtrace explain`. */
  whyRole(path: FilePath): string;
  /**
   * Facts of one file: a pure function of path, text and configuration that never throws.
   *
   * @param explain collects a note for every line that says something; costs time, so only `reqtrace explain` gives it.
   */
  extract(path: FilePath, text: string, explain?: Explain): FileFacts;
}

export declare function createExtractor(configuration: Configuration): Extractor;
