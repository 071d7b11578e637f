import type { Configuration } from '../../model/configuration.ts';
import { addressOf, externalKeyOf } from '../../model/externalKey.ts';
import type { Reference } from '../../model/facts.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import type { Item, RequirementItem, ResolutionStep } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { isPlain } from '../../model/notation.ts';
import type { FilePath } from '../../model/position.ts';
import { isAmended, isImplicit } from '../items/items.ts';
import type { ItemStore } from '../items/itemStore.ts';
import { nearestFirst } from '../items/nearIds.ts';
import { nearestTo } from './namespaces.ts';
import type { Namespaces } from './namespaces.ts';
import type { Renames } from './renames.ts';
import { compareText } from '../order.ts';
import { endsWithPath } from '../items/pathTails.ts';
import { withoutRestated } from '../items/restating.ts';

/** The parts of a reference that say what it means. */
export type Meaning = Pick<Reference, 'id' | 'document' | 'criterion' | 'revision' | 'notation' | 'scope' | 'reach'>;

/**
 * What a reference means, by keys, so that it stays true while the items themselves are made again.
 * The candidates of an ambiguous one are in order of their keys.
 */
export type Outcome =
  | { readonly kind: 'item'; readonly key: string; readonly step: ResolutionStep }
  | { readonly kind: 'ambiguous'; readonly keys: readonly string[] }
  | { readonly kind: 'unknown'; readonly declarable?: string }
  | { readonly kind: 'external'; readonly address: string }
  | { readonly kind: 'foreign' };

/** What ids without a place mean, for as long as no item comes, goes or reads differently. */
interface Everywhere {
  readonly version: number;
  readonly holders: Map<string, readonly Item[]>;
  /** By id and criterion. */
  readonly keys: Map<string, readonly string[]>;
}

/** How many suggestions a person can take in. */
const MOST_SUGGESTIONS = 3;

/** How many siblings are looked at for one; no requirement that a person wrote has more criteria. */
const MOST_COMPARED = 200;

// @implements RT-2.3~69824d
/** Finds the item that a reference means, and the reference that means an item. */
export class Resolver {
  readonly #items: ItemStore;
  readonly #namespaces: Namespaces;
  readonly #renames: Renames;
  readonly #grammar: IdGrammar;
  readonly #keys: Configuration['keys'];
  /** Prefixes that the project's own labels make. */
  readonly #labelled: ReadonlySet<string>;
  #everywhere: Everywhere | undefined;

  constructor(
    items: ItemStore,
    namespaces: Namespaces,
    renames: Renames,
    grammar: IdGrammar,
    { keys, labels }: Pick<Configuration, 'keys' | 'labels'>,
  ) {
    this.#keys = keys;
    this.#labelled = new Set(Object.values(labels));
    this.#items = items;
    this.#namespaces = namespaces;
    this.#renames = renames;
    this.#grammar = grammar;
  }

