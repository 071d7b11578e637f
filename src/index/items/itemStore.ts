import type { FileFacts, RequirementFacts } from '../../model/facts.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { requirementOf, withCriteria } from '../../model/item.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { DocumentKeys } from './documentKeys.ts';
import { MultiMap } from '../multiMap.ts';
import { ItemNames } from './itemNames.ts';
import { nothingChanged } from './itemsChange.ts';
import type { ItemsChange } from './itemsChange.ts';
import {
  aliasesOf,
  isAmended,
  isFoundById,
  isNamedAnew,
  isTitledAnew,
  keyOf,
  makeRequirement,
  namesOf,
  reuse,
  sameIdentity,
} from './items.ts';
import { NotationNamespaces } from './notationNamespaces.ts';
import { endsWithPath } from './pathTails.ts';
import { RestatedPlaces } from './restated.ts';
import { rewrittenIn } from './rewritten.ts';
import type { Rewritten } from './rewritten.ts';
import { compareText } from '../order.ts';
import { sameValue } from '../../model/sameValue.ts';
import { isOneItem } from './places.ts';
import type { DocumentView } from '../view.ts';

/** Requirements and criteria of all documents, by key and by id. */
export class ItemStore {
  /** By what its items are found. */
  readonly names: ItemNames;
  readonly #grammar: IdGrammar;
  readonly #keys = new DocumentKeys();
  readonly #facts = new Map<FilePath, FileFacts>();
  readonly #documents = new Map<FilePath, DocumentView>();
  /** What documents of changes would make of requirements that exist. */
  readonly #amended = new Map<FilePath, readonly RequirementItem[]>();
  readonly #items = new Map<string, Item>();
  /**
   * Keys that the requirements of a document claim. Of two documents of one namespace the nearest to the work has the key, else the first by path; one
   * in which the item is no more than planned has it only where no other does.
   */
  readonly #claims = new Map<FilePath, Map<string, RequirementFacts>>();
  readonly #claimants = new MultiMap<string, FilePath>();
  readonly #namespaces = new NotationNamespaces();
  readonly #restated = new RestatedPlaces();
  #sorted: readonly DocumentView[] | undefined;
  #sortedChanges: readonly DocumentView[] | undefined;

  constructor(grammar: IdGrammar) {
    this.#grammar = grammar;
    this.names = new ItemNames(grammar);
  }

  item(key: string): Item | undefined {
    return this.#items.get(key);
  }

  /** Keys of all items. */
  keys(): Iterable<string> {
    return this.#items.keys();
  }

  /** The requirement, if the key is one's. */
  requirement(key: string): RequirementItem | undefined {
    const item = this.#items.get(key);
    return item?.type === 'requirement' ? item : undefined;
  }

  /**
   * The requirement of that local id that a document defines and that counts, or of which it is a further place.
   *
   * @param namespace its own, since a document of several modules may number each.
   */
  requirementIn(path: FilePath, localId: string, namespace?: string): RequirementItem | undefined {
    const own = namespace === undefined ? undefined : this.requirement(`${namespace}#${localId}`);
    if (own?.path === path) return own;
    const defined = this.#documents.get(path)?.requirements.find(({ facts }) => facts.localId === localId);
    return defined ?? this.#further(path).find(({ facts }) => facts.localId === localId);
  }

