import type { Configuration } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import type { Scanned } from './scanned.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  /** Tells our workers from those of others that may load the same file. */
  readonly purpose: 'reqtrace-scan';
  readonly root: string;
  readonly configuration: Configuration;
  /** Two numbers shared with the worker: the job it is at, and the file of it. */
  readonly progress: Int32Array;
}

/** Files to be read by one worker, one after the other. */
export interface Job {
  readonly number: number;
  readonly paths: readonly FilePath[];
  /** As in `FileScanner.scan`. */
  readonly known: readonly string[] | undefined;
}

/** Answers one job. Files that say nothing are left out, which keeps most answers short. */
export interface JobResult {
  readonly number: number;
  readonly results: readonly (readonly [at: number, scanned: Scanned])[];
}
