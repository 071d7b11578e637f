import type { Configuration } from '../model/configuration.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { Evidence } from '../model/evidence.ts';
import { NO_EVIDENCE } from '../model/evidence.ts';
import type { FileFacts, FileRole, Reference } from '../model/facts.ts';
import type { WrittenGlob } from '../model/writtenGlob.ts';
import { emptyFacts, saysAnything } from '../model/facts.ts';
import type { Notation } from '../formats/notation/notation.ts';
import { createIdGrammar } from '../formats/ids/idGrammar.ts';
import { NOTATIONS } from '../formats/notations/registry.ts';
import type { RequirementItem, Resolution } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';
import { CoverageStore } from './coverage/coverageStore.ts';
import { arrangeCovers } from './coverage/arrangeCovers.ts';
import { CoverGraph } from './coverage/coverGraph.ts';
import { EvidenceStore } from './evidence/evidenceStore.ts';
import { FileSet } from './fileSet.ts';
import { checkedFile } from './findings/checkedFile.ts';
import { addDependents } from './findings/dependents.ts';
import { FindingStore } from './findings/findingStore.ts';
import type { Dependency } from './findings/findingStore.ts';
import type { ItemsChange } from './items/itemsChange.ts';
import { ItemStore } from './items/itemStore.ts';
import { unknownAttributes } from './unknownAttributes.ts';
import type { UnknownAttribute } from './unknownAttributes.ts';
import { unmatchedGlobs } from './unmatchedGlobs.ts';
import { Aliases } from './references/aliases.ts';
import { Namespaces } from './references/namespaces.ts';
import { Quotes } from './references/quotes.ts';
import { Renames } from './references/renames.ts';
import { asksForItem, namesAny, ReferenceStore, settled } from './references/referenceStore.ts';
import type { Ref } from './references/referenceStore.ts';
import { joinedOutcome } from './references/joined.ts';
import { Resolver } from './references/resolution.ts';
import type { Meaning, Outcome } from './references/resolution.ts';
import { sameValue } from '../model/sameValue.ts';
import { SiteIndex } from './sites/siteIndex.ts';
import type { FileChange, IndexChange } from './view.ts';

const NO_ITEMS: ReadonlySet<string> = new Set();

/** What an index is made for. */
export interface IndexOptions {
  readonly configuration: Configuration;
  /** Waivers are held against this day, `2026-11-21`. */
  readonly today: string;
  /** Those that items may be written in; all that ReqTrace knows where nothing else is said. */
  readonly notations?: readonly Notation[];
}

/**
 * All facts under one configuration, resolved against each other.
 *
 * Architecture invariant: every step of `update` computes anew only what the step before changed, and
 * leaves the state as if it had been built from the present facts at once.
 */
export class IndexState {
  readonly configuration: Configuration;
  readonly today: string;
  readonly notations: readonly Notation[];
  readonly files = new FileSet();
  readonly items: ItemStore;
  readonly references: ReferenceStore;
  readonly resolver: Resolver;
  readonly covers = new CoverGraph();
  readonly prefixOf: (id: string) => string;
  readonly coverage: CoverageStore;
  readonly findings: FindingStore;
  readonly #namespaces = new Namespaces();
  readonly #aliases: Aliases;
  readonly quotes = new Quotes();
  readonly sites: SiteIndex;
  readonly #renames = new Renames();
  readonly #facts = new Map<FilePath, FileFacts>();
  /** Files whose findings are to be made later. */
  readonly #unchecked = new Set<FilePath>();
  #evidence: EvidenceStore;
  /** Made when first asked for, since it may look at every path of the folder. */
  #unmatched: readonly WrittenGlob[] | undefined;

