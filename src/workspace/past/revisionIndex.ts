import type { Configuration } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { BlobFacts } from '../cache/blobFacts.ts';
import { factFolder } from '../cache/cacheFolder.ts';
import { readBlobs } from '../git/revisionFiles.ts';
import type { TreeFile } from '../git/revisionFiles.ts';
import { indexBlobs } from './revisionLoader.ts';
import type { RevisionIndex, RevisionOptions } from './revisionLoader.ts';

/** How a state that git stores is to be read. */
export interface GitRevisionOptions extends RevisionOptions {
  /** Where what contents said is kept for the next time; see `defaultCacheFolder`. Without it, each is read. */
  readonly cacheFolder?: string;
}

/**
 * Indexes the files of a commit or of what is staged, straight from git's objects, under the reqtrace.yaml that is among them.
 *
 * @throws UserError when a content is missing; the signal's reason when it is aborted.
 */
export function indexRevision(folder: string, files: ReadonlyMap<FilePath, TreeFile>, options: GitRevisionOptions): Promise<RevisionIndex> {
  const { cacheFolder } = options;
  const source = {
    contents: (blobs: Iterable<string>, signal?: AbortSignal) => readBlobs(folder, blobs, signal),
    latin1: latin1OfBuffer,
    ...(cacheFolder !== undefined && {
      kept: (configuration: Configuration) => new BlobFacts(factFolder(cacheFolder, folder, configuration)),
    }),
  };
  return indexBlobs(source, files, options);
}

/** A character for each byte, as Node does it fastest: `latin1OfBuffer(readFileSync(path))`. */
export function latin1OfBuffer(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
