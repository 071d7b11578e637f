import { createReading } from '../formats/extraction/reading.ts';
import type { Reading } from '../formats/extraction/reading.ts';
import { NO_CHANGE, merged } from '../index/mergedChange.ts';
import { TraceIndex } from '../index/traceIndex.ts';
import type { FileChange, IndexChange, IndexView } from '../index/view.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { Configuration } from '../model/configuration.ts';
import { emptyFacts } from '../model/facts.ts';
import type { Explain, FileFacts, FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { FactReader } from './files/factReader.ts';
import { PathCase, isUnder } from './files/pathCase.ts';
import type { FileSource } from './files/fileSource.ts';
import { OverlaySource } from './files/overlaySource.ts';
import { isMuch } from './cache/news.ts';
import { today } from './localDay.ts';
import { putInSteps } from './pace/putInSteps.ts';
import type { Taker } from './pace/putInSteps.ts';
import { TRACED, byReading, rolesOfMany, unreadYet } from './scan/byReading.ts';
import { definedPrefixes } from './scan/definedPrefixes.ts';
import { FEW_FILES } from './scan/scanRequest.ts';
import type { ScanRequest } from './scan/scanRequest.ts';
import { isIgnoreFile, tellsListing } from './files/listing/listingFiles.ts';
import type { UntrackedFiles } from './git/untrackedFiles.ts';
import { affectedFiles, affectedTexts, otherRoles } from './configuration/affectedTexts.ts';
import { configures, NO_CONFIGURATION, readAnew, readConfigurationFrom } from './configuration/workspaceConfiguration.ts';
import { skippedFiles } from './project.ts';
import type { Project, ProjectOptions, SkippedFile } from './project.ts';
import type { Message } from '../model/message.ts';
import type { Results, World } from './world.ts';

/** A listing that takes longer, in milliseconds, is that of a large folder. */
const LONG_LISTING = 80;

/** A project over the files of a folder; see `openProject`. */
export class FolderProject implements Project {
  readonly root: string;
  readonly cacheFolder: string | undefined;
  readonly #source: OverlaySource;
  readonly #options: ProjectOptions;
  readonly #world: World;
  readonly #today: () => string;
  readonly #reader: FactReader;
  readonly #case: PathCase;
  readonly #index: TraceIndex;
  readonly #evidence: Results;
  #configuration = NO_CONFIGURATION;
  #reading: Reading;
  /** Whether files of traced roles have been read. */
  #traced = false;
  /** Their facts while no requirement needs them: deleting the only heading and writing it again must not read all code twice. */
  #resting: readonly FileFacts[] | undefined;
  /** Until it was loaded once. */
  #isFirst = true;
  #queue: Promise<unknown> = Promise.resolve();
  #remembering: Promise<void> | undefined;
  readonly #taker: Taker = { put: (few, checks) => this.#put(few, checks), checkNext: () => this.#index.checkNext() };

  constructor(root: string, disk: FileSource, world: World, options: ProjectOptions) {
    this.root = root;
    this.#world = world;
    this.cacheFolder = options.cacheFolder;
    this.#options = options;
    this.#today = () => options.today ?? today();
    this.#case = new PathCase(world.ignoresCase);
    this.#source = new OverlaySource(world.inside, disk, options.openTexts ?? new Map<FilePath, string>(), this.#case);
    this.#reading = createReading(this.#configuration.configuration);
    this.#index = new TraceIndex({ configuration: this.#configuration.configuration, today: this.#today() });
    const { onProgress } = options;
    this.#reader = new FactReader({ world, source: this.#source, index: this.#index, onProgress }, this.#reading.extractor);
    this.#evidence = world.results(this.#index, this.#source);
  }

  get index(): IndexView {
    return this.#index;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get skipped(): readonly SkippedFile[] {
    return skippedFiles(this.#evidence.unread, this.#reader.skipped);
  }

  get doubt(): Message | undefined {
    return this.#world.doubt?.();
  }

  get configurationValid(): boolean {
    return this.#configuration.valid;
  }

  reload(signal?: AbortSignal): Promise<IndexChange> {
    return this.#enqueue(async () => {
      const untracked = this.#world.untracked(signal);
      // Whoever needs the answer hears of the abort; where nobody does, it is not news.
      untracked?.catch(() => undefined);
      try {
        const change = await this.#load(signal, untracked);
        this.#isFirst = false;
        return merged(await this.#hear(change), await this.#evidence.load(signal, untracked));
      } finally {
        await this.#reader.rest();
      }
    });
  }

  async remembered(): Promise<void> {
    await this.#remembering;
  }

  refresh(paths: readonly FilePath[], changed: 'disk' | 'editor' | 'pause' | 'written' = 'disk'): Promise<IndexChange> {
    return this.#enqueue(async () => {
      const asked = paths.flatMap((path) => this.#known(path) ?? []);
      // Whoever asked before may have taken the newest text already.
      const late = asked.filter((path) => (changed === 'pause' ? this.#reader.isPartial(path) : !this.#source.isCurrent(path)));
      if (changed === 'editor' || changed === 'pause') return this.#hear(late.length === 0 ? NO_CHANGE : await this.#takeTexts(late));
      // As the listing spells them, and as the disk does by now.
      const known = new Set(asked.flatMap((path) => [path, this.#source.spelling(path)]));
      return merged(await this.#hear(await this.#refresh(known, changed === 'written')), await this.#evidence.refresh(known));
    });
  }

  isCurrent(path: FilePath): boolean {
    return this.#source.isCurrent(path);
  }

  roleOf(path: FilePath): FileRole {
    return this.#reading.extractor.roleOf(this.#known(path) ?? path);
  }

  whyRole(path: FilePath): Message {
    const why = this.#reading.extractor.whyRole(this.#known(path) ?? path);
    return !this.#traced && TRACED.has(this.roleOf(path)) ? unreadYet(why) : why;
  }

  async explain(path: FilePath, explain: Explain): Promise<FileFacts | undefined> {
    const known = this.#known(path);
    if (known === undefined) return undefined;
    const content = await this.#source.read(known);
    if (content.kind === 'text') return this.#reading.extractor.extract(known, content.text, explain);
    if (this.#index.files.has(known)) this.#reader.remember(known, content);
    return undefined;
  }

  async text(path: FilePath): Promise<string | undefined> {
    const known = this.#known(path);
    const content = known === undefined ? undefined : await this.#source.read(known);
    return content?.kind === 'text' ? content.text : undefined;
  }

  /** One after the other: two that run at once could put an older reading over a newer one. */
  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work).finally(() => this.#reader.settle());
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #known(path: FilePath): FilePath | undefined {
    const inside = this.#world.inside(path);
    return inside && this.#case.spelling(inside);
  }

  async #load(signal?: AbortSignal, untracked?: Promise<UntrackedFiles | undefined>): Promise<IndexChange> {
    const since = Date.now();
    for (const path of this.#source.open()) this.#source.take(path);
    // First, since whoever prepares must know how files are to be read.
    await this.#readConfiguration();
    const recalled = await this.#recall(since, untracked, signal);
    if (recalled) return recalled;
    // What takes long to list is long to read, too, unless it is the machine that is slow.
    const prepare = setTimeout(() => this.#reader.prepare(this.#world.expectedFiles()), LONG_LISTING);
    const listed = new Set(await this.#source.list(undefined, signal).finally(() => clearTimeout(prepare)));
    const gone = [...this.#index.files.keys()].filter((path) => !listed.has(path)).map((path) => this.#remove(path));
    const files = await rolesOfMany(listed, (path) => this.#reading.extractor.roleOf(path), signal);
    if (this.#index.files.size === 0) this.#index.begin(new Map(files));
    this.#resting = undefined;
    const change = await this.#applyAll([...gone, ...(await this.#readAll(files, true, signal))], signal);
    this.#index.complete = true;
    this.#remembering = this.#remember(since, signal);
    return change;
  }

  /** Takes up the folder as it was last time, and reads what changed since; undefined where it is not what it was. */
  async #recall(
    since: number,
    untracked: Promise<UntrackedFiles | undefined> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<IndexChange | undefined> {
    const memory = this.#index.files.size === 0 ? await this.#reader.memory?.recall(untracked, signal) : undefined;
    if (!memory) return undefined;
    this.#traced = memory.traced;
    this.#case.learn(memory.files.keys());
    this.#index.begin(memory.files);
    // While git still looks what changed.
    const change = await this.#applyAll(this.#reader.restore(memory), signal);
    const news = await memory.news;
    if (!news) {
      this.#index.update(Array.from(this.#index.files.keys(), (path) => this.#remove(path)));
      return undefined;
    }
    const gone = new Set(news.gone);
    const listed = { has: (path: FilePath) => this.#index.files.has(path) && !gone.has(path) };
    const again = new Set([...news.fresh, ...this.#source.open().filter(listed.has), ...(await this.#source.openBeside(listed))]);
    this.#case.learn(again);
    const removed = news.gone.map((path) => this.#remove(path));
    const changed = await this.#apply([...removed, ...(await this.#readAll(this.#withRoles(again), false, signal))], signal);
    if (isMuch(news)) this.#remembering = this.#remember(since, signal);
    return merged(change, changed);
  }

  /** Keeps what is known now for the next start; there is time for that when everything else is done. */
  async #remember(since: number, signal?: AbortSignal): Promise<void> {
    const present = () => this.#enqueue(async () => ({ ...this.#reader.present(), unsure: this.#source.unsaved(), traced: this.#traced }));
    // Whoever aborts wants no memory, and what was read for nothing is to be read by nobody else.
    if (this.#options.readsAll !== true || this.#index.definesAnything)
      await this.#reader.memory?.keep(since, present, signal).catch(() => undefined);
  }

  async #refresh(paths: ReadonlySet<FilePath>, isListed: boolean): Promise<IndexChange> {
    const inside = [...paths].filter((path) => !path.startsWith('.git/') && !path.includes('/.git/'));
    if (paths.has('') || [...paths].some(isIgnoreFile)) return this.#load();
    const anew = [...paths].some(configures) && (await this.#readConfiguration());
    if (anew === 'texts') return this.#load();
    const relisted = anew || [...paths].some(tellsListing) ? await this.#relist() : NO_CHANGE;
    return inside.length === 0 ? relisted : merged(relisted, await this.#refreshFiles(inside, isListed));
  }

  /** Takes up what is listed now and has another role, or is to be read for another reason, and forgets what is not; the rest was not changed. */
  async #relist(wanted = otherRoles(this.#index.files)): Promise<IndexChange> {
    const listed = new Set(await this.#source.list());
    const gone = [...this.#index.files.keys()].filter((path) => !listed.has(path));
    const files = await wanted(this.#withRoles(listed));
    if (gone.length + files.size === 0) return NO_CHANGE;
    return this.#apply([...gone.map((path) => this.#remove(path)), ...(await this.#readAll(files, false))]);
  }

  async #refreshFiles(inside: readonly FilePath[], isListed = false): Promise<IndexChange> {
    const wereFiles = inside.every((path) => this.#index.files.has(path) && !this.#source.wasBeside(path));
    const listed = new Set(isListed && wereFiles ? inside : await this.#source.list(inside));
    // Where every path is a file that was one before, as after any save, nothing can be gone.
    const places = new Set(wereFiles && inside.every((path) => listed.has(path)) ? [] : inside);
    const vanished = [...(places.size > 0 ? this.#index.files.keys() : [])].filter((path) => !listed.has(path) && isUnder(path, places));
    return this.#apply([...vanished.map((path) => this.#remove(path)), ...(await this.#readAll(this.#withRoles(listed), false))]);
  }

  /** What was typed asks nothing of the disk, unless it is a file that nobody has heard of yet. */
  async #takeTexts(paths: readonly FilePath[]): Promise<IndexChange> {
    for (const path of paths) this.#source.take(path);
    return merged(await this.#readTexts(paths), await this.#evidence.refresh(new Set(paths)));
  }

  /** Asks again of open files that were removed: they are ignored, or were opened when the listing had been made. */
  async #hear(change: IndexChange): Promise<IndexChange> {
    const unheard = this.#source.unheard();
    return unheard.length === 0 ? change : merged(change, await this.#takeTexts(unheard));
  }

  async #readTexts(paths: readonly FilePath[]): Promise<IndexChange> {
    const before = this.#configuration.configuration;
    const anew = paths.some(configures) && (await this.#readConfiguration());
    if (anew === 'texts') return (await this.#tried(before)) ?? this.#load();
    const relisted = anew ? await this.#relist() : NO_CHANGE;
    // What only an editor had is gone with it, whatever else of that name lies on the disk.
    const closed = paths.filter((path) => this.#source.wasBeside(path) && !this.#source.isOpen(path));
    const listed = closed.length === 0 ? relisted : merged(relisted, await this.#refreshFiles(closed));
    const wanted: FilePath[] = [];
    for (const path of paths)
      if (!closed.includes(path) && (this.#index.files.has(path) || (await this.#source.takesUp(path)))) wanted.push(path);
    return wanted.length === 0 ? listed : merged(listed, await this.#apply(await this.#readAll(this.#withRoles(wanted), false)));
  }

  /** Reads what may be read otherwise than under the configuration before, where that is only tried and can be told. */
  async #tried(before: Configuration): Promise<IndexChange | undefined> {
    const affects = this.#options.isTrial === true ? affectedTexts(before, this.#configuration.configuration) : undefined;
    if (!affects || !this.#traced) return undefined;
    return this.#relist((files) =>
      affectedFiles(files, { roles: this.#index.files, skipped: this.#reader.skipped }, affects, this.#source),
    );
  }

  #withRoles(paths: Iterable<FilePath>): ReadonlyMap<FilePath, FileRole> {
    return new Map(Array.from(paths, (path) => [path, this.#reading.extractor.roleOf(path)] as const));
  }

  #remove(path: FilePath): FileChange {
    this.#reader.forget(path);
    this.#source.forget(path);
    this.#case.forget(path);
    return { path, facts: undefined };
  }

  /** Reads reqtrace.yaml and puts it into force; says what has to be read again: every text, or the files that have another role now. */
  async #readConfiguration(): Promise<'texts' | 'roles' | undefined> {
    const before = this.#configuration;
    this.#configuration = await readConfigurationFrom(this.#source, before);
    const { configuration } = this.#configuration;
    if (configuration === before.configuration) return undefined;
    this.#reading = createReading(configuration);
    this.#reader.use(this.#reading.extractor);
    const anew = readAnew(before.configuration, configuration);
    // It may be left out now.
    if (anew) this.#resting = undefined;
    return anew;
  }

  /**
   * Facts of these files, documents first; those of traced roles are only read if the others are, or are to be.
   *
   * @param whole true if these are all files of the folder.
   */
  async #readAll(files: ReadonlyMap<FilePath, FileRole>, whole: boolean, signal?: AbortSignal): Promise<FileChange[]> {
    const { documents, traced, others } = byReading(files);
    const unread = others.flatMap((path) => this.#unread(path, 'other'));
    const defining = await this.#read(documents, { known: undefined, signal, ...(whole && { kind: 'documents' }) });
    // The index need not be asked, nor changed twice, where all that can define anything has just been read.
    if (whole) this.#traced = this.#isWorthTracing(defining.some(({ facts }) => facts !== undefined && facts.requirements.length > 0));
    if (traced.size > 0 && !this.#traced) {
      this.#resting = undefined;
      for (const [path, role] of traced) unread.push(...this.#unread(path, role));
      return [...unread, ...defining];
    }
    if (whole && traced.size >= FEW_FILES) await this.#showDocuments(defining, traced, signal);
    const known = whole ? definedPrefixes(defining, this.#reading.ids) : new Set(this.#index.prefixes());
    return [...unread, ...defining, ...(await this.#read(traced, { known, signal, ...(whole && { kind: 'traced' }) }))];
  }

  /** Lets somebody who waits see what is known before the bulk of the files is read, at the first time. */
  async #showDocuments(defining: readonly FileChange[], traced: ReadonlyMap<FilePath, FileRole>, signal?: AbortSignal): Promise<void> {
    const { onDocuments } = this.#options;
    if (!onDocuments || !this.#isFirst) return;
    const open = this.#withRoles(this.#source.open().filter((path) => traced.has(path)));
    this.#index.complete = false;
    await putInSteps([...defining, ...(await this.#read(open, { known: undefined }))], this.#taker, signal);
    await onDocuments(this);
  }

  /** A file that is only known to exist. */
  #unread(path: FilePath, role: FileRole): FileChange[] {
    this.#reader.forget(path);
    // Files that are read tell by that whether they are still there.
    if (role === 'other' && !this.#source.exists(path)) return [this.#remove(path)];
    return this.#index.isSilent(path, role) ? [] : [{ path, facts: emptyFacts(path, role) }];
  }

  /** What these files say now. */
  async #read(files: ReadonlyMap<FilePath, FileRole>, request: Omit<ScanRequest, 'take'>): Promise<FileChange[]> {
    return (await this.#reader.read(files, request)).map((change) => (change.facts ? change : this.#remove(change.path)));
  }

  #isWorthTracing(requirements: boolean): boolean {
    return requirements || this.#options.readsAll === true || (this.#configuration.facts?.waivers.length ?? 0) > 0;
  }

  /** Puts changes and the configuration into the index. */
  #put(changes: readonly FileChange[], checks: 'now' | 'later' = 'now'): IndexChange {
    const { configuration, facts } = this.#configuration;
    const all = [...changes.filter(({ path }) => path !== CONFIGURATION_FILE), { path: CONFIGURATION_FILE, facts }];
    const today = this.#today();
    return configuration === this.#index.configuration && today === this.#index.today
      ? this.#index.update(all, checks)
      : this.#index.configure({ configuration, today }, all);
  }

  /** The same for a whole folder, whose index nobody sees before it was loaded once; somebody may be typing all the same. */
  async #applyAll(changes: readonly FileChange[], signal: AbortSignal | undefined): Promise<IndexChange> {
    if (!this.#isFirst || this.#options.openTexts === undefined) return this.#apply(changes, signal);
    return merged(await putInSteps(changes, this.#taker, signal), await this.#apply([], signal));
  }

  /** Puts changes into the index, then reads the code if there is something to trace it to, or lays it to rest. */
  async #apply(changes: readonly FileChange[], signal?: AbortSignal): Promise<IndexChange> {
    const changed = this.#put(changes);
    const wanted = this.#isWorthTracing(this.#index.definesAnything);
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
    const traced = new Map([...this.#index.files].filter(([, role]) => TRACED.has(role)));
    return this.#read(traced, { known: new Set(this.#index.prefixes()), signal, kind: 'traced' });
  }

  #rest(): readonly FileChange[] {
    this.#resting = Array.from(this.#index.telling()).flatMap(([, facts]) => (TRACED.has(facts.role) ? facts : []));
    return this.#resting.map(({ path, role }) => ({ path, facts: emptyFacts(path, role) }));
  }
}
