import type { FileFacts } from '../../model/facts.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Coverage, Item, ItemWaiver, Link, Plan, RequirementItem, StatusCounts } from '../../model/item.ts';
import { meaningOfAnnotation } from '../../model/linkKind.ts';
import type { FilePath } from '../../model/position.ts';
import { coverRequirement } from './coverage.ts';
import { addCounts, NO_COUNTS } from '../../model/counts.ts';
import { withCriteria } from '../../model/item.ts';
import type { Lower } from './coverage.ts';
import type { CoverGraph } from './coverGraph.ts';
import { needsOf } from './needs.ts';
import { pendingOf } from './pending.ts';
import type { EvidenceStore } from '../evidence/evidenceStore.ts';
import type { ItemStore } from '../items/itemStore.ts';
import { compareRanges, compareText } from '../order.ts';
import { isCurrent } from '../items/pins.ts';
import type { ReferenceStore } from '../references/referenceStore.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import { sameValue } from '../../model/sameValue.ts';

/** What coverage is computed from. */
export interface CoverageSources {
  readonly configuration: Configuration;
  readonly today: string;
  readonly items: ItemStore;
  readonly references: ReferenceStore;
  readonly covers: CoverGraph;
  readonly evidence: EvidenceStore;
  facts(path: FilePath): FileFacts | undefined;
  /** Prefix of an id, `IP` for `IP-1.1`. */
  readonly prefixOf: (id: string) => string;
}

/** What a requirement adds that is on a cycle with those that it covers. */
const NOTHING_MET: Pick<Lower, 'status' | 'proof' | 'satisfied'> = { status: 'unmet', proof: 'unproven', satisfied: false };

const NO_LOWER: readonly Lower[] = [];

/** Coverage of every item, kept up to date requirement by requirement. */
export class CoverageStore {
  readonly #sources: CoverageSources;
  readonly #coverage = new Map<string, Coverage>();
  /** What each requirement adds to the counts. */
  readonly #shares = new Map<string, StatusCounts>();
  readonly #archive: GlobSet<true>;
  #counts: StatusCounts = NO_COUNTS;

  constructor(sources: CoverageSources) {
    this.#sources = sources;
    this.#archive = new GlobSet(sources.configuration.archive.map((glob) => [glob, true]));
  }

  /** Undefined for a key that is not an item's. */
  get(key: string): Coverage | undefined {
    return this.#coverage.get(key);
  }

  /** Of all criteria, requirements without criteria counted as their own. */
  counts(): StatusCounts {
    return this.#counts;
  }

