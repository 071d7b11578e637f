import { NO_CHANGE } from '../../index/mergedChange.ts';
import { compareText } from '../../index/order.ts';
import type { TraceIndex } from '../../index/traceIndex.ts';
import type { IndexChange } from '../../index/view.ts';
import type { Evidence, EvidenceFile } from '../../model/evidence.ts';
import { NO_EVIDENCE } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { AnnotatedFiles } from '../annotatedFiles.ts';
import { EvidencePlaces } from '../files/evidence/evidencePlaces.ts';
import { isPassedOver } from '../files/evidence/passedOver.ts';
import { isUnder } from '../files/pathCase.ts';
import { ProjectTests } from '../projectTests.ts';
import type { Results } from '../world.ts';
import type { FolderAccess } from './folderAccess.ts';
import type { VirtualFiles } from './virtualFiles.ts';
import { VirtualReports } from './virtualReports.ts';

/** Paths that changed and are not listed files; with more, all is looked through again. */
const FEW_PATHS = 50;

// @implements RT-8.2/AC4
/** Keeps the index of a folder that has no disk up to date with the results of test runs that lie in it: read as those on a disk, within narrower bounds. */
export class VirtualResults implements Results {
  readonly #index: TraceIndex;
  readonly #files: VirtualFiles;
  readonly #places = new EvidencePlaces();
  readonly #reports: VirtualReports;
  readonly #tests: ProjectTests;
  /** How often each file of tests was heard to have changed. */
  readonly #versions = new Map<FilePath, number>();
  #kept: ReadonlyMap<FilePath, EvidenceFile> = new Map();
  #hasItems = false;
  #globs: unknown;
  readonly #annotated: AnnotatedFiles;
  #evidence: Evidence = NO_EVIDENCE;

  constructor(access: FolderAccess, files: VirtualFiles, index: TraceIndex) {
    this.#index = index;
    this.#annotated = new AnnotatedFiles(index);
    this.#files = files;
    this.#reports = new VirtualReports(access, files, this.#places);
    const stored = { version: (path: FilePath) => this.#versions.get(path) ?? 0, text: (path: FilePath) => textOf(files, path) };
    this.#tests = new ProjectTests(stored, index);
  }

  get unread(): Results['unread'] {
    const reports = [...this.#kept.values()].flatMap(({ path, unread, cut, lost, results, coverage }) => {
      const reason = unread ?? cut ?? (results.length + coverage.length === 0 ? lost?.[0] : undefined);
      return reason ? [{ path, reason }] : [];
    });
    return [
      ...this.#files.unlisted.map((path) => ({ path, reason: say('cannot be read') })),
      ...reports,
      ...Array.from(this.#places.passedOver, ([path, reason]) => ({ path, reason })),
    ].sort((a, b) => compareText(a.path, b.path));
  }

  async load(signal?: AbortSignal): Promise<IndexChange> {
    const { configuration } = this.#index;
    this.#places.forgetPassedOver();
    this.#hasItems = this.#index.definesAnything;
    // Results say nothing where there is nothing to prove.
    if (!this.#hasItems) return this.#take(new Map(), []);
    this.#globs = configuration.evidence;
    this.#places.configure(configuration.evidence);
    this.#places.tested = this.#annotated.samples();
    return this.#take(await this.#reports.all(this.#index.files.keys(), signal), [], signal);
  }

  async refresh(paths: ReadonlySet<FilePath>): Promise<IndexChange> {
    for (const path of paths) this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
    const toggles = this.#index.definesAnything !== this.#hasItems;
    if (toggles || this.#index.configuration.evidence !== this.#globs || this.#annotated.toggleSamples(paths)) return this.load();
    if (!this.#hasItems) return NO_CHANGE;
    const others = [...paths].filter((path) => !isPassedOver(path) && (!this.#index.files.has(path) || this.#places.fits(path)));
    if (others.length > FEW_PATHS) return this.load();
    const kept = new Map(this.#kept);
    const again = new Set([...kept.keys()].filter((path) => isUnder(path, paths)));
    for (const path of others) if (this.#places.fits(path)) again.add(path);
    for (const path of again) {
      const report = await this.#reports.read(path);
      if (report) kept.set(path, report);
      else kept.delete(path);
    }
    return this.#take(again.size > 0 ? kept : this.#kept, [...paths]);
  }

  /** @param paths files that may be others now; where the reports are others, all are asked for anyway. */
  async #take(kept: ReadonlyMap<FilePath, EvidenceFile>, paths: readonly FilePath[], signal?: AbortSignal): Promise<IndexChange> {
    const isSame = kept === this.#kept;
    this.#kept = kept;
    const files = isSame ? this.#evidence.files : publishedOf(kept);
    if (files.length === 0 && this.#evidence.files.length === 0) return NO_CHANGE;
    const tests = await this.#tests.of(files, paths, signal);
    const written = (isSame ? paths : this.#annotated.all()).filter((path) => this.#annotated.has(path));
    if (isSame && tests === this.#evidence.tests && written.length === 0) return NO_CHANGE;
    // Of a file without a time nobody knows that it is older than the run.
    const times = await Promise.all(written.map(async (path) => [path, (await this.#reports.written(path)) ?? Infinity] as const));
    this.#evidence = { files, modified: new Map([...(isSame ? this.#evidence.modified : []), ...times]), ...(tests && { tests }) };
    return this.#index.setEvidence(this.#evidence);
  }
}

/** Those that say anything, in order. */
function publishedOf(kept: ReadonlyMap<FilePath, EvidenceFile>): readonly EvidenceFile[] {
  return [...kept.values()]
    .filter(({ results, coverage, problems, lost, cut }) => results.length + coverage.length + problems.length > 0 || lost || cut)
    .sort((a, b) => compareText(a.path, b.path));
}

async function textOf(files: VirtualFiles, path: FilePath): Promise<string> {
  const content = await files.read(path);
  return content.kind === 'text' ? content.text : '';
}
