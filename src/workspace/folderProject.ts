import { createReading } from '../formats/reading.ts';
import type { Reading } from '../formats/reading.ts';
import { NO_CHANGE, merged } from '../index/mergedChange.ts';
import { compareText } from '../index/order.ts';
import { TraceIndex } from '../index/traceIndex.ts';
import type { FileChange, IndexChange, IndexView } from '../index/view.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import { emptyFacts } from '../model/facts.ts';
import type { Explain, FileFacts, FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { FactReader } from './files/factReader.ts';
import { PathCase, isUnder, toFilePath } from './files/filePaths.ts';
import type { FileSource } from './files/fileSource.ts';
import { isMuch } from './cache/folderMemory.ts';
import { ignoresCase } from './files/letterCase.ts';
import { today } from './localDay.ts';
import { ProjectEvidence } from './projectEvidence.ts';
import { definedPrefixes } from './scan/definedPrefixes.ts';
import { FEW_FILES } from './scan/scanner.ts';
import type { ScanRequest } from './scan/scanner.ts';
import { untrackedFiles } from './git/untrackedFiles.ts';
import type { UntrackedFiles } from './git/untrackedFiles.ts';
import { NO_CONFIGURATION, nextConfiguration, readsAlike } from './workspaceConfiguration.ts';

import type { Project, ProjectOptions, SkippedFile } from './project.ts';

/** Roles that matter only once there is something to trace to. */
const TRACED: ReadonlySet<FileRole> = new Set<FileRole>(['code', 'test', 'prose']);

/** A listing that takes longer, in milliseconds, is that of a large folder. */
const LONG_LISTING = 80;

/** A project over the files of a folder; see `openProject`. */
export class FolderProject implements Project {
  readonly root: string;
  readonly #source: FileSource;
  readonly #options: ProjectOptions;
  readonly #reader: FactReader;
  readonly #case: PathCase;
  readonly #index: TraceIndex;
  readonly #evidence: ProjectEvidence;
  /** Open files that no listing would name. */
  readonly #unlisted = new Set<FilePath>();
  /** Open texts that have not reached the index yet. */
  readonly #pending = new Set<FilePath>();
  #configuration = NO_CONFIGURATION;
  #reading: Reading;
  /** Whether files of traced roles have been read. */
  #traced = false;
  /** Their facts while no requirement needs them: deleting the only heading and writing it again must not read all code twice. */
  #resting: readonly FileFacts[] | undefined;
  /** Until it was loaded once. */
  #isNew = true;
  #queue: Promise<unknown> = Promise.resolve();
  #remembering: Promise<void> | undefined;

  constructor(root: string, source: FileSource, options: ProjectOptions) {
    this.root = root;
    this.#source = source;
    this.#options = options;
    this.#case = new PathCase(ignoresCase(root));
    this.#reading = createReading(this.#configuration.configuration);
    this.#index = new TraceIndex({ configuration: this.#configuration.configuration, today: this.#today() });
    const { cacheFolder, onProgress, trusted = true } = options;
    this.#reader = new FactReader({ root, source, index: this.#index, cacheFolder, trusted, onProgress }, this.#reading.extractor);
    this.#evidence = new ProjectEvidence(root, trusted, this.#index, options.evidence ?? [], source);
  }

  get index(): IndexView {
    return this.#index;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get skipped(): readonly SkippedFile[] {
    return Array.from(this.#reader.skipped, ([path, reason]) => ({ path, reason })).sort((a, b) => compareText(a.path, b.path));
  }

  get configurationValid(): boolean {
    return this.#configuration.valid;
  }

  load(signal?: AbortSignal): Promise<IndexChange> {
    return this.#enqueue(async () => {
      const untracked = this.#options.trusted === false ? undefined : untrackedFiles(this.root, signal && { signal });
      // Whoever needs the answer hears of the abort; where nobody does, it is no news.
      untracked?.catch(() => undefined);
      let change: IndexChange;
      try {
        change = await this.#load(signal, untracked);
      } finally {
        await this.#reader.rest();
      }
      this.#isNew = false;
      return merged(change, await this.#evidence.load(signal, untracked));
    });
  }

  async remembered(): Promise<void> {
    await this.#remembering;
  }

  reload(): Promise<IndexChange> {
    return this.load();
  }

  refresh(paths: readonly FilePath[]): Promise<IndexChange> {
    return this.#enqueue(async () => {
      // As the listing spells them, and as the disk does by now.
      const known = new Set(paths.flatMap((path) => this.#known(path) ?? []).flatMap((path) => [path, this.#source.spelling(path)]));
      return merged(await this.#refresh(known), await this.#evidence.refresh(known));
    });
  }

  setOpenText(path: FilePath, text: string | undefined): Promise<IndexChange> {
    const known = this.#known(path);
    if (!known) return Promise.resolve(NO_CHANGE);
    // At once, so that whatever waits in the queue already reads the newest text, and older texts are never read at all.
    this.#reader.setOpenText(known, text);
    this.#pending.add(known);
    return this.#enqueue(async () => {
      if (!this.#pending.delete(known)) return NO_CHANGE;
      return merged(await this.#readOpen(known), await this.#evidence.refresh(new Set([known])));
    });
  }

  roleOf(path: FilePath): FileRole {
    return this.#reading.extractor.roleOf(this.#known(path) ?? path);
  }

  whyRole(path: FilePath): string {
    const why = this.#reading.extractor.whyRole(this.#known(path) ?? path);
    const resting = !this.#traced && TRACED.has(this.roleOf(path));
    return resting ? `${why}; not read as long as no document defines a requirement` : why;
  }

  async explain(path: FilePath, explain: Explain): Promise<FileFacts | undefined> {
    const known = this.#known(path);
    if (known === undefined) return undefined;
    const content = await this.#reader.content(known);
    if (content.kind === 'text') return this.#reading.extractor.extract(known, content.text, explain);
    if (this.#index.files.has(known)) this.#reader.remember(known, content);
    return undefined;
  }

  async text(path: FilePath): Promise<string | undefined> {
    const known = this.#known(path);
    const content = known === undefined ? undefined : await this.#reader.content(known);
    return content?.kind === 'text' ? content.text : undefined;
  }

  /** One after the other: two that run at once could put an older reading over a newer one. */
  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #known(path: FilePath): FilePath | undefined {
    const inside = toFilePath(this.root, path);
    return inside === undefined ? undefined : this.#case.spelling(inside);
  }

  async #load(signal?: AbortSignal, untracked?: Promise<UntrackedFiles | undefined>): Promise<IndexChange> {
    const since = Date.now();
    this.#takeOpenTexts();
    // First, since whoever prepares must know how files are to be read.
    await this.#readConfiguration();
    const recalled = await this.#recall(since, untracked, signal);
    if (recalled) return recalled;
    // What takes long to list is long to read, too.
    const prepare = setTimeout(() => this.#reader.prepare(), LONG_LISTING);
    const listed = new Set(await this.#source.list(undefined, signal).finally(() => clearTimeout(prepare)));
    this.#takeOpenTexts();
    this.#unlisted.clear();
    this.#respell(listed);
    for (const path of await this.#openBeside(listed)) listed.add(path);
    const changes: FileChange[] = [];
    const first = this.#index.files.size === 0;
    for (const path of this.#index.files.keys()) if (!listed.has(path)) changes.push(this.#remove(path));
    this.#case.learn(listed);
    const files = this.#withRoles(listed);
    if (first) this.#index.begin(new Map(files));
    this.#resting = undefined;
    const change = await this.#apply([...changes, ...(await this.#readAll(files, true, signal))], signal);
    this.#index.complete = true;
    this.#remembering = this.#remember(since, signal);
    return change;
  }

  /** Later on they come one by one. */
  #takeOpenTexts(): void {
    if (!this.#isNew) return;
    for (const [path, text] of this.#options.openTexts?.() ?? []) this.#reader.setOpenText(this.#known(path) ?? path, text);
  }

  /** Takes up the folder as it was last time, and reads what changed since; undefined where it is not what it was. */
  async #recall(
    since: number,
    untracked: Promise<UntrackedFiles | undefined> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<IndexChange | undefined> {
    const memory = this.#index.files.size === 0 ? this.#reader.memory?.recall(untracked, signal) : undefined;
    if (!memory) return undefined;
    // Nothing else is remembered.
    this.#traced = true;
    this.#case.learn(memory.files.keys());
    this.#index.begin(memory.files);
    // While git still looks what changed.
    const change = await this.#apply(this.#reader.restore(memory), signal);
    const news = await memory.news;
    if (!news) {
      this.#index.update(Array.from(this.#index.files.keys(), (path) => this.#remove(path)));
      return undefined;
    }
    this.#respell(this.#index.files.keys());
    const open = this.#reader.openFiles().filter((path) => this.#index.files.has(path));
    const again = new Set([...news.fresh, ...open, ...(await this.#openBeside(this.#index.files))]);
    this.#case.learn(again);
    const gone = news.gone.map((path) => this.#remove(path));
    const changed = await this.#apply([...gone, ...(await this.#readAll(this.#withRoles(again), false, signal))], signal);
    if (isMuch(news)) this.#remembering = this.#remember(since, signal);
    return merged(change, changed);
  }

  /** Open files that are not listed but might be, were they on disk; the others are noted as unlisted. */
  async #openBeside(listed: Pick<ReadonlySet<FilePath>, 'has'>): Promise<FilePath[]> {
    const beside: FilePath[] = [];
    for (const path of this.#reader.openFiles()) {
      if (listed.has(path)) continue;
      if (await this.#source.ignores(path)) this.#unlisted.add(path);
      else beside.push(path);
    }
    return beside;
  }

  /** Keeps what is known now for the next start; there is time for that when everything else is done. */
  async #remember(since: number, signal?: AbortSignal): Promise<void> {
    const present = () =>
      this.#enqueue(async () => ({ ...this.#reader.present(), unsure: [...this.#reader.openFiles(), ...this.#pending] }));
    // Whoever aborts wants no memory.
    if (this.#traced) await this.#reader.memory?.keep(since, present, signal).catch(() => undefined);
  }

  async #refresh(paths: ReadonlySet<FilePath>): Promise<IndexChange> {
    const inside = [...paths].filter((path) => !path.startsWith('.git/') && !path.includes('/.git/'));
    if (paths.has('') || [...paths].some(isIgnoreFile)) return this.#load();
    if (paths.has(CONFIGURATION_FILE) && (await this.#readConfiguration())) return this.#load();
    if (!inside.length) return NO_CHANGE;

    const listed = new Set(await this.#source.list(inside));
    this.#respell(listed);
    // Where every path is a file that was one before, as after any save, nothing can be gone.
    const vanished = inside.every((path) => listed.has(path) && this.#index.files.has(path))
      ? []
      : [...this.#index.files.keys()].filter((path) => !listed.has(path) && isUnder(path, paths));
    const changes = vanished.filter((path) => !this.#reader.isOpen(path)).map((path) => this.#remove(path));
    this.#case.learn(listed);
    // Open files that were judged by what lies on disk may be judged otherwise now.
    for (const path of inside) this.#unlisted.delete(path);
    return this.#apply([...changes, ...(await this.#readAll(this.#withRoles(listed), false))]);
  }

  async #readOpen(path: FilePath): Promise<IndexChange> {
    if (path === CONFIGURATION_FILE && (await this.#readConfiguration())) return this.#load();
    if (!this.#index.files.has(path)) {
      if (!this.#reader.isOpen(path) || this.#unlisted.has(path)) return NO_CHANGE;
      if (await this.#source.ignores(path)) {
        this.#unlisted.add(path);
        return NO_CHANGE;
      }
      this.#case.learn([path]);
    }
    return this.#apply(await this.#readAll(this.#withRoles([path]), false));
  }

  #withRoles(paths: Iterable<FilePath>): ReadonlyMap<FilePath, FileRole> {
    return new Map(Array.from(paths, (path) => [path, this.#reading.extractor.roleOf(path)] as const));
  }

  /** Gives open files the names that they have on the disk, where these changed in letter case only. */
  #respell(listed: Iterable<FilePath>): void {
    if (!this.#case.ignoresCase) return;
    const open = new Map(this.#reader.openFiles().map((path) => [path.toLowerCase(), path] as const));
    if (open.size === 0) return;
    for (const path of listed) {
      const before = open.get(path.toLowerCase());
      if (before !== undefined && before !== path) this.#reader.rename(before, path);
    }
  }

  #remove(path: FilePath): FileChange {
    this.#reader.forget(path);
    this.#case.forget(path);
    return { path, facts: undefined };
  }

  /** Reads reqtrace.yaml and puts it into force; true if every file has to be read again. */
  async #readConfiguration(): Promise<boolean> {
    const before = this.#configuration;
    this.#configuration = nextConfiguration(before, await this.#reader.content(CONFIGURATION_FILE));
    const { configuration } = this.#configuration;
    if (configuration === before.configuration) return false;
    this.#reading = createReading(configuration);
    this.#reader.use(this.#reading.extractor);
    return !readsAlike(configuration, before.configuration);
  }

  /**
   * Facts of these files, documents first; those of traced roles are only read if the others are, or are to be.
   *
   * @param whole true if these are all files of the folder.
   */
  async #readAll(files: ReadonlyMap<FilePath, FileRole>, whole: boolean, signal?: AbortSignal): Promise<FileChange[]> {
    const documents = new Map<FilePath, FileRole>();
    const traced = new Map<FilePath, FileRole>();
    const unread: FileChange[] = [];
    for (const [path, role] of files) {
      if (role === 'document') documents.set(path, role);
      else if (TRACED.has(role)) traced.set(path, role);
      else if (role === 'other') unread.push(...this.#unread(path, role));
    }
    const defining = await this.#read(documents, { known: undefined, signal, ...(whole && { kind: 'documents' }) });
    // The index need not be asked, nor changed twice, where all that can define anything has just been read.
    if (whole) this.#traced = this.#isWorthTracing(defining.some(({ facts }) => facts !== undefined && facts.requirements.length > 0));
    if (traced.size > 0 && !this.#traced) {
      this.#resting = undefined;
      for (const [path, role] of traced) unread.push(...this.#unread(path, role));
      return [...unread, ...defining];
    }
    if (whole && traced.size >= FEW_FILES) await this.#showDocuments(defining, traced);
    const known = whole ? definedPrefixes(defining, this.#reading.ids) : new Set(this.#index.prefixes());
    return [...unread, ...defining, ...(await this.#read(traced, { known, signal, ...(whole && { kind: 'traced' }) }))];
  }

  /** Lets somebody who waits see what is known before the bulk of the files is read, at the first time. */
  async #showDocuments(defining: readonly FileChange[], traced: ReadonlyMap<FilePath, FileRole>): Promise<void> {
    const { onDocuments } = this.#options;
    if (!onDocuments || !this.#isNew) return;
    const open = new Map([...traced].filter(([path]) => this.#reader.isOpen(path)));
    this.#index.complete = false;
    this.#put([...defining, ...(await this.#read(open, { known: undefined }))]);
    await onDocuments(this);
  }

  /** A file that is only known to exist. */
  #unread(path: FilePath, role: FileRole): FileChange[] {
    this.#reader.forget(path);
    // Files that are read tell by that whether they are still there.
    if (role === 'other' && !this.#reader.isOpen(path) && !this.#source.exists(path)) return [this.#remove(path)];
    return this.#index.isSilent(path, role) ? [] : [{ path, facts: emptyFacts(path, role) }];
  }

  /** What these files say now. */
  async #read(files: ReadonlyMap<FilePath, FileRole>, request: Omit<ScanRequest, 'take'>): Promise<FileChange[]> {
    const changes = await this.#reader.read(files, request);
    return changes.map((change) => (change.facts ? change : this.#remove(change.path)));
  }

  #isWorthTracing(requirements: boolean): boolean {
    return requirements || (this.#configuration.facts?.waivers.length ?? 0) > 0;
  }

  /** Puts changes and the configuration into the index. */
  #put(changes: readonly FileChange[]): IndexChange {
    const { configuration, facts } = this.#configuration;
    const all = [...changes.filter(({ path }) => path !== CONFIGURATION_FILE), { path: CONFIGURATION_FILE, facts }];
    const today = this.#today();
    return configuration === this.#index.configuration && today === this.#index.today
      ? this.#index.update(all)
      : this.#index.configure({ configuration, today }, all);
  }

  /** Puts changes into the index, then reads the code if there is something to trace it to, or lays it to rest. */
  async #apply(changes: readonly FileChange[], signal?: AbortSignal): Promise<IndexChange> {
    const changed = this.#put(changes);
    const wanted = this.#isWorthTracing(this.#index.documents().length > 0);
    if (wanted === this.#traced) return this.#rouse(changed, signal);

    this.#traced = wanted;
    return this.#rouse(merged(changed, this.#index.update(wanted ? await this.#wake(signal) : this.#rest())), signal);
  }

  /** Reads the files that slept until some requirement had an id like those in them. */
  async #rouse(changed: IndexChange, signal?: AbortSignal): Promise<IndexChange> {
    const waiting = this.#reader.waitingFor(this.#index.prefixes());
    if (waiting.size === 0) return changed;
    return merged(changed, this.#index.update(await this.#read(this.#withRoles(waiting), { known: undefined, signal })));
  }

  async #wake(signal?: AbortSignal): Promise<readonly FileChange[]> {
    const resting = this.#resting;
    this.#resting = undefined;
    if (resting) return resting.map((facts) => ({ path: facts.path, facts }));
    return this.#read(new Map([...this.#index.files].filter(([, role]) => TRACED.has(role))), {
      known: new Set(this.#index.prefixes()),
      signal,
      kind: 'traced',
    });
  }

  #rest(): readonly FileChange[] {
    this.#resting = Array.from(this.#index.telling()).flatMap(([, facts]) => (TRACED.has(facts.role) ? facts : []));
    return this.#resting.map(({ path, role }) => ({ path, facts: emptyFacts(path, role) }));
  }

  #today(): string {
    return this.#options.today ?? today();
  }
}

function isIgnoreFile(path: FilePath): boolean {
  return path === '.git/info/exclude' || /(?:^|\/)\.(?:git)?ignore$/u.test(path);
}
