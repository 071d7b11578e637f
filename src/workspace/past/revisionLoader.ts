import { createExtractor } from '../../formats/extraction/extract.ts';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { TraceIndex } from '../../index/traceIndex.ts';
import type { FileChange, IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration } from '../../model/configuration.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { knownItems } from '../../query/lookup.ts';
import { mayBeSiteFile } from '../../formats/sites/siteFiles.ts';
import { configurationOf, configures, readsAlike } from '../configuration/workspaceConfiguration.ts';
import { blobContent } from '../files/fileContent.ts';
import type { FileContent } from '../files/fileSource.ts';
import type { TreeFile } from '../git/revisionFiles.ts';
import { Breather } from '../pace/breather.ts';
import type { Scanned } from '../scan/scanned.ts';
import { scanBlob } from './scanBlob.ts';

/** How a state of the past is to be read. */
export interface RevisionOptions {
  /** Day that waivers are held against. */
  readonly today: string;
  /** Another index of the folder and the files that are the same there, so that they need not be read again. */
  readonly like?: { readonly index: IndexView; readonly same: (path: FilePath) => boolean };
  /** Files that are not part of that state, but lie beside it: those of other repositories. */
  readonly beside?: readonly FileFacts[];
  /** Files whose text will be asked for if they hold annotations. */
  readonly keep?: (path: FilePath) => boolean;
  /** Keep texts without annotations too. */
  readonly keepSilent?: boolean;
  readonly signal?: AbortSignal;
}

/** The index of files that git stores. */
export interface RevisionIndex {
  readonly index: TraceIndex;
  /** False if reqtrace.yaml has an error there. */
  readonly configurationValid: boolean;
  /** Texts of the files that were to be kept, as far as they were read. */
  readonly texts: ReadonlyMap<FilePath, string>;
}

/** Where contents are read that somebody stores, and what is kept of them. */
export interface BlobSource {
  /**
   * Contents by their names in {@link TreeFile}, in any order; undefined for one that is too large to be read.
   *
   * @throws UserError when one is missing; the signal's reason when it is aborted.
   */
  contents(blobs: Iterable<string>, signal?: AbortSignal): AsyncIterable<readonly [blob: string, bytes: Uint8Array | undefined]>;
  /** Bytes as text, a character for each. */
  latin1(bytes: Uint8Array): string;
  /** What is kept of contents that were read under a configuration, where anything is. */
  kept?(configuration: Configuration): KeptFacts | undefined;
}

/** What contents said when they were read before. */
interface KeptFacts {
  get(file: FilePath, blob: string, role: FileRole, known: ReadonlySet<string> | undefined): Scanned | undefined;
  set(file: FilePath, blob: string, scanned: Scanned): void;
  save(): void;
}

/**
 * Indexes files that somebody stores, under the reqtrace.yaml that is among them.
 *
 * @throws UserError when a content is missing; the signal's reason when it is aborted.
 */
export async function indexBlobs(
  source: BlobSource,
  files: ReadonlyMap<FilePath, TreeFile>,
  options: RevisionOptions,
): Promise<RevisionIndex> {
  const loading = new RevisionLoader(source, files, options);
  const index = await loading.load();
  return { index, configurationValid: loading.configurationValid, texts: loading.texts };
}

class RevisionLoader {
  readonly texts = new Map<FilePath, string>();
  configurationValid = true;
  readonly #source: BlobSource;
  readonly #files: ReadonlyMap<FilePath, TreeFile>;
  readonly #options: RevisionOptions;

  constructor(source: BlobSource, files: ReadonlyMap<FilePath, TreeFile>, options: RevisionOptions) {
    this.#source = source;
    this.#files = files;
    this.#options = options;
  }

