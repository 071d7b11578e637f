import type { Notation } from '../formats/notation/notation.ts';
import type { Configuration } from '../model/configuration.ts';
import type { CoveredLines, Evidence, EvidenceFile } from '../model/evidence.ts';
import type { FileFacts, FileRole } from '../model/facts.ts';
import type { UnknownAttribute } from './unknownAttributes.ts';
import type { WrittenGlob } from '../model/writtenGlob.ts';
import type { Finding } from '../model/finding.ts';
import { withCriteria } from '../model/item.ts';
import type { Coverage, Item, RequirementItem, Resolution, ResolvedReference, StatusCounts } from '../model/item.ts';
import type { FilePath, Location } from '../model/position.ts';
import { IndexState } from './indexState.ts';
import type { IndexOptions } from './indexState.ts';
import { compareReferences } from './order.ts';
import { pinOf, revisionOf } from './items/pins.ts';
import type { Ref } from './references/referenceStore.ts';
import type { Meaning } from './references/resolution.ts';
import { followLink } from './sites/followLink.ts';
import type { WrittenLink } from './sites/followLink.ts';
import type { PlacedPage } from './sites/siteIndex.ts';
import { snapshotOf } from './snapshot.ts';
import type { DocumentView, FileChange, IndexChange, IndexView } from './view.ts';
import { definedIn } from './view.ts';

/**
 * The index of one workspace folder. After any series of updates it equals one built from the same
 * facts at once, in whatever order they come.
 *
 *     const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' });
 *     index.update([{ path: 'docs/launch.md', facts }]);
 *     index.coverage('docs/launch#IP-1.1/AC2').status; // 'unmet'
 */
export class TraceIndex implements IndexView {
  #state: IndexState;
  #references = new Map<FilePath, readonly ResolvedReference[]>();
  complete = true;

  constructor(options: IndexOptions) {
    this.#state = new IndexState(options);
  }

  get configuration(): Configuration {
    return this.#state.configuration;
  }

  get today(): string {
    return this.#state.today;
  }

  get notations(): readonly Notation[] {
    return this.#state.notations;
  }

  /**
   * Takes files that say nothing in place of all others, as long as no file of this index says anything: `begin(new Map([['src/stock.ts', 'code']]))`.
   * The map is the index's own from then on.
   */
  begin(silent: Map<FilePath, FileRole>): void {
    this.#state.begin(silent);
  }

  /**
   * Takes new facts of files; the cost is that of what they change, not of the whole index.
   *
   * @param checks `later` leaves out the findings, which are not those of the facts until `checkNext` was called for all files that wait for it.
   */
  update(changes: readonly FileChange[], checks: 'now' | 'later' = 'now'): IndexChange {
    this.#references.clear();
    return this.#state.update(changes, checks);
  }

  /** Makes the findings of one file that waits for them; undefined where none does. */
  checkNext(): IndexChange | undefined {
    return this.#state.checkNext();
  }

  /**
   * Goes over to another configuration or day and computes everything anew. Facts depend on the
   * configuration, so the changes should hold all files that it makes read differently. The answer names
   * everything there is or was.
   */
  configure(options: IndexOptions, changes: readonly FileChange[]): IndexChange {
    const before = this.#state;
    const next = new IndexState({ notations: before.notations, ...options }, before.evidence.evidence);
    next.begin(new Map(before.files.roles));
    const change = next.update([...Array.from(before.telling, ([path, facts]) => ({ path, facts })), ...changes]);
    next.checkEvidence();
    this.#state = next;
    this.#references.clear();
    return {
      changedFiles: new Set([...before.files.roles.keys(), ...before.evidence.troubled(), ...change.changedFiles]),
      changedItems: new Set([...before.items.keys(), ...change.changedItems]),
    };
  }

  /**
   * Takes the results of test runs in place of those before. Where only times of files differ (`files` is the same object), the cost is that of what
   * these change.
   */
  setEvidence(evidence: Evidence): IndexChange {
    this.#references.clear();
    return this.#state.setEvidence(evidence);
  }