  /**
   * `overview#IP-1` means the one namespace (or document) whose path ends in `overview` and that has this id. A bare id is looked for step by
   * step, and the first step that finds any decides: where a scope written around it points; in the namespace of its own file; in the one
   * namespace whose documents name its file; in the notation of its words; everywhere. Two hits at a step are ambiguous; but an item that is no more
   * than planned steps back behind one that counts, and another name of an item behind the id of one, so that a change that is opened makes no
   * reference ambiguous. One of limited reach stops before the last two.
   *
   * @param asked true where an annotation's keyword asks for an id, so that one of an unknown prefix is
   *   `unknown`; elsewhere such an id (`UTF-8`) is `foreign`. So is everything in words of a notation in which nothing is defined.
   */
  resolve(meaning: Meaning, from: FilePath, asked: boolean): Outcome {
    const { step, holders } = this.#holders(meaning, from);
    const keys = step === 'everywhere' ? this.#keysEverywhere(meaning, holders) : this.#keysOf(meaning, holders);
    const [only] = keys;
    if (only === undefined && meaning.notation === undefined) {
      const external = externalKeyOf(meaning, this.#grammar.prefixOf);
      const address = external && addressOf(this.#keys, external);
      if (address !== undefined) return { kind: 'external', address };
    }
    // A number that nothing ties to a namespace, or only that this file is named there, may be one of something else.
    const isLoose = meaning.reach === 'only' && (step === undefined || step === 'named');
    const isSilent = isLoose || this.#isSilent(meaning) || (!asked && this.#isForeign(meaning.id));
    if (only === undefined) return isSilent ? { kind: 'foreign' } : this.#unknown(meaning);
    return keys.length === 1 && step !== undefined ? { kind: 'item', key: only, step } : { kind: 'ambiguous', keys };
  }

  /** Keys of what a reference means among the items that have its id, in order. */
  #keysOf(meaning: Meaning, holders: readonly Item[]): readonly string[] {
    const meant = preferred(holders, meaning.id);
    const parts = meant.flatMap((holder) => this.#partOf(holder, meaning.criterion) ?? []);
    const kept = parts.length > 1 && meaning.document === undefined ? withoutRestated(parts) : parts;
    if (kept.length === 0) return this.#amended(meant, meaning);
    return kept.map(({ key }) => key).sort(compareText);
  }

  /** The same for an id that is looked for everywhere, which is asked from many files and may have very many items. */
  #keysEverywhere(meaning: Meaning, holders: readonly Item[]): readonly string[] {
    const { keys } = this.#everywhereNow();
    const name = `${meaning.id}/${meaning.criterion ?? ''}`;
    const known = keys.get(name) ?? this.#keysOf(meaning, holders);
    keys.set(name, known);
    return known;
  }

  /** Items that are found by an id wherever they stand, without those that a file writes again in a report. */
  #holdersEverywhere(id: string): readonly Item[] {
    const { holders } = this.#everywhereNow();
    const known = holders.get(id) ?? withoutReports(this.#explicit(id));
    holders.set(id, known);
    return known;
  }

  #explicit(id: string): readonly Item[] {
    return [...this.#items.names.withId(id)].filter(isExplicit);
  }

  #everywhereNow(): Everywhere {
    const { version } = this.#items.names;
    if (this.#everywhere?.version !== version) this.#everywhere = { version, holders: new Map(), keys: new Map() };
    return this.#everywhere;
  }

  /** The shortest reference that means the item when it is written in this file; its key if there is none. */
  referenceTo(item: Item, from: FilePath): string {
    if (item.type === 'requirement') return this.#shortest(item, item, '', from);
    const { localId, whole } = item.facts;
    const short = whole ? this.#shortest(item, item.requirement, '', from) : item.key;
    return short === item.key ? this.#shortest(item, item.requirement, `/${localId}`, from) : short;
  }

  /** References that are close to one that has no meaning, best first, written so that they resolve from this file. */
  suggest(meaning: Meaning, from: FilePath): readonly string[] {
    const siblings = this.#siblings(meaning, from);
    // What is close in another namespace would not be found from here.
    if (siblings.length || meaning.reach !== undefined) return siblings;
    const [elsewhere] = this.#items.names.withId(meaning.id);
    const answer: string[] = [];
    for (const id of elsewhere ? [meaning.id] : this.#items.names.near(meaning.id)) {
      for (const item of this.#likeliest(id, meaning, from)) {
        // Written by this id, so that a suggestion can change only where items of this id come or go.
        const stem = item.type === 'requirement' ? this.referenceTo(item, from) : this.#shortest(item, item.requirement, '', from);
        const part = this.#partOf(item, meaning.criterion);
        const text = part && part !== item ? `${stem}/${part.facts.localId}` : stem;
        if (!answer.includes(text)) answer.push(text);
        if (answer.length === MOST_SUGGESTIONS) return answer;
      }
    }
    return answer;
  }

  /** Items of the id that the namespace in the reference, or else the place, allows for, and the step that found them. */
  #holders(
    { id, document, scope, notation, reach }: Meaning,
    from: FilePath,
  ): { readonly step: ResolutionStep | undefined; readonly holders: readonly Item[] } {
    if (document !== undefined) {
      const within = [...this.#items.names.withIdIn(id, document)].filter((item) => !isAmended(item));
      // A whole namespace means that one, even where it is a trailing part of another's path.
      const exact = within.filter((item) => requirementOf(item).namespace === document);
      if (exact.length > 0) return { step: 'qualified', holders: exact };
      const meant = [...new Set([...within, ...this.#items.restatedIn(document, id)])];
      return { step: 'qualified', holders: meant.length > 0 ? meant : this.#renamed(id, document) };
    }
    if (scope !== undefined) {
      const within = [...this.#items.names.withIdIn(id, scope)].filter(isExplicit);
      const holders = nearestTo(within, from, (item) => requirementOf(item).namespace);
      if (holders.length > 0 || reach === 'namespace') return { step: 'scope', holders };
    }
    const namespace = this.#namespaces.of(from);
    const own = [...this.#items.names.withIdAt(id, from, namespace)].filter(isExplicit);
    if (own.length > 0 || reach === 'namespace') return { step: 'own', holders: own };
    const restated = this.#items.restatedIn(from, id);
    if (restated.length > 0) return { step: 'own', holders: restated };
    const named = this.#named(id, from);
    if (named) return { step: 'named', holders: named };
    if (reach === 'only' && (notation === undefined || !this.#items.hasOneNamespace(notation))) {
      return { step: undefined, holders: this.#explicit(id).filter((item) => requirementOf(item).notation === notation) };
    }
    if (notation !== undefined) {
      const holders = this.#explicit(id).filter((item) => requirementOf(item).notation === notation);
      if (holders.length > 0 || reach === 'only') return { step: 'notation', holders };
    }
    return { step: 'everywhere', holders: this.#holdersEverywhere(id) };
  }

  /** Items of the one namespace, of those that have the id, whose documents name the file. */
  #named(id: string, from: FilePath): readonly Item[] | undefined {
    if (!this.#namespaces.isNamed(from)) return undefined;
    const naming = new Set<string>();
    for (const path of this.#namespaces.naming(from)) naming.add(this.#namespaces.of(path) ?? this.#items.document(path)?.key ?? path);
    const named = this.#explicit(id).filter((item) => naming.has(requirementOf(item).namespace));
    const namespaces = new Set(named.map((item) => requirementOf(item).namespace));
    return namespaces.size === 1 ? named : undefined;
  }

  /** The criterion of that name that an open change gives to one of these requirements; where several do, that of the first. */
  #amended(holders: readonly Item[], { id, criterion }: Meaning): readonly string[] {
    if (criterion === undefined) return [];
    const namespaces = new Set<string | undefined>(holders.map((item) => requirementOf(item).namespace));
    const keys = Array.from(this.#items.names.withId(id)).flatMap((item) =>
      isAmended(item) && namespaces.has(requirementOf(item).facts.amends) ? (this.#partOf(item, criterion)?.key ?? []) : [],
    );
    return keys.sort(compareText).slice(0, 1);
  }

  /** What gets that id by a change that is open. */
  #renamed(id: string, document: string): readonly Item[] {
    const keys = new Set<string>();
    for (const { namespace, from } of this.#renames.to(id)) if (endsWithPath(namespace, document)) keys.add(`${namespace}#${from}`);
    return [...keys].flatMap((key) => this.#items.requirement(key) ?? []);
  }

  /** The criterion of that name, or the item itself where none is named. */
  #partOf(item: Item, criterion: string | undefined): Item | undefined {
    if (criterion === undefined) return item;
    if (item.type === 'criterion') return undefined;
    const part = this.#items.item(`${item.key}/${criterion}`);
    return part?.type === 'criterion' ? part : item.criteria.find(({ facts }) => facts.aliases?.includes(criterion));
  }

  /** What has a prefix that is known here, or nearly one, is a mistake; anything else may be an item of another tool. */
  #unknown(meaning: Meaning): Outcome {
    const name = meaning.notation === undefined ? externalKeyOf(meaning, this.#grammar.prefixOf)?.name : undefined;
    const isOurs =
      name === undefined ||
      this.#labelled.has(name) ||
      this.#items.names.usesPrefix(name) ||
      this.#items.names.nearPrefixes(name).length > 0;
    return { kind: 'unknown', ...(!isOurs && { declarable: name }) };
  }

  #isSilent({ notation }: Meaning): boolean {
    return notation !== undefined && !this.#items.names.usesNotation(notation);
  }

  #isForeign(id: string): boolean {
    return this.#grammar.isId(id) && !this.#grammar.isCustom(id) && !this.#items.names.usesPrefix(this.#grammar.prefixOf(id));
  }

  #siblings(meaning: Meaning, from: FilePath): readonly string[] {
    const { criterion } = meaning;
    if (criterion === undefined) return [];
    const siblings = this.#holders(meaning, from)
      .holders.toSorted(byKey)
      .flatMap((item) => (item.type === 'requirement' ? item.criteria : []))
      .slice(0, MOST_COMPARED);
    const closest = nearestFirst(criterion, siblings, ({ facts }) => facts.localId).slice(0, MOST_SUGGESTIONS);
    return closest.map(({ requirement, facts }) => `${this.referenceTo(requirement, from)}/${facts.localId}`);
  }

  /** Items of an id, those of the named or the present document first. */
  #likeliest(id: string, meaning: Meaning, from: FilePath): readonly Item[] {
    const { holders: named } = this.#holders({ ...meaning, id }, from);
    if (named.length) return named.toSorted(byKey);
    return [...this.#items.names.withId(id)].filter((item) => !isAmended(item)).sort(byKey);
  }

  #shortest(item: Item, { namespace, facts }: RequirementItem, criterion: string, from: FilePath): string {
    const id = criterion === '' ? item.facts.localId : facts.localId;
    const meaning = criterion === '' ? { id } : { id, criterion: item.facts.localId };
    const isItem = (outcome: Outcome) => outcome.kind === 'item' && outcome.key === item.key;
    if (isItem(this.resolve(meaning, from, true))) return id + criterion;
    const segments = namespace.split('/');
    for (let at = segments.length - 1; at >= 0; at -= 1) {
      const document = segments.slice(at).join('/');
      if (isItem(this.resolve({ ...meaning, document }, from, true))) return `${document}#${id}${criterion}`;
    }
    return item.key;
  }
}

/** True for what a bare id can mean: what somebody declared and no change only amends. */
function isExplicit(item: Item): boolean {
  return !isAmended(item) && !isImplicit(item);
}

/** A story that has a notation is what a plain document speaks of under its number: `## Story 1.2` in a report on it. */
function withoutReports(items: readonly Item[]): readonly Item[] {
  const stories = items.filter((item) => requirementOf(item).facts.place?.byTitle);
  const isReported = stories.length > 0 && items.every((item) => stories.includes(item) || isPlain(requirementOf(item)));
  return isReported ? stories : items;
}

/** Of the holders of an id those that count, if any does, and of those the ones whose own id it is. */
function preferred(holders: readonly Item[], id: string): readonly Item[] {
  if (holders.length < 2) return holders;
  const counting = holders.filter((item) => requirementOf(item).facts.planned === undefined);
  const some = counting.length > 0 ? counting : holders;
  const named = some.filter(({ facts }) => facts.localId === id);
  return named.length > 0 ? named : some;
}

function byKey(a: Item, b: Item): number {
  return compareText(a.key, b.key);
}
