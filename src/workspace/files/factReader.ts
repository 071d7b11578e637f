import type { Extractor } from '../../formats/extraction/extract.ts';
import type { TraceIndex } from '../../index/traceIndex.ts';
import type { FileChange } from '../../index/view.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { FolderMemory, Memory, Present } from '../cache/folderMemory.ts';
import { EditedDocuments } from './editedDocuments.ts';
import type { FileContent } from './fileSource.ts';
import type { OverlaySource } from './overlaySource.ts';
import { openContent } from './fileContent.ts';
import { AsleepFiles } from '../scan/asleepFiles.ts';
import type { Scanned, Take } from '../scan/scanned.ts';
import { scannedFacts } from '../scan/scannedFacts.ts';
import type { ScanRequest } from '../scan/scanRequest.ts';
import type { Equipment, World } from '../world.ts';

/** How a reader reads. */
export interface ReaderOptions {
  readonly world: Pick<World, 'equip'>;
  readonly source: OverlaySource;
  /** What is known of the files already. */
  readonly index: TraceIndex;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** Reads files into facts. Remembers what it had to skip, and what to read once it matters. */
export class FactReader {
  readonly #options: ReaderOptions;
  readonly #skipped = new Map<FilePath, Message>();
  readonly #asleep = new AsleepFiles();
  readonly #edited = new EditedDocuments();
  #extractor: Extractor;
  #equipment: Equipment;

  constructor(options: ReaderOptions, extractor: Extractor) {
    this.#options = options;
    this.#extractor = extractor;
    this.#equipment = options.world.equip(extractor);
  }

  /** Reads under another configuration from now on. */
  use(extractor: Extractor): void {
    void this.#equipment.scan.rest();
    this.#extractor = extractor;
    this.#edited.clear();
    this.#equipment = this.#options.world.equip(extractor);
  }

  /** True for the text of an editor of which only the section was read that somebody typed in; reading it again reads all of it. */
  isPartial(path: FilePath): boolean {
    return this.#edited.isPartial(path);
  }

  /** What the folder remembers from last time under this configuration, where anything is kept. */
  get memory(): FolderMemory | undefined {
    return this.#equipment.memory;
  }

  /** Why each file that should have been read was not. */
  get skipped(): ReadonlyMap<FilePath, Message> {
    return this.#skipped;
  }

  /** Lists the file as skipped, or no longer. */
  remember(path: FilePath, content: FileContent): void {
    if (content.kind === 'skipped') this.#skipped.set(path, content.reason);
    else this.#skipped.delete(path);
  }

  /** To be called when there will be so many files to read, as far as that is known. */
  prepare(files: number): void {
    this.#equipment.scan.prepare(files);
  }

  /** To be called after every work: workers that nobody waits for would keep the program from its end. */
  settle(): void {
    this.#options.source.settle();
    void this.#equipment.scan.dismiss();
  }

  /** To be called when much was read. */
  async rest(): Promise<void> {
    await this.#equipment.scan.rest();
  }

  /**
   * What these files say now, with no facts where they are gone; those that say nothing and did not before are left out. Files that
   * can only speak of ids that no requirement has are put to sleep, where the known prefixes are given.
   *
   * @throws the signal's reason when it is aborted.
   */
  async read(files: ReadonlyMap<FilePath, FileRole>, request: Omit<ScanRequest, 'take'>): Promise<FileChange[]> {
    const changes: FileChange[] = [];
    const closed = new Map(files);
    for (const path of this.#options.source.open()) {
      const role = closed.get(path);
      const text = role === undefined ? undefined : this.#options.source.take(path);
      if (role === undefined || text === undefined) continue;
      closed.delete(path);
      // Of all files of a folder everything is read, since that may be remembered.
      if (request.kind) this.#edited.forget(path);
      this.#asleep.delete(path);
      changes.push({ path, facts: this.#ofEditor(path, role, text) });
    }
    if (closed.size > 0) await this.#scan(closed, request, changes);
    return changes;
  }

  #ofEditor(path: FilePath, role: FileRole, text: string): FileFacts | undefined {
    const content = this.#judged(path, openContent(text));
    this.remember(path, content);
    if (content.kind !== 'skipped') return this.#edited.read(path, role, text, this.#extractor);
    this.#edited.forget(path);
    return scannedFacts(path, role, content);
  }

  async #scan(files: ReadonlyMap<FilePath, FileRole>, request: Omit<ScanRequest, 'take'>, changes: FileChange[]): Promise<void> {
    const { index, onProgress, source } = this.#options;
    for (const [path, role] of files) {
      this.forget(path);
      source.forget(path);
      // Most of them say nothing, and did not before.
      if (!index.isSilent(path, role)) changes.push({ path, facts: emptyFacts(path, role) });
    }
    let done = 0;
    const take: Take = {
      file: (path, scanned) => changes.push({ path, facts: this.#take(path, files.get(path) ?? 'other', scanned) }),
      done: (count) => onProgress?.((done += count), files.size),
    };
    onProgress?.(0, files.size);
    await this.#equipment.scan.scan(files, { ...request, take });
  }

  /** Files that slept until some requirement had an id of one of these prefixes. */
  waitingFor(prefixes: Iterable<string>): ReadonlySet<FilePath> {
    return this.#asleep.waitingFor(prefixes);
  }

  /** Forgets a file that is gone, or that is no longer read. */
  forget(path: FilePath): void {
    this.#skipped.delete(path);
    this.#asleep.delete(path);
    this.#edited.forget(path);
  }

  /** Takes over what a memory knows, instead of reading; the index has to know of its files already. */
  restore({ files, telling }: Memory): FileChange[] {
    const changes: FileChange[] = [];
    for (const [path, scanned] of telling) {
      const facts = this.#take(path, files.get(path) ?? 'other', scanned);
      if (scanned.kind !== 'asleep') changes.push({ path, facts });
    }
    return changes;
  }

  /** What there is to be remembered of files that the index knows to be there. */
  present(): Pick<Present, 'files' | 'telling'> {
    const { index } = this.#options;
    const telling = new Map<FilePath, Scanned>();
    for (const [path, facts] of index.telling()) if (facts.role !== 'configuration') telling.set(path, { kind: 'facts', facts });
    for (const [path, prefixes] of this.#asleep.all()) telling.set(path, { kind: 'asleep', prefixes });
    for (const [path, reason] of this.#skipped) telling.set(path, { kind: 'skipped', reason });
    return { files: new Map(index.files), telling };
  }

  #take(path: FilePath, role: FileRole, scanned: Scanned): FileFacts | undefined {
    if (scanned.kind === 'asleep') this.#asleep.set(path, scanned.prefixes);
    if (scanned.kind === 'skipped') this.#skipped.set(path, scanned.reason);
    return scannedFacts(path, role, scanned);
  }

  /** A text that is not to be read as a skipped file. */
  #judged(path: FilePath, content: FileContent): FileContent {
    const reason = content.kind === 'text' ? this.#extractor.whySkipped(path, content.text) : undefined;
    return reason ? { kind: 'skipped', reason } : content;
  }
}
