import { NO_CHANGE } from '../index/mergedChange.ts';
import type { IndexChange, IndexView } from '../index/view.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { Message } from '../model/message.ts';
import { say } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import type { Reading } from '../formats/extraction/reading.ts';
import { isBroken } from '../query/doubts.ts';
import { foundIn } from '../query/found.ts';
import { isSetUp } from '../query/telling.ts';
import { notationsFound } from '../query/notationsFound.ts';
import { isUnremarkable } from '../formats/extraction/skippedFacts.ts';
import { localised } from '../text/words/localised.ts';
import { sumCounts } from '../model/counts.ts';
import type { Suggester } from '../suggest/suggest.ts';
import type { Project, ProjectOptions } from '../workspace/project.ts';
import type { Fitting } from '../workspace/configuration/fitting.ts';
import { proposeConfiguration } from '../workspace/configuration/proposeConfiguration.ts';
import { Suggestions } from '../workspace/suggestions.ts';
import { UserError } from '../workspace/userError.ts';
import type { Disk } from './disk.ts';
import { doubtsOf } from './doubtsOf.ts';
import type { Log } from './log.ts';
import { describeError } from './log.ts';
import type { FolderState } from './protocol.ts';
import type { OpenText } from './openText.ts';
import { fsPathOf, isOnDisk, uriInFolder } from './uris.ts';

/** An edit is read this long after the last key, in milliseconds. */
const EDIT_DELAY = 150;
/** This long after what was typed has been read, in milliseconds, all of its document is. */
const PAUSE_DELAY = 1000;
/** Changes on disk are collected this long, in milliseconds. */
const WATCH_DELAY = 150;
/** With more changes than this at once, listing everything again is cheaper. */
const MOST_WATCH_EVENTS = 200;

/** What a folder needs of the world around it. */
export interface FolderHost {
  readonly disk?: Disk | undefined;
  /** Opens a folder that only the client can read, by its URI. */
  readonly openVirtual: (uri: string, options: ProjectOptions) => Promise<Project>;
  /** Where facts are kept for the next start; nowhere if it gives none. */
  readonly cacheFolder?: () => string | undefined;
  readonly windows: boolean;
  /** Where the client shows the text of a file. */
  shownAt(fileUri: string): string;
  readonly log: Log;
  /** Called after every change; without `change` all may be different. */
  changed(folder: Folder, change: IndexChange | undefined): void;
  /** Called when the documents of a folder are read for the first time, and there is much more to read. */
  documentsRead(folder: Folder): void;
  /** Called when only the state changed. */
  stateChanged(): void;
}

/** Something that was typed and is about to be read. */
interface Typed {
  readonly timer: NodeJS.Timeout;
  /** Set once the project was asked to read it. */
  read?: Promise<void>;
}

/**
 * One workspace folder of the editor and its project. What changes the project is in the project's queue, so results come in
 * the order of their causes; questions do not wait in it and are answered from the index as it is.
 */
export class Folder {
  readonly uri: string;
  readonly name: string;
  readonly #host: FolderHost;
  #project: Project | undefined;
  #suggestions: { readonly of: Project; readonly all: Suggestions; now?: Promise<Suggester> | undefined } | undefined;
  #failure: Message | undefined;
  #indexing = true;
  #trusted = true;
  /** Resolves when the folder was opened last, well or not. */
  #opened: Promise<void> = Promise.resolve();
  /** Resolves when what happened last is in the index. */
  #latest: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  readonly #documents = new Map<FilePath, OpenText>();
  readonly #typed = new Map<FilePath, Typed>();
  readonly #pauses = new Map<FilePath, NodeJS.Timeout>();
  readonly #watched = new Set<FilePath>();
  #watchTimer: NodeJS.Timeout | undefined;

  constructor(uri: string, name: string, host: FolderHost) {
    this.uri = uri;
    this.name = name;
    this.#host = host;
  }

  /** The index, once there is one that knows of all files. */
  get view(): IndexView | undefined {
    return this.early?.complete ? this.early : undefined;
  }

  /** The index as soon as documents are read: it knows what requirements there are, and maybe not yet where they are met. */
  get early(): IndexView | undefined {
    return this.#project?.index;
  }

  /** Where what files said is kept for the next start. */
  get cacheFolder(): string | undefined {
    return this.#project?.cacheFolder;
  }

  /** Absolute path of the folder, once it is indexed; none of one that only the client can read. */
  get root(): string | undefined {
    return this.isVirtual ? undefined : this.#project?.root;
  }

  /** True where no disk that this server can reach has it: then there are neither git nor programs. */
  get isVirtual(): boolean {
    return !this.#host.disk || !isOnDisk(this.uri);
  }

  /** False in Restricted Mode. */
  get isTrusted(): boolean {
    return this.#trusted;
  }

  /** Reads texts by the folder's configuration, for what is not in the index yet. */
  get reading(): Reading | undefined {
    return this.#project?.reading;
  }

  /** What a person has to know where not all of it was read. */
  get doubt(): Message | undefined {
    return this.#project?.doubt;
  }

  /** Files that were not read. */
  get skipped(): Project['skipped'] {
    return this.#project?.skipped ?? [];
  }