  /** A picture of everything that readers can see, fit for JSON, in one order: equal indexes have equal pictures. */
  snapshot(): unknown {
    return snapshotOf(this, this.#state.files.roles.keys());
  }

  page(path: FilePath): PlacedPage | undefined {
    return this.#state.sites.page(path);
  }

  follow(link: WrittenLink, from: FilePath): FilePath | undefined {
    const exists = (path: FilePath): boolean => this.#state.files.has(path);
    const followed = followLink(this.#state.sites, from, link, { exists, asks: () => undefined });
    return followed && 'path' in followed ? followed.path : undefined;
  }

  get files(): ReadonlyMap<FilePath, FileRole> {
    return this.#state.files.roles;
  }

  /** Facts of the files that say something. */
  telling(): Iterable<readonly [FilePath, FileFacts]> {
    return this.#state.telling;
  }

  facts(path: FilePath): FileFacts | undefined {
    return this.#state.facts(path);
  }

  documents(): readonly DocumentView[] {
    return this.#state.items.documents();
  }

  get definesAnything(): boolean {
    return this.#state.definesAnything;
  }

  get unknownAttributes(): readonly UnknownAttribute[] {
    return this.#state.unknownAttributes;
  }

  get unmatchedGlobs(): readonly WrittenGlob[] {
    return this.#state.unmatched;
  }

  get evidence(): readonly EvidenceFile[] {
    return this.#state.evidence.told;
  }

  hasLines(path: FilePath): boolean {
    return this.#state.evidence.hasLines(path);
  }

  coveredLines(): ReadonlyMap<FilePath, CoveredLines> {
    return this.#state.evidence.coveredLines();
  }

  changes(): readonly DocumentView[] {
    return this.#state.items.changes();
  }

  /** True for a file of that role that the index knows and that says nothing. */
  isSilent(path: FilePath, role: FileRole): boolean {
    return this.#state.isSilent(path, role);
  }

  /** Prefixes of the ids that items have; a reference in prose to an id of any other prefix has no meaning. */
  prefixes(): Iterable<string> {
    return this.#state.items.names.prefixes();
  }

  *requirements(): Iterable<RequirementItem> {
    for (const { requirements } of this.documents()) yield* requirements;
  }

  item(key: string): Item | undefined {
    return this.#state.items.item(key);
  }

  furtherPlaces({ key }: Item): readonly Location[] {
    return this.#state.items.furtherPlaces(key).map(({ path, facts: { nameRange } }) => ({ path, range: nameRange }));
  }

  coverage(key: string): Coverage {
    const coverage = this.#state.coverage.get(key);
    if (!coverage) throw new RangeError(`The index has no item ${key}`);
    return coverage;
  }

  resolve(reference: Meaning, from: FilePath): Resolution {
    return this.#state.resolution(this.#state.resolver.resolve(reference, from, false), reference, from);
  }

  referenceTo(item: Item, from: FilePath): string {
    return this.#state.resolver.referenceTo(item, from);
  }

  pin(item: Item): string {
    return pinOf(item);
  }

  revision(item: Item): string {
    return revisionOf(item);
  }

  referencesIn(path: FilePath): readonly ResolvedReference[] {
    let references = this.#references.get(path);
    if (!references) {
      const written = this.#state.references.inFile(path).map((ref) => this.#resolved(ref));
      const defined = definedIn(this.#state.items.document(path)).flatMap(definitions);
      references = [...written, ...defined].filter(({ resolution }) => resolution.kind !== 'foreign').sort(compareReferences);
      this.#references.set(path, references);
    }
    return references;
  }

  referencesTo(key: string): readonly ResolvedReference[] {
    return Array.from(this.#state.references.to(key), (ref) => this.#resolved(ref)).sort(compareReferences);
  }

  findings(path: FilePath): readonly Finding[] {
    return this.#state.findings.get(path);
  }

  allFindings(): readonly Finding[] {
    return this.#state.findings.all();
  }

  counts(): StatusCounts {
    return this.#state.coverage.counts();
  }

  #resolved({ path, reference, use, annotation, outcome }: Ref): ResolvedReference {
    const resolution = this.#state.resolution(outcome, reference, path);
    return { path, reference, use, resolution, ...(annotation && { annotation }) };
  }
}

function definitions(requirement: RequirementItem): ResolvedReference[] {
  return withCriteria(requirement).map((item) => {
    const { localId, idRange, nameRange } = item.facts;
    const parts =
      item.type === 'criterion' && !item.facts.whole ? { id: item.requirement.facts.localId, criterion: localId } : { id: localId };
    const reference = { ...parts, text: localId, range: idRange ?? nameRange };
    return { path: item.path, reference, use: 'definition', resolution: { kind: 'item', item, step: 'own' } };
  });
}