  /** Requirements that a document defines and that count, and those of which it is a further place. */
  requirementsAt(path: FilePath): readonly RequirementItem[] {
    return [...(this.#documents.get(path)?.requirements ?? []), ...this.#further(path)];
  }

  /** Everything that a document defines, what it only plans or amends included. */
  defined(path: FilePath): readonly RequirementItem[] {
    const document = this.#documents.get(path);
    if (!document) return [];
    const amended = this.#amended.get(path) ?? [];
    return document.planned.length + amended.length > 0
      ? [...document.requirements, ...document.planned, ...amended]
      : document.requirements;
  }

  /** The document that has the requirement of this key: of all that define it, else of all that plan it, the nearest to the work, else the first by path. */
  ownerOf(key: string): FilePath | undefined {
    let owner: FilePath | undefined;
    let nearest = 0;
    for (const path of this.#claimants.get(key)) {
      const facts = this.#claims.get(path)?.get(key);
      if (facts && this.isRestated(path, facts.localId)) continue;
      const distance = facts?.planned === undefined ? (facts?.place?.distance ?? 0) : Infinity;
      if (owner !== undefined && (distance > nearest || (distance === nearest && path > owner))) continue;
      owner = path;
      nearest = distance;
    }
    return owner;
  }

  /** Where else a requirement is written than in the document that has it, nearest first. */
  furtherPlaces(key: string): readonly { readonly path: FilePath; readonly facts: RequirementFacts }[] {
    const places: { readonly path: FilePath; readonly facts: RequirementFacts }[] = [];
    for (const path of this.#claimants.get(key)) {
      const facts = this.#claims.get(path)?.get(key);
      if (facts && this.isFurtherPlace(key, path)) places.push({ path, facts });
    }
    const distance = ({ place }: RequirementFacts): number => place?.distance ?? 0;
    return places.sort((a, b) => distance(a.facts) - distance(b.facts) || compareText(a.path, b.path));
  }

  /** True for a document that writes the requirement of this key again, whose text and criteria another one gives. */
  isFurtherPlace(key: string, path: FilePath): boolean {
    const facts = this.#claims.get(path)?.get(key);
    if (facts && this.isRestated(path, facts.localId)) return true;
    const owner = facts?.place && this.ownerOf(key);
    const owning = owner === undefined || owner === path ? undefined : this.#claims.get(owner)?.get(key);
    return facts !== undefined && owning !== undefined && isOneItem(owning, facts);
  }

  /** True for what a document only writes again and another one defines: the plan beside a specification. */
  isRestated(path: FilePath, localId: string): boolean {
    return this.#restated.definitionOf(path, localId) !== undefined;
  }

  /** Requirements of an id that a document with such a path or key only writes again, `docs/plan` in `docs/plan#REQ-1`. */
  restatedIn(document: string, localId: string): readonly RequirementItem[] {
    const found = new Set<RequirementItem>();
    for (const path of this.#restated.restating(localId)) {
      if (path !== document && !endsWithPath(this.#keys.keyOf(path), document)) continue;
      const item = this.#further(path).find(({ facts }) => facts.localId === localId);
      if (item) found.add(item);
    }
    return [...found];
  }

  /** Requirements of a document whose keys another document has; that a change plans what exists or another change plans is not rivalry. */
  rivals(path: FilePath): readonly { readonly facts: RequirementFacts; readonly path: FilePath }[] {
    const facts = this.#facts.get(path);
    if (!facts) return [];
    const documentKey = this.#keys.keyOf(path);
    return facts.requirements.flatMap((requirement) => {
      const key = keyOf(requirement, documentKey);
      const owner = this.ownerOf(key);
      if (owner === undefined || owner === path || requirement.planned !== undefined || this.isFurtherPlace(key, path)) return [];
      return [{ facts: requirement, path: owner }];
    });
  }

  /** Requirements that a document plans and that exist already, or that another change plans as well, with what has the key. */
  plannedTwice(path: FilePath): readonly { readonly facts: RequirementFacts; readonly item: RequirementItem }[] {
    const facts = this.#facts.get(path);
    if (!facts) return [];
    const documentKey = this.#keys.keyOf(path);
    return facts.requirements.flatMap((requirement) => {
      const item = requirement.planned === undefined ? undefined : this.requirement(keyOf(requirement, documentKey));
      return item && item.path !== path ? [{ facts: requirement, item }] : [];
    });
  }

  /** True if all requirements of a notation are numbered within one namespace. */
  hasOneNamespace(notation: string): boolean {
    return this.#namespaces.isOne(notation);
  }

  document(path: FilePath): DocumentView | undefined {
    return this.#documents.get(path);
  }

  /** The earlier document that has the key which this one claims too. */
  keyRival(path: FilePath): FilePath | undefined {
    const owner = this.#keys.ownerOf(path);
    return this.#documents.has(path) && owner !== path ? owner : undefined;
  }

  documents(): readonly DocumentView[] {
    this.#sorted ??= this.#inOrder(({ requirements }) => requirements.length > 0);
    return this.#sorted;
  }

  /** Documents with requirements that are no more than planned. */
  changes(): readonly DocumentView[] {
    this.#sortedChanges ??= this.#inOrder(({ planned }) => planned.length > 0);
    return this.#sortedChanges;
  }

  #inOrder(wanted: (document: DocumentView) => boolean): readonly DocumentView[] {
    return [...this.#documents.values()].filter(wanted).sort((a, b) => compareText(a.path, b.path));
  }

  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>): ItemsChange {
    const change = nothingChanged();
    for (const [path, facts] of changes) {
      const defining = facts?.requirements.length ? facts : undefined;
      const known = this.#facts.get(path);
      if (!defining && !known) continue;
      if (defining && known && this.#rewrite(path, known, defining, change)) continue;
      if (defining) this.#facts.set(path, defining);
      else this.#facts.delete(path);
      for (const affected of this.#keys.claim(path, defining)) change.documents.add(affected);
    }
    if (change.documents.size === 0) return change;
    this.#noteRestated(changes, change);
    this.#sorted = undefined;
    this.#sortedChanges = undefined;
    const before = new Map<string, Item>();
    // Rivals of those that change come along; the set grows as it is gone through.
    for (const path of change.documents) {
      const claimed = this.#claims.get(path)?.keys() ?? [];
      for (const key of [...claimed, ...this.#keysIn(path).keys()])
        for (const rival of this.#claimants.get(key)) change.documents.add(rival);
    }
    const single = this.#namespaces.single();
    // All leave before any returns: a key may pass from one document to another.
    for (const path of change.documents) this.#leave(path, before, change);
    for (const path of change.documents) this.#claim(path);
    for (const path of change.documents) this.#enter(path, before, change);
    for (const [key, item] of before) {
      if (!this.#items.has(key)) this.#noteId(key, item, change);
    }
    this.#noteReach(single, change);
    // What is proposed for another name of an item is written by its id.
    for (const id of change.ids) for (const item of this.names.withOwnId(id)) for (const alias of aliasesOf(item)) change.ids.add(alias);
    return change;
  }

  /** Takes facts of which only requirements read differently that nobody else writes; false where there is more to do. */
  #rewrite(path: FilePath, before: FileFacts, now: FileFacts, change: ItemsChange): boolean {
    const document = this.#documents.get(path);
    const rewritten = document && rewrittenIn(before, now);
    if (!rewritten || document.requirements.length !== now.requirements.length) return false;
    const isOwn = ({ at, before: { localId } }: Rewritten): boolean => {
      const item = document.requirements[at];
      return item?.facts.localId === localId && this.#restated.isAlone(path, localId) && [...this.#claimants.get(item.key)].length === 1;
    };
    if (!rewritten.every(isOwn)) return false;
    const requirements = [...document.requirements];
    const keys: string[] = [];
    for (const { at, now: facts } of rewritten) {
      const old = requirements[at];
      if (!old) continue;
      const made = makeRequirement(facts, path, document.key);
      for (const item of withCriteria(old)) this.names.delete(item, change.prefixes);
      for (const item of withCriteria(made)) {
        if (!sameValue(this.#items.get(item.key)?.facts, item.facts)) change.keys.add(item.key);
        this.#items.set(item.key, item);
        this.names.add(item, change.prefixes);
      }
      this.#claims.get(path)?.set(made.key, facts);
      this.#restated.rewrite(path, facts);
      requirements[at] = made;
      keys.push(made.key);
    }
    this.#facts.set(path, now);
    this.#documents.set(path, { ...document, requirements });
    this.#sorted = undefined;
    change.rewritten.set(path, keys);
    return true;
  }

  /** What is written again elsewhere now has no key of its own; what refers to it means something else. */
  #noteRestated(changes: ReadonlyMap<FilePath, FileFacts | undefined>, change: ItemsChange): void {
    const edits = new Map(Array.from(changes).filter(([path]) => change.documents.has(path)));
    for (const { path, localId, before, after } of this.#restated.update(edits)) {
      change.restating.add(path);
      change.ids.add(localId);
      for (const [key, facts] of this.#claims.get(path) ?? []) if (facts.localId === localId) change.keys.add(key);
      const key = this.#definedKey(path, localId);
      if (key !== undefined) change.keys.add(key);
      for (const document of [path, before, after]) if (document !== undefined) change.documents.add(document);
    }
  }

  /** Where a notation has one namespace now and had not, or the other way round, its numbers in code mean something else. */
  #noteReach(before: ReadonlySet<string>, change: ItemsChange): void {
    const after = this.#namespaces.single();
    for (const notation of [...before, ...after]) if (before.has(notation) !== after.has(notation)) change.single.add(notation);
    if (change.single.size === 0) return;
    for (const item of this.#items.values()) {
      if (isFoundById(item) && change.single.has(requirementOf(item).notation))
        change.prefixes.add(this.#grammar.prefixOf(item.facts.localId));
    }
  }

  #leave(path: FilePath, before: Map<string, Item>, change: ItemsChange): void {
    for (const requirement of this.defined(path)) {
      if (requirement.facts.planned === undefined) this.#namespaces.delete(requirement);
      for (const item of withCriteria(requirement)) {
        before.set(item.key, item);
        this.#items.delete(item.key);
        this.names.delete(item, change.prefixes);
      }
    }
    this.#documents.delete(path);
    this.#amended.delete(path);
  }

  #enter(path: FilePath, before: ReadonlyMap<string, Item>, change: ItemsChange): void {
    const facts = this.#facts.get(path);
    if (!facts) return;
    const key = this.#keys.keyOf(path);
    const byKey = new Map<string, RequirementItem>();
    for (const item of facts.requirements) {
      const made = makeRequirement(item, path, key);
      // Readers report a second requirement of the same id; the first is the one that counts.
      if (!byKey.has(made.key) && this.ownerOf(made.key) === path) byKey.set(made.key, reuse(made, before.get(made.key)));
    }
    const all = [...byKey.values()];
    const isPlanned = ({ facts: { planned } }: RequirementItem): boolean => planned !== undefined;
    const planned = all.filter((item) => isPlanned(item) && !isAmended(item));
    const amended = all.filter(isAmended);
    const requirements = planned.length + amended.length > 0 ? all.filter((item) => !isPlanned(item)) : all;
    this.#documents.set(path, { path, key, requirements, planned });
    if (amended.length > 0) this.#amended.set(path, amended);
    for (const requirement of all) {
      if (requirement.facts.planned === undefined) this.#namespaces.add(requirement);
      const titledAnew = isTitledAnew(before.get(requirement.key), requirement);
      for (const item of withCriteria(requirement)) {
        // Of items with one id, the titles say which of them only writes another one again.
        if (titledAnew && isFoundById(item)) change.ids.add(item.facts.localId);
        this.#items.set(item.key, item);
        this.names.add(item, change.prefixes);
        const old = before.get(item.key);
        if (!old || !sameIdentity(old, item) || isNamedAnew(old, item)) {
          this.#noteId(item.key, item, change);
          // It is found by its former names no longer.
          if (old) this.#noteId(item.key, old, change);
        } else if (old.path !== item.path || !sameValue(old.facts, item.facts)) change.keys.add(item.key);
      }
    }
  }

  /** Keys of the requirements of a document as its facts have them; of a second requirement of one id nothing is kept. */
  #keysIn(path: FilePath): Map<string, RequirementFacts> {
    const keys = new Map<string, RequirementFacts>();
    const documentKey = this.#keys.keyOf(path);
    for (const requirement of this.#facts.get(path)?.requirements ?? []) {
      const key = this.#definedKey(path, requirement.localId) ?? keyOf(requirement, documentKey);
      if (!keys.has(key)) keys.set(key, requirement);
    }
    return keys;
  }

  /** The key of what a document only writes again. */
  #definedKey(path: FilePath, localId: string): string | undefined {
    const definition = this.#restated.definitionOf(path, localId);
    const facts = definition && this.#facts.get(definition)?.requirements.find((one) => one.localId === localId);
    return facts && keyOf(facts, this.#keys.keyOf(definition));
  }

  #claim(path: FilePath): void {
    for (const key of this.#claims.get(path)?.keys() ?? []) this.#claimants.delete(key, path);
    const keys = this.#keysIn(path);
    for (const key of keys.keys()) this.#claimants.add(key, path);
    if (keys.size) this.#claims.set(path, keys);
    else this.#claims.delete(path);
  }

  /** Requirements of which a document is a further place, in its order. */
  #further(path: FilePath): readonly RequirementItem[] {
    const found: RequirementItem[] = [];
    for (const [key, { place, localId }] of this.#claims.get(path) ?? []) {
      const item = (place ?? this.isRestated(path, localId)) && this.isFurtherPlace(key, path) ? this.requirement(key) : undefined;
      if (item) found.push(item);
    }
    return found;
  }

  /** An item that appeared or vanished changes what its own ids mean, and its requirement's. */
  #noteId(key: string, item: Item, change: ItemsChange): void {
    change.keys.add(key);
    for (const id of namesOf(item)) change.ids.add(id);
    if (item.type === 'criterion') for (const id of namesOf(item.requirement)) change.ids.add(id);
  }
}