  constructor({ configuration, today, notations = NOTATIONS }: IndexOptions, evidence: Evidence = NO_EVIDENCE) {
    this.configuration = configuration;
    this.today = today;
    this.notations = notations;
    const grammar = createIdGrammar(configuration.ids);
    this.items = new ItemStore(grammar);
    this.references = new ReferenceStore(grammar, configuration.kinds);
    this.#aliases = new Aliases(this.#namespaces, (notation) => this.items.hasOneNamespace(notation));
    this.resolver = new Resolver(this.items, this.#namespaces, this.#renames, grammar, configuration);
    this.prefixOf = grammar.prefixOf;
    this.sites = new SiteIndex(configuration.sites ?? [], this);
    this.coverage = new CoverageStore(this);
    this.findings = new FindingStore(configuration);
    this.#evidence = new EvidenceStore(evidence, () => this.files.roles);
  }

  get evidence(): EvidenceStore {
    return this.#evidence;
  }

  /** True if there is something that code can be traced to, counted or planned. */
  get definesAnything(): boolean {
    return this.items.documents().length > 0 || this.items.changes().length > 0;
  }

  /** Globs of reqtrace.yaml by which nothing was found. */
  get unmatched(): readonly WrittenGlob[] {
    const globs = this.#facts.get(CONFIGURATION_FILE)?.globs ?? [];
    return (this.#unmatched ??= unmatchedGlobs(globs, this.files.roles, this.definesAnything ? this.#evidence.files : undefined));
  }

  /** Conditions of reqtrace.yaml on attributes that no item has; none as long as nothing is defined. */
  get unknownAttributes(): readonly UnknownAttribute[] {
    const conditions = this.definesAnything ? this.#facts.get(CONFIGURATION_FILE)?.conditions : undefined;
    return unknownAttributes(
      conditions ?? [],
      this.items.documents().flatMap(({ requirements }) => requirements),
    );
  }

  /** Goes over to other results of test runs; what nothing but the times of files changed in costs only those files. */
  setEvidence(evidence: Evidence): IndexChange {
    const before = this.#evidence;
    this.#evidence = before.next(evidence);
    const others = this.#evidence.files !== before.files || evidence.tests !== before.evidence.tests;
    if (others) this.#unmatched = undefined;
    const dirty = new Set(others ? this.items.keys() : []);
    const toCheck = new Set(
      others ? [...this.references.files(), ...before.troubled(), ...this.#evidence.troubled()] : before.touched(evidence.modified),
    );
    if (!others) for (const path of toCheck) for (const { outcome } of this.references.inFile(path)) this.#markTarget(outcome, dirty);
    if (others) for (const path of this.findings.dependentsOn('folder')) toCheck.add(path);
    const changedItems = new Set<string>();
    const changedFiles = new Set<FilePath>();
    for (const item of this.coverage.update(dirty, [])) {
      changedItems.add(item.key);
      changedFiles.add(item.path);
      toCheck.add(item.path);
    }
    for (const path of toCheck) if (this.#check(path)) changedFiles.add(path);
    return { changedFiles, changedItems };
  }

  facts(path: FilePath): FileFacts | undefined {
    const role = this.files.roleOf(path);
    return this.#facts.get(path) ?? (role && emptyFacts(path, role));
  }

  /** True for a file of that role that says nothing. */
  isSilent(path: FilePath, role: FileRole): boolean {
    return this.files.roleOf(path) === role && !this.#facts.has(path);
  }

  /**
   * Takes files that say nothing, as most of a large tree, at no more than the price of their names, in place of all that it knows. Only for a
   * state that has no facts yet, since nothing can depend on whether they exist there.
   */
  begin(silent: Map<FilePath, FileRole>): void {
    if (this.#facts.size > 0) throw new Error('The index has facts already');
    this.files.begin(silent);
    this.#unmatched = undefined;
  }

  /** Files that say something, with what they say. */
  get telling(): ReadonlyMap<FilePath, FileFacts> {
    return this.#facts;
  }

  /** @param checks `later` leaves the findings to `checkNext`, or to the next update, so that those of many files are made once and not with each of many changes. */
  update(changes: readonly FileChange[], checks: 'now' | 'later' = 'now'): IndexChange {
    const defined = this.definesAnything;
    const { edits, silent, toggled, anchored } = this.#accept(changes);
    const changedFiles = new Set([...edits.keys(), ...silent]);
    const toCheck = new Set(edits.keys());
    const dirty = new Set<string>();

    const itemsChange = this.items.update(edits);
    for (const prefix of itemsChange.prefixes) {
      for (const near of [prefix, ...this.references.prefixesNear(prefix)])
        for (const id of this.references.idsWithPrefix(near)) itemsChange.ids.add(id);
    }
    for (const id of this.#renames.update(edits)) itemsChange.ids.add(id);
    for (const id of itemsChange.ids) for (const { to } of this.#renames.from(id)) itemsChange.ids.add(to);
    // The "did you mean" of a reference to nothing may be another when an id near it comes or goes.
    const unsure = [...itemsChange.ids].flatMap((id) => this.references.filesNearlyNaming(id));
    for (const path of unsure) {
      changedFiles.add(path);
      toCheck.add(path);
    }
    const touched = this.#resolve(edits, itemsChange, dirty);
    for (const path of touched) {
      changedFiles.add(path);
      toCheck.add(path);
    }
    for (const path of itemsChange.documents) {
      toCheck.add(path);
      changedFiles.add(path);
      for (const { key } of this.items.defined(path)) dirty.add(key);
    }
    for (const [path, keys] of itemsChange.rewritten) {
      toCheck.add(path);
      changedFiles.add(path);
      for (const key of keys) dirty.add(key);
    }
    const troubled = this.#evidence;
    if (this.#relocateEvidence(toggled)) {
      for (const path of [...troubled.troubled(), ...this.#evidence.troubled()]) toCheck.add(path);
      for (const key of this.items.keys()) dirty.add(key);
      for (const path of this.references.files()) toCheck.add(path);
    }
    const vanished = [...itemsChange.keys].filter((key) => !this.items.item(key));
    for (const path of arrangeCovers(this, new Set([...touched, ...itemsChange.documents]), vanished, dirty)) {
      toCheck.add(path);
    }
    const changedItems = new Set(itemsChange.keys);
    for (const item of this.coverage.update(dirty, vanished)) changedItems.add(item.key);
    for (const key of changedItems) {
      const item = this.items.item(key);
      if (!item) continue;
      changedFiles.add(item.path);
      toCheck.add(item.path);
    }
    addDependents(this, toCheck, itemsChange, { toggled, anchored });
    if (toggled.size > 0 || edits.has(CONFIGURATION_FILE) || defined !== this.definesAnything) {
      this.#unmatched = undefined;
      for (const path of this.findings.dependentsOn('folder')) toCheck.add(path);
    }
    for (const path of toCheck) this.#unchecked.add(path);
    if (checks === 'now') for (const path of this.#checkAll()) changedFiles.add(path);
    return { changedFiles, changedItems };
  }

  /** Makes the findings of a file that waits for it. Gives what changed by that; undefined where none waits. */
  checkNext(): IndexChange | undefined {
    for (const path of this.#unchecked) {
      this.#unchecked.delete(path);
      return { changedFiles: new Set(this.#check(path) ? [path] : []), changedItems: NO_ITEMS };
    }
    return undefined;
  }

  /** @returns the files whose findings are others now. */
  #checkAll(): FilePath[] {
    const changed = [...this.#unchecked].filter((path) => this.#check(path));
    this.#unchecked.clear();
    return changed;
  }

  /** True if results may belong to other tests now. */
  #relocateEvidence(toggled: ReadonlySet<FilePath>): boolean {
    const before = this.#evidence;
    this.#evidence = before.relocated(toggled);
    return this.#evidence !== before;
  }

  /** Makes the findings of files with results, which may be no files of the folder. To be called once, after the first update. */
  checkEvidence(): void {
    for (const path of this.#evidence.troubled()) this.#check(path);
  }

  /** What an outcome stands for in terms of items. */
  resolution(outcome: Outcome, meaning: Meaning, from: FilePath): Resolution {
    switch (outcome.kind) {
      case 'item': {
        const item = this.items.item(outcome.key);
        return item ? { kind: 'item', item, step: outcome.step } : { kind: 'unknown', suggestions: [] };
      }
      case 'ambiguous':
        return { kind: 'ambiguous', candidates: outcome.keys.flatMap((key) => this.items.item(key) ?? []) };
      case 'external':
        return { kind: 'external', address: outcome.address };
      case 'unknown':
        return {
          kind: 'unknown',
          ...(outcome.declarable !== undefined && { declarable: outcome.declarable }),
          suggestions: this.resolver.suggest(meaning, from),
        };
      case 'foreign':
        return { kind: 'foreign' };
    }
  }

  /** The requirement that says `**Covers**: …`. */
  lowerOf({ path, lower = '', namespace }: Ref): RequirementItem | undefined {
    return this.items.requirementIn(path, lower, namespace);
  }

  /** Takes what differs from what is known; the last change of a file counts. */
  #accept(changes: readonly FileChange[]) {
    const edits = new Map<FilePath, FileFacts | undefined>();
    /** Files that said nothing before and do not now; most of a large tree. */
    const silent: FilePath[] = [];
    const toggled = new Set<FilePath>();
    const anchored = new Set<FilePath>();
    for (const [path, facts] of new Map(changes.map((change) => [change.path, change.facts]))) {
      const known = this.files.has(path);
      if (!facts && !known) continue;
      // What is a test now is to results as if it had come.
      if (facts?.role !== this.files.roleOf(path)) toggled.add(path);
      const telling = facts && saysAnything(facts) ? facts : undefined;
      const before = this.#facts.get(path);
      if (telling ? before && sameValue(before, telling) : !before && facts?.role === this.files.roleOf(path)) continue;
      if (!sameValue(before?.anchors, telling?.anchors) || !sameValue(before?.page, telling?.page)) anchored.add(path);
      if (telling ?? before) edits.set(path, telling);
      else silent.push(path);
      if (facts) this.files.set(path, facts.role);
      else this.files.delete(path);
      // Most files of a large tree say nothing: for those, role and path are all that is kept.
      if (telling) this.#facts.set(path, telling);
      else this.#facts.delete(path);
    }
    return { edits, silent, toggled, anchored };
  }

  /** @returns files of which at least one reference means something else now. */
  #resolve(
    changes: ReadonlyMap<FilePath, FileFacts | undefined>,
    { ids, documents, single, restating }: ItemsChange,
    dirty: Set<string>,
  ): Set<FilePath> {
    const named = this.#namespaces.update(changes);
    // A document may have another key now, which is its namespace if it names none.
    for (const document of documents) for (const path of this.#namespaces.namedBy(document)) named.add(path);
    // What a name stands for may have changed, and so what is written where it is used.
    const renewed = this.#aliases.update(changes, named.size > 0 || single.size > 0);
    for (const path of this.quotes.update(changes)) renewed.add(path);
    for (const path of restating) if (!changes.has(path)) renewed.add(path);
    const edits = new Map([...changes, ...Array.from(renewed, (path) => [path, this.#facts.get(path)] as const)]);
    const affected = new Set([...edits.keys(), ...named]);
    const touched = new Set(renewed);
    for (const [path, facts] of edits) {
      for (const { outcome } of this.references.inFile(path)) this.#markTarget(outcome, dirty);
      const expanded = this.quotes.expanded(path, this.#aliases.expanded(path, facts));
      this.references.replace(path, expanded, (localId) => this.items.isRestated(path, localId));
    }
    for (const id of ids) for (const path of this.references.filesNaming(id)) affected.add(path);
    for (const path of affected) {
      const isNew = edits.has(path);
      for (const ref of this.references.inFile(path)) {
        const { outcome: before } = ref;
        if (!isNew && !named.has(path) && !namesAny(ref, ids)) continue;
        const outcome = this.#meaningOf(ref);
        // What an unknown id might have meant can change while it stays unknown.
        if (outcome.kind === 'unknown') touched.add(path);
        if (!isNew && sameValue(before, outcome)) continue;
        touched.add(path);
        this.#markTarget(before, dirty);
        this.#markTarget(outcome, dirty);
        this.references.settle(ref, outcome);
      }
      this.references.noteUnknown(path);
    }
    return touched;
  }

  #meaningOf(ref: Ref): Outcome {
    const { reference, path, restates, joined, proposal } = ref;
    const asked = asksForItem(ref);
    if (reference.quoted === 'text') return { kind: 'external', address: reference.text };
    if (reference.quoted !== undefined) return { kind: 'unknown' };
    if (proposal) {
      // A change asks for what it changes, whether or not anything is written in its notation yet.
      const { notation: _notation, ...written } = reference;
      return this.resolver.resolve(written, path, asked);
    }
    const resolve = (written: Reference): Outcome => this.resolver.resolve(written, path, asked);
    if (restates === undefined) return settled(joined ? joinedOutcome(reference, joined, resolve) : resolve(reference), reference);
    const item = this.items.requirementIn(path, restates);
    return item && item.path !== path ? { kind: 'item', key: item.key, step: 'own' } : { kind: 'foreign' };
  }

  #markTarget(outcome: Outcome, dirty: Set<string>): void {
    const item = outcome.kind === 'item' ? this.items.item(outcome.key) : undefined;
    if (item) dirty.add(requirementOf(item).key);
  }

  #check(path: FilePath): boolean {
    const troubled = this.#evidence.problemsOf(path).length > 0;
    const facts = this.#facts.get(path) ?? (troubled ? emptyFacts(path, this.files.roleOf(path) ?? 'other') : undefined);
    if (!facts) return this.findings.clear(path);
    const dependencies = new Set<Dependency>();
    return this.findings.check(checkedFile(this, facts, dependencies), dependencies);
  }
}
