import { NO_CHANGE } from '../index/mergedChange.ts';
import type { TraceIndex } from '../index/traceIndex.ts';
import type { IndexChange } from '../index/view.ts';
import type { Evidence, EvidenceFile } from '../model/evidence.ts';
import { NO_EVIDENCE } from '../model/evidence.ts';
import type { FilePath } from '../model/position.ts';
import { AnnotatedFiles } from './annotatedFiles.ts';
import { codeTimes, writtenAt } from './files/codeTimes.ts';
import { entryAt } from './files/entryAt.ts';
import { toSystemPath } from './files/filePaths.ts';
import type { FileSource } from './files/fileSource.ts';
import { EvidenceFiles } from './files/evidence/evidenceFiles.ts';
import { ReportDater } from './files/evidence/reportDater.ts';
import { ProjectTests } from './projectTests.ts';
import type { Results } from './world.ts';
import { ignoredPlacesWithin } from './files/evidence/evidenceSearch.ts';
import { ignoredPlaces } from './files/evidence/passedOver.ts';
import { testsOnDisk } from './testsOnDisk.ts';
import { untrackedFiles } from './git/untrackedFiles.ts';
import type { UntrackedFiles } from './git/untrackedFiles.ts';

/** Keeps the index of a workspace folder up to date with the results of test runs that lie in it. */
export class ProjectEvidence implements Results {
  readonly #root: string;
  readonly #trusted: boolean;
  readonly #index: TraceIndex;
  readonly #files: EvidenceFiles;
  readonly #tests: ProjectTests;
  readonly #source: Pick<FileSource, 'repositories'>;
  #globs: unknown;
  /** Whether there was anything to prove at the last look. */
  #hasItems = false;
  #evidence: Evidence = NO_EVIDENCE;
  /** What the files said of which the evidence is. */
  #read: readonly EvidenceFile[] = NO_EVIDENCE.files;
  readonly #dater: ReportDater;
  readonly #annotated: AnnotatedFiles;
  /** When each file with annotations was written, as of the last look: an edit that is not saved yet must not have git asked. */
  readonly #written = new Map<FilePath, number>();

  /**
   * @param named files with results that the user named.
   * @throws UserError when one of these is not there.
   */
  constructor(root: string, trusted: boolean, index: TraceIndex, named: readonly string[], source: Pick<FileSource, 'repositories'>) {
    this.#root = root;
    this.#trusted = trusted;
    this.#index = index;
    this.#annotated = new AnnotatedFiles(index);
    this.#files = new EvidenceFiles(root, named);
    this.#tests = new ProjectTests(testsOnDisk(root), index);
    this.#source = source;
    this.#dater = new ReportDater(root, trusted);
  }

  /** Files that lie where results lie and of which nothing was read, and why. */
  get unread(): EvidenceFiles['unread'] {
    return this.#files.unread;
  }

  /**
   * Looks everywhere again, once the index is up to date.
   *
   * @param untracked the answer of `untrackedFiles`, where git is asked anyway.
   * @throws the signal's reason when it is aborted.
   */
  async load(signal?: AbortSignal, untracked?: Promise<UntrackedFiles | undefined>): Promise<IndexChange> {
    const { configuration } = this.#index;
    this.#hasItems = this.#index.definesAnything;
    // Results say nothing where there is nothing to prove.
    if (!this.#hasItems) {
      this.#files.clear();
      return this.#take([], signal, true);
    }
    const others = untracked ?? (this.#trusted ? untrackedFiles(this.#root, signal && { signal }) : undefined);
    const within = this.#trusted ? await ignoredPlacesWithin(this.#root, this.#source.repositories, signal) : [];
    this.#files.tested = this.#annotated.samples();
    await this.#files.find(configuration, this.#index.files.keys(), [...ignoredPlaces(await others), ...within], signal);
    this.#globs = configuration.evidence;
    if (this.#isEmpty()) return NO_CHANGE;
    return this.#take(this.#annotated.all(), signal, true);
  }

  /** Takes up changes of these files, once the index has. */
  async refresh(paths: ReadonlySet<FilePath>): Promise<IndexChange> {
    const { configuration } = this.#index;
    const toggles = this.#index.definesAnything !== this.#hasItems;
    if (toggles || configuration.evidence !== this.#globs || this.#annotated.toggleSamples(paths)) return this.load();
    if (!this.#hasItems) return NO_CHANGE;
    this.#files.refresh(configuration, paths);
    // With every key that is pressed, so that all files must not be gone through for nothing.
    if (this.#isEmpty()) return NO_CHANGE;
    const others = this.#files.files !== this.#read;
    return this.#take(others ? this.#annotated.all() : [...paths]);
  }

  /**
   * @param paths files that may be others now.
   * @param afresh git may know of other commits.
   */
  async #take(paths: readonly FilePath[], signal?: AbortSignal, afresh = false): Promise<IndexChange> {
    const read = this.#files.files;
    if (this.#isEmpty()) return NO_CHANGE;
    const isListed = (path: FilePath): boolean => this.#index.files.has(path);
    const before = this.#evidence.files;
    const files = read === this.#read && !afresh ? before : await this.#dater.dated(read, isListed, before, signal);
    this.#read = read;
    const sameFiles = files === before;
    const tests = await this.#tests.of(files, paths, signal);
    const sameTests = tests === this.#evidence.tests;
    const written = paths.filter((path) => this.#annotated.has(path) && (this.#isWritten(path) || !sameFiles));
    if (sameFiles && sameTests && written.length === 0) return NO_CHANGE;
    const began = files.reduce((time, file) => Math.min(time, file.time), Infinity);
    const arrived = files.reduce((time, { path }) => Math.min(time, entryAt(toSystemPath(this.#root, path))?.ctimeMs ?? time), Infinity);
    const times = await codeTimes(this.#root, written, { began, arrived }, this.#trusted, signal);
    this.#evidence = { files, modified: new Map(sameFiles ? [...this.#evidence.modified, ...times] : times), ...(tests && { tests }) };
    return this.#index.setEvidence(this.#evidence);
  }

  /** True if the file was written since the last look. */
  #isWritten(path: FilePath): boolean {
    const time = writtenAt(this.#root, path);
    if (time === undefined || time === this.#written.get(path)) return false;
    this.#written.set(path, time);
    return true;
  }

  /** True if there are no results, and were none. */
  #isEmpty(): boolean {
    return this.#files.files.length === 0 && this.#evidence.files.length === 0;
  }
}
