import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { Take } from './scanned.ts';

/** Fewer files than this are read before a worker would have started. */
export const FEW_FILES = 200;

/** How one scan is to be done. */
export interface ScanRequest {
  /** As in `FileScanner.scan`. */
  readonly known: ReadonlySet<string> | undefined;
  /** What the cache is to know these files by, the same for all of a kind; without it they are all read. */
  readonly kind?: 'documents' | 'traced';
  readonly take: Take;
  readonly signal?: AbortSignal | undefined;
}

/** Reads many files of one folder under one configuration: from the disk, or from wherever an editor has them. */
export interface FileScan {
  /**
   * Hands over what became of each file; those that say nothing are not named. What cannot be read is skipped, never an error.
   *
   * @throws the signal's reason when it is aborted.
   */
  scan(files: ReadonlyMap<FilePath, FileRole>, request: ScanRequest): Promise<void>;
  /** To be called when there will be so many files to read, as far as that is known: what takes a moment to start is started. */
  prepare(files: number): void;
  /** Lets helpers go, until the next scan. */
  dismiss(): Promise<void>;
  /** The same, and tidies up after them. */
  rest(): Promise<void>;
}
