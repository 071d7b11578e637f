import { createExtractor } from '../../../formats/extraction/extract.ts';
import type { Extractor } from '../../../formats/extraction/extract.ts';
import type { FileContent } from '../../files/fileSource.ts';
import type { FileRole } from '../../../model/facts.ts';
import type { IdGrammar } from '../../../formats/ids/idGrammar.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Moment } from '../../../query/history.ts';
import type { Step } from './steps.ts';
import { blobContent } from '../../files/fileContent.ts';
import { readBlobs } from '../../git/revisionFiles.ts';
import type { TreeFile } from '../../git/revisionFiles.ts';
import { configurationOf, configures, readingPart } from '../../configuration/workspaceConfiguration.ts';
import type { WorkspaceConfiguration } from '../../configuration/workspaceConfiguration.ts';

/** What is kept of it for the next time, and whoever wants to know what is read. */
export interface ReadWatch {
  /** Where what contents said is kept; see `defaultCacheFolder`. Without it, each is read. */
  readonly cacheFolder?: string;
  /** Called for each content that is read from git. */
  readonly onRead?: (blob: string) => void;
  /** Called with how many contents of how many were read; begins again once the documents are read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A content at a path, read under one configuration: what its facts depend on. */
export interface Use {
  /** Equal for equal uses. */
  readonly key: string;
  readonly path: FilePath;
  readonly blob: string;
  readonly role: FileRole;
  readonly extractor: Extractor;
}

/** A step with all that has to be known for it. */
export interface PlannedStep {
  readonly moment: Moment;
  readonly configuration: WorkspaceConfiguration;
  /** What ids look like under it. */
  readonly ids: IdGrammar;
  /** What files say from here on; undefined for those that are gone or no longer read. All files where the configuration reads them differently. */
  readonly uses: ReadonlyMap<FilePath, Use | undefined>;
}

/**
 * Finds out what has to be read for all steps together, so that each content can be read once, whatever paths and configurations it is read under.
 *
 * @throws UserError when a content of reqtrace.yaml is missing.
 */
export async function planSteps(folder: string, steps: readonly Step[], watch: ReadWatch): Promise<PlannedStep[]> {
  const contents = await contentsOf(folder, steps, watch);
  const configurations = new Map<string, WorkspaceConfiguration>();
  const extractors = new Map<string, readonly [number: number, extractor: Extractor]>();
  const files = new Map<FilePath, TreeFile>();
  let last: Extractor | undefined;
  /** Of what configures, the blobs by path; few of the many files that could are ever there. */
  const configuring = new Map<FilePath, string>();
  return steps.map(({ moment, changes }) => {
    for (const [path, file] of changes) {
      if (configures(path)) {
        if (file) configuring.set(path, file.blob);
        else configuring.delete(path);
      }
      if (file) files.set(path, file);
      else files.delete(path);
    }
    const blobs = Array.from(configuring, (entry) => entry.join(' '))
      .toSorted()
      .join();
    // Where the file has errors the defaults hold, as for the base of a difference: what a commit says depends on no other.
    const configuration = configurations.get(blobs) ?? configurationOf((path) => contents.get(configuring.get(path) ?? ''));
    configurations.set(blobs, configuration);
    const reading = JSON.stringify(readingPart(configuration.configuration));
    const [number, extractor] = extractors.get(reading) ?? [extractors.size, createExtractor(configuration.configuration)];
    extractors.set(reading, [number, extractor]);

    const paths = extractor === last ? changes.keys() : new Set([...files.keys(), ...changes.keys()]);
    const uses = new Map<FilePath, Use | undefined>();
    for (const path of paths) {
      const file = files.get(path);
      const role = file?.regular ? extractor.roleOf(path) : 'other';
      const isRead = file && role !== 'other' && role !== 'configuration';
      if (isRead || last)
        uses.set(path, isRead ? { key: `${number} ${file.blob} ${path}`, path, blob: file.blob, role, extractor } : undefined);
    }
    last = extractor;
    return { moment, configuration, ids: extractor.ids, uses };
  });
}

/** What the files that configure say, by blob. */
async function contentsOf(folder: string, steps: readonly Step[], { onRead }: ReadWatch): Promise<ReadonlyMap<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  const blobs = steps.flatMap(({ changes }) => [...changes].flatMap(([path, file]) => (file && configures(path) ? file.blob : [])));
  for await (const [blob, bytes] of readBlobs(folder, blobs)) {
    onRead?.(blob);
    contents.set(blob, blobContent(bytes));
  }
  return contents;
}
