import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { isPlain, notationMark } from '../../model/notation.ts';
import { requirementOf } from '../../model/item.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import { endsWithPath, tailsOf } from './pathTails.ts';
import { aliasesOf, isFoundById, isImplicit, namesOf } from './items.ts';
import { NearIds } from './nearIds.ts';

/** So many items of one id are worth an order of their own. */
const MANY = 20;

/** What items are called, and which prefixes and notations are in use with them. */
export class ItemNames {
  readonly #grammar: IdGrammar;
  readonly #byId = new MultiMap<string, Item>();
  readonly #byAlias = new MultiMap<string, Item>();
  readonly #idsByPrefix = new MultiMap<string, string>();
  readonly #nearIds = new NearIds();
  /** Of the ids that very many items have, those of each path and namespace; made when they are asked for. */
  readonly #byPlace = new Map<string, MultiMap<string, Item>>();
  readonly #byTail = new Map<string, MultiMap<string, Item>>();
  #version = 0;
  readonly #nearPrefixes = new NearIds();

  constructor(grammar: IdGrammar) {
    this.#grammar = grammar;
  }

  /** Requirements and whole criteria of that local id, implicit requirements included, and those that have it for another name. */
  *withId(localId: string): Iterable<Item> {
    yield* this.#byId.get(localId);
    yield* this.#byAlias.get(localId);
  }

  /** Another number whenever some id may mean other items than before. */
  get version(): number {
    return this.#version;
  }

  /** Of `withId` those that a file defines, or that are in its namespace; what is numbered anew in each feature may be many. */
  *withIdAt(localId: string, path: FilePath, namespace: string | undefined): Iterable<Item> {
    for (const item of this.#placed(localId, path)) yield item;
    if (namespace === undefined) return;
    for (const item of this.#placed(localId, namespace)) if (item.path !== path) yield item;
  }

  /** Of `withId` those in a namespace, or of a document, whose path ends so: `008` of `specs/008-kettle`. */
  withIdIn(localId: string, tail: string): Iterable<Item> {
    const known = this.#byTail.get(localId);
    if (known) return known.get(tail);
    const all = [...this.withId(localId)];
    if (all.length < MANY) return all.filter((item) => isWithin(requirementOf(item), tail));
    const made = new MultiMap<string, Item>();
    for (const item of all) {
      const { namespace, documentKey } = requirementOf(item);
      for (const end of [...tailsOf(namespace), ...tailsOf(documentKey)]) made.add(end, item);
    }
    this.#byTail.set(localId, made);
    return made.get(tail);
  }

  /** Items of an id that may be of a path or a namespace: just those where there are many. */
  #placed(localId: string, place: string): Iterable<Item> {
    const known = this.#byPlace.get(localId);
    if (known) return known.get(place);
    const all = [...this.withId(localId)];
    const isAt = (item: Item): boolean => item.path === place || requirementOf(item).namespace === place;
    if (all.length < MANY) return all.filter(isAt);
    const made = new MultiMap<string, Item>();
    for (const item of all) for (const at of [item.path, requirementOf(item).namespace]) made.add(at, item);
    this.#byPlace.set(localId, made);
    return made.get(place);
  }

  /** Those that have it for their own. */
  withOwnId(localId: string): Iterable<Item> {
    return this.#byId.get(localId);
  }

  /** Local ids close to one that does not exist. */
  near(localId: string): readonly string[] {
    return this.#nearIds.near(localId);
  }

  /** True if a requirement or a whole criterion has an id of this prefix. */
  usesPrefix(prefix: string): boolean {
    return this.#idsByPrefix.has(prefix);
  }

  /** True if a requirement is written in the notation. */
  usesNotation(notation: string): boolean {
    return isPlain({ notation }) || this.#idsByPrefix.has(notationMark(notation));
  }

  /** Prefixes that `usesPrefix` is true of and that one letter makes another of this one, `REQ` for `REG`. */
  nearPrefixes(prefix: string): readonly string[] {
    return this.#nearPrefixes.near(prefix);
  }

  /** Prefixes that `usesPrefix` is true of, and marks of the notations in use. */
  prefixes(): Iterable<string> {
    return this.#idsByPrefix.keys();
  }

  /** @param prefixes takes the prefixes and marks of notations that came into use; one that left it before is taken out. */
  add(item: Item, prefixes: Set<string>): void {
    this.#change(item);
    this.#toggleNotation(item, 'add', prefixes);
    for (const alias of this.#aliasesOf(item)) this.#byAlias.add(alias, item);
    if (!isFoundById(item)) return;
    const id = item.facts.localId;
    if (!this.#byId.has(id)) this.#nearIds.add(id);
    this.#byId.add(id, item);
    this.#togglePrefix(item, 'add', prefixes);
  }

  /** @param prefixes takes those that are in use no longer. */
  delete(item: Item, prefixes: Set<string>): void {
    this.#change(item);
    this.#toggleNotation(item, 'delete', prefixes);
    for (const alias of this.#aliasesOf(item)) this.#byAlias.delete(alias, item);
    if (!isFoundById(item)) return;
    const id = item.facts.localId;
    this.#byId.delete(id, item);
    if (!this.#byId.has(id)) this.#nearIds.delete(id);
    if (![...this.#byId.get(id)].some((other) => !isImplicit(other))) this.#togglePrefix(item, 'delete', prefixes);
  }

  #change(item: Item): void {
    this.#version += 1;
    for (const name of namesOf(item)) {
      this.#byPlace.delete(name);
      this.#byTail.delete(name);
    }
  }

  /** Other names under which an item is found without its requirement: of a criterion that is not one by itself, whole ids alone (`US-1.2`, not `AC2`). */
  #aliasesOf(item: Item): readonly string[] {
    const aliases = aliasesOf(item);
    return isFoundById(item) ? aliases : aliases.filter((alias) => this.#grammar.isId(alias));
  }

  #togglePrefix(item: Item, action: 'add' | 'delete', prefixes: Set<string>): void {
    if (!isImplicit(item)) this.#toggle(this.#grammar.prefixOf(item.facts.localId), item.facts.localId, action, prefixes);
  }

  /** A notation is in use from its first requirement to its last. */
  #toggleNotation(item: Item, action: 'add' | 'delete', prefixes: Set<string>): void {
    if (item.type !== 'requirement' || isPlain(item)) return;
    this.#toggle(notationMark(item.notation), item.key, action, prefixes);
  }

  #toggle(prefix: string, value: string, action: 'add' | 'delete', prefixes: Set<string>): void {
    const known = this.#idsByPrefix.has(prefix);
    this.#idsByPrefix[action](prefix, value);
    if (known === this.#idsByPrefix.has(prefix)) return;
    // An id of a pattern of the project's own is its own prefix, and there may be very many.
    if (prefix !== value) this.#nearPrefixes[action](prefix);
    // Leaving and entering in one update is not a change.
    if (!prefixes.delete(prefix)) prefixes.add(prefix);
  }
}

/** True for a trailing part of a namespace's path, or of its document's key, which is another name of it. */
function isWithin({ namespace, documentKey }: RequirementItem, tail: string): boolean {
  return endsWithPath(namespace, tail) || endsWithPath(documentKey, tail);
}
