import type { Configuration } from '../../model/configuration.ts';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { Scanned } from './scanned.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly root: string;
  readonly configuration: Configuration;
  /** Where facts are kept; see `FactCache`. */
  readonly cacheFolder: string | undefined;
  /** Two numbers shared with the worker: the job it is at, and the file of it. */
  readonly progress: Int32Array;
}

/** Files to be read one after the other. */
export interface Work {
  readonly paths: readonly FilePath[];
  /** What each of them is. */
  readonly roles: readonly FileRole[];
  /** As in `FileScanner.scan`. */
  readonly known: readonly string[] | undefined;
  /** Part of the cache that speaks of these files; without it they are read whatever is known of them. */
  readonly shard: string | undefined;
}

/** Work for one worker. */
export interface Job extends Work {
  readonly number: number;
}

/** Parts of the cache that a worker is to look through until there are jobs. */
export interface Ahead {
  readonly shards: readonly string[];
}

/** Answers one job. Files that say nothing are left out, which keeps most answers short. */
export type JobResult = readonly (readonly [at: number, scanned: Scanned])[];
