import type { Extractor } from '../formats/extraction/extract.ts';
import type { TraceIndex } from '../index/traceIndex.ts';
import type { IndexChange } from '../index/view.ts';
import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import type { FolderMemory } from './cache/folderMemory.ts';
import type { FileSource } from './files/fileSource.ts';
import type { UntrackedFiles } from './git/untrackedFiles.ts';
import type { FileScan } from './scan/scanRequest.ts';

/** What files of a folder are read with under one configuration. */
export interface Equipment {
  readonly scan: FileScan;
  /** What it remembers from last time, where anything is kept. */
  readonly memory: FolderMemory | undefined;
}

/** Follows the results of test runs that lie in a folder. */
export interface Results {
  /** Files that lie where results lie and of which nothing was read, and why. */
  readonly unread: readonly { readonly path: FilePath; readonly reason: Message }[];
  /** Looks everywhere again, once the index is up to date. */
  load(signal?: AbortSignal, untracked?: Promise<UntrackedFiles | undefined>): Promise<IndexChange>;
  /** Takes up changes of these files, once the index has. */
  refresh(paths: ReadonlySet<FilePath>): Promise<IndexChange>;
}

/**
 * Where a folder lies, and what there is beside its files: a disk has git, worker threads and a cache, the files of an editor in a browser have none
 * of them. `new FolderProject(folder, files, diskWorld(folder, options), options)`.
 */
export interface World {
  /** True where `Docs` and `docs` are one name. */
  readonly ignoresCase: boolean;
  /** A path as the index knows it, of one that a client wrote; undefined for what lies outside. */
  inside(path: string): FilePath | undefined;
  equip(extractor: Extractor): Equipment;
  results(index: TraceIndex, source: FileSource): Results;
  /** What git has no record of; undefined where it is not asked. */
  untracked(signal: AbortSignal | undefined): Promise<UntrackedFiles | undefined> | undefined;
  /** What a person has to know where not all of the folder was read. */
  doubt?(): Message | undefined;
  /** How many files there will be to read, as far as that is known at once. */
  expectedFiles(): number;
}