  /**
   * Computes requirements anew, and those that they cover where that makes a difference.
   *
   * @param dirty keys of requirements; ones that are gone are ignored.
   * @returns the items whose coverage is another one now.
   */
  update(dirty: Set<string>, vanished: Iterable<string>): Item[] {
    const { items, covers } = this.#sources;
    for (const key of vanished) {
      this.#coverage.delete(key);
      this.#share(key, undefined);
    }
    const changed: Item[] = [];
    const inGraph: string[] = [];
    for (const key of dirty) {
      const requirement = items.requirement(key);
      if (!requirement) continue;
      if (covers.includes(key)) inGraph.push(key);
      else this.#compute(requirement, changed);
    }
    if (inGraph.length === 0) return changed;
    for (const key of covers.order) {
      const requirement = dirty.has(key) ? items.requirement(key) : undefined;
      if (!requirement || !this.#compute(requirement, changed)) continue;
      for (const { higher } of covers.edges(key)) dirty.add(higher);
    }
    return changed;
  }

  /** True if what those that it covers see of the requirement is another thing now. */
  #compute(requirement: RequirementItem, changed: Item[]): boolean {
    const before = this.#coverage.get(requirement.key);
    const coverage = coverRequirement(requirement, this.#inputs(requirement));
    const pending = pendingOf(this.#sources.references.to(requirement.key));
    for (const item of withCriteria(requirement)) {
      const covered = coverage.get(item.key);
      const last = this.#coverage.get(item.key);
      const plans = this.#plansOf(item.key);
      const marks = { ...(plans.length > 0 && { plans }), ...(item === requirement && pending && { pending }) };
      // Most have none, and there are very many.
      const next = covered && Object.keys(marks).length > 0 ? { ...covered, ...marks } : covered;
      // What a change would add is in no count.
      if (item === requirement) this.#share(item.key, requirement.facts.planned === undefined ? next?.counts : undefined);
      if (!next || sameValue(last, next)) continue;
      this.#coverage.set(item.key, next);
      changed.push(item);
    }
    const after = this.#coverage.get(requirement.key);
    return before?.status !== after?.status || before?.proof !== after?.proof || before?.satisfied !== after?.satisfied;
  }

  #share(key: string, counts: StatusCounts | undefined): void {
    const before = this.#shares.get(key);
    if (before === counts) return;
    if (before) this.#counts = addCounts(this.#counts, before, -1);
    if (counts) {
      this.#counts = addCounts(this.#counts, counts);
      this.#shares.set(key, counts);
    } else this.#shares.delete(key);
  }

  #inputs(requirement: RequirementItem) {
    const { configuration, evidence, prefixOf } = this.#sources;
    const own = this.#linksTo(requirement.key);
    const ownWaivers = this.#waiversOf(requirement.key);
    const archived = this.#archive.last(requirement.path) !== undefined;
    const ofDocument = this.#sources.facts(requirement.path)?.needs;
    return {
      kinds: configuration.kinds,
      needs: (item: Item) => needsOf(item, { archived, ofDocument }, configuration, prefixOf),
      levels: configuration.levels,
      inherit: configuration.inherit,
      // Every criterion asks for those of its requirement.
      links: (key: string) => (key === requirement.key ? own : this.#linksTo(key)),
      waivers: (key: string) => (key === requirement.key ? ownWaivers : this.#waiversOf(key)),
      lower: (key: string) => this.#lower(key, requirement.key),
      hasResults: evidence.hasResults,
      modified: (path: FilePath) => evidence.modified(path),
    };
  }

  #lower(target: string, higher: string): readonly Lower[] {
    const { covers, items } = this.#sources;
    const covering = [...covers.covering(target)].sort(compareText);
    // As for nearly every item, of which there may be very many; the pin takes longest.
    if (covering.length === 0) return NO_LOWER;
    const item = items.item(target);
    return covering.map((lower) => {
      const facts = items.requirement(lower)?.facts;
      const { status, proof, satisfied } = (covers.isCycle(lower, higher) ? undefined : this.#coverage.get(lower)) ?? NOTHING_MET;
      const revisions = covers.edges(lower).flatMap((edge) => (edge.target === target ? [edge.revision] : []));
      const isNow = (revision: string | undefined): boolean => revision === undefined || !item || isCurrent(revision, item);
      return {
        key: lower,
        status,
        proof,
        satisfied,
        ...(facts?.kind !== undefined && { level: facts.kind }),
        withdrawn: facts?.exempt ?? false,
        current: revisions.some(isNow),
        stale: !revisions.every(isNow),
      };
    });
  }

  #linksTo(key: string): Link[] {
    const { configuration, items, references, evidence } = this.#sources;
    const item = items.item(key);
    const links: Link[] = [];
    for (const { annotation, path, reference } of references.to(key)) {
      const is = annotation && meaningOfAnnotation(configuration.kinds, annotation);
      if (!annotation || !item || (is !== 'implements' && is !== 'verifies')) continue;
      const stale = reference.near === true || (reference.revision !== undefined && !isCurrent(reference.revision, item));
      const result = is === 'verifies' ? evidence.resultOf(path, annotation) : undefined;
      links.push({ kind: annotation.kind, is, target: key, path, annotation, stale, ...(result && { result }) });
    }
    return links.sort(
      (a, b) =>
        compareText(a.path, b.path) ||
        compareRanges(a.annotation.reference.range, b.annotation.reference.range) ||
        compareText(a.kind, b.kind),
    );
  }

  #plansOf(key: string): Plan[] {
    const plans: Plan[] = [];
    for (const { use, path, reference, annotation } of this.#sources.references.to(key)) {
      if (use !== 'plans') continue;
      const { done, note } = annotation ?? {};
      plans.push({ path, range: reference.range, ...(done !== undefined && { done }), ...(note !== undefined && { note }) });
    }
    return plans.length < 2 ? plans : plans.sort((a, b) => compareText(a.path, b.path) || compareRanges(a.range, b.range));
  }

  #waiversOf(key: string): ItemWaiver[] {
    const { references, today } = this.#sources;
    const waivers: ItemWaiver[] = [];
    for (const { waiver, path } of references.to(key)) {
      if (waiver) waivers.push({ waiver, path, valid: waiver.until === undefined || waiver.until >= today });
    }
    return waivers.sort((a, b) => compareText(a.path, b.path) || compareRanges(a.waiver.range, b.waiver.range));
  }
}