  async load(): Promise<TraceIndex> {
    const { configuration, facts } = await this.#configuration();
    const extractor = createExtractor(configuration);
    const index = new TraceIndex({ configuration, today: this.#options.today });
    const documents: FilePath[] = [];
    const traced: FilePath[] = [];
    const others: FileChange[] = facts ? [{ path: CONFIGURATION_FILE, facts }] : [];
    for (const [path, { regular }] of this.#files) {
      const role = extractor.roleOf(path);
      if (role === 'configuration') continue;
      if (role === 'document' && regular) documents.push(path);
      else if (role !== 'other' && regular) traced.push(path);
      if (role !== 'document' || !regular) others.push({ path, facts: emptyFacts(path, role) });
    }
    for (const beside of this.#options.beside ?? []) others.push({ path: beside.path, facts: beside });
    const kept = this.#source.kept?.(configuration);
    index.update([...others, ...(await this.#read(documents, extractor, kept, undefined))]);
    // As in a folder on the disk: with nothing to trace to, code need not be read.
    if (index.definesAnything || facts?.waivers.length) index.update(await this.#read(traced, extractor, kept, new Set(index.prefixes())));
    kept?.save();
    return index;
  }

  async #configuration(): Promise<{ readonly configuration: Configuration; readonly facts: FileFacts | undefined }> {
    const blobs = new Map(
      Array.from(this.#files).flatMap(([path, { blob }]) => (configures(path) || mayBeSiteFile(path) ? [[path, blob] as const] : [])),
    );
    const contents = new Map<string, FileContent>();
    for await (const [blob, bytes] of this.#source.contents([...blobs.values()].filter(Boolean), this.#options.signal)) {
      contents.set(blob, blobContent(bytes));
    }
    const read = configurationOf((path) => contents.get(blobs.get(path) ?? ''));
    this.configurationValid = read.valid;
    return read;
  }

  /** @param known prefixes that requirements have; a file of code that speaks of others only is not read in full. */
  async #read(
    paths: readonly FilePath[],
    extractor: Extractor,
    kept: KeptFacts | undefined,
    known: ReadonlySet<string> | undefined,
  ): Promise<FileChange[]> {
    const changes: FileChange[] = [];
    const missing = new Map<string, Missing[]>();
    const shared = this.#sharedFacts(extractor, known);
    for (const path of paths) {
      const role = extractor.roleOf(path);
      const blob = this.#files.get(path)?.blob ?? '';
      const facts = shared(path);
      const scanned = facts ? undefined : kept?.get(path, blob, role, known);
      if (facts ?? (scanned && !this.#keepsText(path, scanned))) changes.push({ path, facts: facts ?? factsOf(path, role, scanned) });
      else missing.set(blob, [...(missing.get(blob) ?? []), { path, role, scanned }]);
    }
    const breather = new Breather(this.#options.signal);
    for await (const [blob, bytes] of this.#source.contents(missing.keys(), this.#options.signal)) {
      for (const { path, role, scanned: before } of missing.get(blob) ?? []) {
        const scanned = before ?? scanBlob({ path, role, bytes, latin1: (raw) => this.#source.latin1(raw) }, extractor, known);
        if (!before) kept?.set(path, blob, scanned);
        changes.push({ path, facts: factsOf(path, role, scanned) });
        const content = this.#keepsText(path, scanned) ? blobContent(bytes) : undefined;
        if (content?.kind === 'text') this.texts.set(path, content.text);
      }
      await breather.pause();
    }
    return changes;
  }

  #keepsText(path: FilePath, scanned: Scanned): boolean {
    const { keep, keepSilent = false } = this.#options;
    return (keep?.(path) ?? false) && (keepSilent || (scanned.kind === 'facts' && scanned.facts.annotations.length > 0));
  }

  /** Facts that the other index has of the same content, read under a configuration that reads it alike. */
  #sharedFacts(extractor: Extractor, known: ReadonlySet<string> | undefined): (path: FilePath) => FileFacts | undefined {
    const { like } = this.#options;
    if (!like || !readsAlike(like.index.configuration, extractor.configuration)) return () => undefined;
    const theirs = prefixesOf(like.index, extractor.ids);
    // Code that says nothing may only have been passed over since no requirement there has such ids.
    const allKnown = !known || (like.index.definesAnything && [...known].every((prefix) => theirs.has(prefix)));
    return (path) => {
      const facts = like.same(path) ? like.index.facts(path) : undefined;
      return facts && (allKnown || facts.annotations.length > 0) ? facts : undefined;
    };
  }
}

/** A file whose content is to be asked for: to be read, or for its text where it was read before. */
interface Missing {
  readonly path: FilePath;
  readonly role: FileRole;
  readonly scanned: Scanned | undefined;
}

function factsOf(path: FilePath, role: FileRole, scanned: Scanned | undefined): FileFacts {
  return scanned?.kind === 'facts' ? scanned.facts : emptyFacts(path, role);
}

function prefixesOf(index: IndexView, ids: IdGrammar): ReadonlySet<string> {
  return new Set(Array.from(knownItems(index), ({ facts }) => ids.prefixOf(facts.localId)));
}