  get state(): FolderState {
    const { view } = this;
    const skipped = this.#project?.skipped.filter(({ reason }) => !isUnremarkable(reason)).length ?? 0;
    const notations = view ? notationsFound(view) : [];
    const doubts = view ? doubtsOf(view, this.doubt) : [];
    const base = {
      uri: this.uri,
      name: this.name,
      counts: view?.counts() ?? sumCounts([]),
      ...(skipped > 0 && { skipped }),
      ...(doubts.length > 0 && { doubts }),
      ...(view && this.doubt && { partly: localised(this.doubt) }),
      ...(notations.length > 0 && { notations }),
      ...(view && { found: { ...foundIn(view), setUp: isSetUp(view) } }),
      ...(view?.files.has(CONFIGURATION_FILE) && { configuration: isBroken(view) ? ('broken' as const) : ('valid' as const) }),
    };
    if (this.#indexing) return { ...base, phase: 'indexing' };
    if (this.#failure !== undefined) return { ...base, phase: 'failed', message: localised(this.#failure) };
    return { ...base, phase: view?.definesAnything ? 'ready' : 'empty' };
  }

  /** URI of a file of the folder; of an open one, as the client writes it. */
  readonly uriOf = (path: FilePath): string => this.#documents.get(path)?.uri ?? this.#host.shownAt(uriInFolder(this.uri, path));

  /** Indexes the folder, or does so anew. Answers come from the old index until the new one is there. */
  open(trusted: boolean): Promise<void> {
    this.#trusted = trusted;
    this.#busy();
    this.#opened = this.#opened.then(() => this.#open()).catch((error: unknown) => this.#host.log.error(describeError(error)));
    this.#latest = this.#opened;
    return this.#opened;
  }

  /** The present text of a file: the editor's, else the disk's; undefined if it cannot be read. */
  async text(path: FilePath): Promise<string | undefined> {
    return this.#documents.get(path)?.getText() ?? (await this.#project?.text(path));
  }

  /** Files in editors. */
  get openPaths(): Iterable<FilePath> {
    return this.#documents.keys();
  }

  isOpen(path: FilePath): boolean {
    return this.#documents.has(path);
  }

  /** From now on the text of the editor counts. */
  opened(path: FilePath, document: OpenText): void {
    this.#documents.set(path, document);
    void this.#read(path);
  }

  /** The text of an open file changed; it is read once nobody has typed for a moment. */
  edited(path: FilePath): void {
    this.#forgetTyped(path);
    this.#typed.set(path, { timer: setTimeout(() => void this.settled(path), EDIT_DELAY) });
  }

  /** The disk counts again. */
  closed(path: FilePath): void {
    this.#documents.delete(path);
    this.#forgetTyped(path);
    void this.#read(path);
  }

  /** False while the index has another text of a file than the editor. */
  isCurrent(path: FilePath): boolean {
    return this.#project?.isCurrent(path) ?? true;
  }

  /** Version of the text of an open file, as the client counts; undefined for a file that is not open. */
  versionOf(path: FilePath): number | undefined {
    return this.#documents.get(path)?.version;
  }

  /** Resolves when the text of the editor is in the index; at once where nothing was typed of late. */
  async settled(path: FilePath): Promise<void> {
    const typed = this.#typed.get(path);
    if (!typed) return;
    clearTimeout(typed.timer);
    typed.read ??= this.#read(path).finally(() => {
      if (this.#typed.get(path) !== typed) return;
      this.#typed.delete(path);
      this.#pause(path);
    });
    await typed.read;
  }

  /** Reads what was typed in as a whole, unless somebody goes on typing. */
  #pause(path: FilePath): void {
    clearTimeout(this.#pauses.get(path));
    const timer = setTimeout(() => {
      this.#pauses.delete(path);
      void this.#update((project) => project.refresh([path], 'pause'), true);
    }, PAUSE_DELAY);
    this.#pauses.set(path, timer);
  }

  /** Takes up a change on disk; many at once are one. */
  diskChanged(path: FilePath): void {
    this.#watched.add(path);
    this.#watchTimer ??= setTimeout(() => void this.#readWatched(), WATCH_DELAY);
  }

  /** Lists and reads everything again. */
  reload(): Promise<void> {
    if (!this.#project) return this.open(this.#trusted);
    this.#busy();
    return this.#update((project) => project.reload().finally(() => (this.#indexing = false)));
  }

  /**
   * The project once what happened last is in it.
   *
   * @throws UserError when the folder could not be read.
   */
  async current(): Promise<Project> {
    await Promise.all(Array.from(this.#typed.keys(), (path) => this.settled(path)));
    await this.#latest;
    if (!this.#project) throw new UserError(this.#failure ?? say('{0} is no longer open', this.name));
    return this.#project;
  }

  /** Text of a fitting reqtrace.yaml; nothing is written. Throws as {@link current} does. */
  async proposeConfiguration(): Promise<string> {
    const project = await this.current();
    const { disk } = this.#host;
    const files = disk && !this.isVirtual ? await disk.filesOf(project.root, this.#trusted) : project.index.files.keys();
    return proposeConfiguration(project, [...files]);
  }

  /** Finds out what reqtrace.yaml could say; nothing is written. Throws as {@link current} does. */
  async fit(signal: AbortSignal): Promise<Fitting> {
    const project = await this.current();
    const { disk } = this.#host;
    if (!disk || this.isVirtual) throw new UserError(say('This needs a folder on disk: each proposal is tried on all of its files'));
    return disk.fit(project, {
      trusted: this.#trusted,
      signal: AbortSignal.any([signal, this.#abort.signal]),
      openTexts: { get: (path) => this.#documents.get(path)?.getText(), keys: () => this.#documents.keys() },
    });
  }

  /** Which functions and tests may meet what, worked out in steps when it is first asked for, and anew once something changed. */
  suggester(): Promise<Suggester> | undefined {
    const project = this.#project;
    if (!project?.index.complete) return undefined;
    if (this.#suggestions?.of !== project)
      this.#suggestions = {
        of: project,
        all: this.#host.disk?.suggestionsOf(project, this.#trusted && !this.isVirtual) ?? new Suggestions(project),
      };
    const suggestions = this.#suggestions;
    suggestions.now ??= suggestions.all.now(this.#abort.signal).catch((error: unknown) => {
      suggestions.now = undefined;
      throw error;
    });
    return suggestions.now;
  }

  dispose(): void {
    this.#abort.abort();
    clearTimeout(this.#watchTimer);
    for (const path of [...this.#typed.keys(), ...this.#pauses.keys()]) this.#forgetTyped(path);
    this.#project = undefined;
  }

  #busy(): void {
    this.#indexing = true;
    this.#host.stateChanged();
  }

  #forgetTyped(path: FilePath): void {
    clearTimeout(this.#typed.get(path)?.timer);
    clearTimeout(this.#pauses.get(path));
    this.#typed.delete(path);
    this.#pauses.delete(path);
  }

  async #open(): Promise<void> {
    const { log } = this.#host;
    try {
      const started = performance.now();
      const cacheFolder = this.isVirtual ? undefined : this.#host.cacheFolder?.();
      const project = await this.#openAny({
        trusted: this.#trusted,
        signal: this.#abort.signal,
        ...(cacheFolder !== undefined && { cacheFolder }),
        openTexts: { get: (path) => this.#documents.get(path)?.getText(), keys: () => this.#documents.keys() },
        onDocuments: (early) => this.#showDocuments(early),
      });
      if (this.#abort.signal.aborted) return;
      this.#project = project;
      this.#failure = undefined;
      log.info(`${this.name}: ${project.index.documents().length} documents indexed in ${Math.round(performance.now() - started)} ms`);
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.#failed(error);
    }
    this.#indexing = false;
    this.#host.changed(this, undefined);
  }

  #openAny(options: ProjectOptions): Promise<Project> {
    const { disk, openVirtual, windows } = this.#host;
    const root = fsPathOf(this.uri, windows);
    return disk && root !== undefined ? disk.openProject(root, options) : openVirtual(this.uri, options);
  }

  /** An index of before, all of which is known, is better than the beginning of a new one. */
  #showDocuments(project: Project): void {
    if (this.view || this.#abort.signal.aborted) return;
    this.#project = project;
    this.#host.documentsRead(this);
  }

  async #readWatched(): Promise<void> {
    // What happens while something is being read joins the others, so that a storm is read once or twice and not for each delay.
    await this.#latest;
    const paths = [...this.#watched];
    this.#watched.clear();
    this.#watchTimer = undefined;
    if (this.#abort.signal.aborted) return;
    if (!this.#project) await this.open(this.#trusted);
    else if (paths.length > MOST_WATCH_EVENTS || paths.includes('')) await this.reload();
    else await this.#update((project) => project.refresh(paths));
  }

  /** Takes up what the editor shows of a file now, or that it is closed. */
  #read(path: FilePath): Promise<void> {
    return this.#update((project) => project.refresh([path], 'editor'));
  }

  /** @param quiet true where nobody is to hear of it if nothing changed. */
  #update(work: (project: Project) => Promise<IndexChange>, quiet = false): Promise<void> {
    this.#latest = this.#apply(work, quiet).catch((error: unknown) => this.#host.log.error(describeError(error)));
    return this.#latest;
  }

  async #apply(work: (project: Project) => Promise<IndexChange>, quiet: boolean): Promise<void> {
    // What happens while an index is made is read when it is ready.
    await this.#opened;
    const project = this.#project;
    if (!project || this.#abort.signal.aborted) return;
    if (this.#suggestions) this.#suggestions.now = undefined;
    let change: IndexChange | undefined;
    try {
      change = await work(project);
      if (quiet && change === NO_CHANGE) return;
      this.#failure = undefined;
    } catch (error) {
      this.#failed(error);
    }
    this.#host.changed(this, change);
  }

  #failed(error: unknown): void {
    this.#failure = error instanceof UserError ? error.said : say('an unexpected error, see the log');
    this.#host.log.error(`${this.name}: ${error instanceof UserError ? error.message : describeError(error)}`);
  }
}
