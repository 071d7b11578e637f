import { compareText } from '../index/order.ts';
import type { IndexView } from '../index/view.ts';
import type { Item } from '../model/item.ts';
import { unitsOf } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';
import type { Band } from './bands.ts';
import { bandOf } from './bands.ts';
import type { LinkEvidence, LinksSay } from './evidence.ts';
import { LinksOf, ownLinks } from './evidence.ts';
import { graphOf } from './graph.ts';
import { partOf } from './partOf.ts';
import type { Profile, Unit } from './profile.ts';
import { questionOf, wordsAbout } from './question.ts';
import type { Ranking } from './rank.ts';
import { best, rankInSteps, topOf } from './rank.ts';
import type { Query } from './scorers.ts';
import { wordsByTerm } from './terms.ts';
import { changedTogether } from './together.ts';
import type { Terms, Vocabulary } from './vocabulary.ts';

/** What speaks for a suggestion. */
export interface Reason {
  /** Words of the item that are in it, the rarest first. */
  readonly words: readonly string[];
  /** A file that it imports or that imports it, which fits as well. */
  readonly neighbour?: FilePath;
  /** An item that is linked there: one like it, or itself by a test of what the file has. */
  readonly link?: Item;
  /** The file that the item is linked to, where not this one is, but one that changed in the same commits. */
  readonly changedWith?: FilePath;
}

/** A function or a test that may meet an item. It links to nothing: a person takes it, or does not. */
export interface Suggestion {
  readonly path: FilePath;
  /** Absent where the file has no function that stands out. */
  readonly unit?: Unit;
  readonly band: Band;
  readonly score: number;
  readonly reason: Reason;
}

/** What an item lacks, and what may be it. */
export interface SuggestedFor {
  readonly item: Item;
  readonly role: 'code' | 'test';
  readonly suggestions: readonly Suggestion[];
}

/** An item that a function or a test may be about. */
export interface SuggestedItem {
  readonly item: Item;
  readonly band: Band;
  readonly reason: Reason;
}

/** A suggestion whose reason is told if it is among the best. */
interface Found extends Omit<Suggestion, 'reason'> {
  readonly line: number;
  readonly reason: () => Reason;
}

/** Functions of one file that are offered for one item at most, and how near a further one has to come to the best. */
const MOST_OF_FILE = 3;
const NEAR_BEST = 0.75;
const MOST_WORDS = 4;
/** Scores of functions that are kept for the next question, 8 bytes each. */
const MOST_KEPT = 8_000_000;

/** What items of a project lack: code, tests, or nothing. */
export function lacks(view: IndexView, item: Item): readonly ('code' | 'test')[] {
  const { status, links } = view.coverage(item.key);
  if (status === 'exempt' || status === 'waived') return [];
  const has = (is: 'implements' | 'verifies'): boolean => links.some((link) => link.is === is);
  return [...(has('implements') ? [] : (['code'] as const)), ...(has('verifies') ? [] : (['test'] as const))];
}

/** What an item lacks of what it needs: `['test']` of a criterion with code, where the project asks for tests. */
export function needs(view: IndexView, item: Item): readonly ('code' | 'test')[] {
  const { missing } = view.coverage(item.key);
  return lacks(view, item).filter((role) => missing.includes(role === 'code' ? 'implements' : 'verifies'));
}

// @implements RT-12.1/AC1~9d55e5, RT-12.1/AC4~9633d9
/** Suggestions for one state of a project, worked out once: `suggester.forItem(item, 'code', 5)`. */
export class Suggester {
  /** All that was looked at, in order of the paths. */
  readonly profiles: readonly Profile[];
  readonly #view: IndexView;
  readonly #items: readonly Item[];
  readonly #at: ReadonlyMap<string, number>;
  readonly #vocabulary: Vocabulary;
  /** For each term the last text that has it: numbers of texts, of which the next one is above. */
  #marks = new Int32Array();
  #marked = 0;
  readonly #itemWords = new WeakMap<Item, ReadonlyMap<string, string>>();
  readonly #sides: Readonly<Record<'code' | 'test', Side>>;

  private constructor(
    view: IndexView,
    items: readonly Item[],
    profiles: readonly Profile[],
    sides: Readonly<Record<'code' | 'test', Side>>,
    vocabulary: Vocabulary,
  ) {
    this.profiles = profiles;
    this.#view = view;
    this.#items = items;
    this.#at = new Map(items.map(({ key }, index) => [key, index]));
    this.#sides = sides;
    this.#vocabulary = vocabulary;
  }

  /**
   * Works out what fits what, in steps of a few milliseconds: whoever has more to do goes on later.
   *
   * @param profiles of all files of code and tests, in order of their paths.
   * @param vocabulary that of their terms.
   * @param commits the files of each of the last commits, where there is a history.
   */
  static *inSteps(
    view: IndexView,
    profiles: readonly Profile[],
    vocabulary: Vocabulary,
    commits: readonly (readonly FilePath[])[],
  ): Generator<undefined, Suggester> {
    const items = [...view.requirements()].flatMap(unitsOf);
    const queries = items.map((item) => questionOf(item, vocabulary));
    yield;
    const graph = graphOf(profiles, vocabulary);
    yield;
    const links = new LinksOf(
      view,
      items,
      queries,
      profiles.map(({ path }) => path),
      { graph, together: changedTogether(commits), terms: vocabulary.size },
    );
    const said: LinksSay[] = [];
    for (const [index, item] of items.entries()) {
      said.push(links.of(item, queries[index] ?? new Float64Array()));
      yield;
    }
    const code = yield* sideOf('code', profiles, { queries, said, vocabulary });
    const test = yield* sideOf('test', profiles, { queries, said, vocabulary });
    return new Suggester(view, items, profiles, { code, test }, vocabulary);
  }

  /** The functions, or tests, that most likely meet an item, best first, without those that are linked to it. */
  forItem(item: Item, role: 'code' | 'test', limit: number): readonly Suggestion[] {
    const query = this.#at.get(item.key);
    if (query === undefined) return [];
    const side = this.#sides[role];
    const linked = ownLinks(this.#view, item);
    const ranked = side.ranking.ranked[query];
    if (!ranked) return [];
    const found: Found[] = [];
    const scores = side.unitScores(query);
    const top = topOf(ranked.scores);
    for (const file of best(ranked.scores, limit * 2)) {
      const profile = side.profiles[file];
      if (!profile) continue;
      const score = ranked.scores[file] ?? 0;
      const units = side
        .bestUnits(file, scores)
        .filter(
          ({ unit }) =>
            !linked.some(({ path, annotation }) => path === profile.path && annotation.declaration?.range.start.line === unit.line),
        );
      const band = bandOf(score, top, side.ranking.usualTop);
      const isLinked = linked.some((link) => link.path === profile.path);
      // Of a file without functions only words or a link speak, not what is beside it.
      if (profile.units.length === 0 && !isLinked) {
        const reason = this.#reason(query, side, file, profile.zones.all);
        if (reason.words.length > 0 || reason.link) found.push({ path: profile.path, band, score, line: 0, reason: () => reason });
      }
      for (const { unit, share } of units)
        found.push({
          path: profile.path,
          unit,
          band: share < 1 && band === 'strong' ? 'likely' : band,
          score: score * (0.7 + 0.3 * share),
          line: unit.line,
          reason: () => this.#reason(query, side, file, unit.terms),
        });
    }
    // What speaks for most of them nobody asks for.
    return found
      .sort((a, b) => b.score - a.score || compareText(a.path, b.path) || a.line - b.line)
      .slice(0, limit)
      .map(({ path, unit, band, score, reason }) => ({ path, ...(unit && { unit }), band, score, reason: reason() }));
  }

  /** The items that a function or a test of a file may be about, best first, without those that it is linked to. */
  forUnit(path: FilePath, line: number, limit: number): readonly SuggestedItem[] {
    const at = Object.values(this.#sides).flatMap((side) => {
      const file = side.profiles.findIndex((profile) => profile.path === path);
      const unit = side.profiles[file]?.units.findLast((each) => each.line <= line && line <= each.lastLine);
      return unit ? [{ side, file, unit }] : [];
    })[0];
    if (!at) return [];
    const { side, file, unit } = at;
    const place = side.first(file) + (side.profiles[file]?.units.indexOf(unit) ?? 0);
    const scored = this.#items.map((item, query) => {
      const linked = ownLinks(this.#view, item).some(
        (link) => link.path === path && link.annotation.declaration?.range.start.line === unit.line,
      );
      const own = linked ? 0 : (side.unitScores(query)[place] ?? 0);
      return own === 0 ? 0 : own + (side.ranking.ranked[query]?.scores[file] ?? 0) / 2;
    });
    const scores = Float64Array.from(scored);
    const top = topOf(scores);
    return best(scores, limit).flatMap((query): readonly SuggestedItem[] => {
      const item = this.#items[query];
      if (!item) return [];
      const ranked = side.ranking.ranked[query]?.scores ?? new Float64Array();
      const band = bandOf(ranked[file] ?? 0, topOf(ranked), side.ranking.usualTop);
      const isNearTop = (scores[query] ?? 0) >= top * NEAR_BEST;
      return [
        {
          item,
          band: isNearTop ? band : 'weak',
          reason: this.#reason(query, side, file, unit.terms),
        },
      ];
    });
  }

  /** What speaks for a file and one of its functions, whose terms they are. */
  #reason(query: number, side: Side, file: number, terms: Terms): Reason {
    const profile = side.profiles[file];
    const neighbour = side.profiles[side.ranking.ranked[query]?.neighbours[file] ?? -1]?.path;
    const link = profile && side.said[query]?.get(profile.path);
    const item = this.#items[query];
    return {
      words: item ? this.#words(item, query, side, terms, profile) : [],
      ...(neighbour !== undefined && { neighbour }),
      ...(link && { link: link.item }),
      ...(link?.changedWith !== undefined && { changedWith: link.changedWith }),
    };
  }

  #wordsOf(item: Item): ReadonlyMap<string, string> {
    const known = this.#itemWords.get(item) ?? wordsByTerm(wordsAbout(item));
    this.#itemWords.set(item, known);
    return known;
  }

  /** Marks the terms of a text with a number of its own, which it returns. */
  #mark(terms: Terms): number {
    if (this.#marks.length < this.#vocabulary.size) this.#marks = new Int32Array(this.#vocabulary.size);
    const text = ++this.#marked;
    for (let at = 0; at < terms.length; at += 2) this.#marks[terms[at] ?? 0] = text;
    return text;
  }

  /** The rarest words that an item shares with a function, else those with its file. */
  #words(item: Item, query: number, side: Side, terms: Terms, otherwise?: Profile): readonly string[] {
    const words = this.#wordsOf(item);
    const { rarity } = side.ranking.scorers;
    const asked = side.queries[query] ?? new Float64Array();
    const text = this.#mark(terms);
    const shared: { readonly word: string; readonly weight: number }[] = [];
    for (let at = 0; at < asked.length; at += 2) {
      const term = asked[at] ?? 0;
      const word = this.#marks[term] === text ? words.get(this.#vocabulary.termOf(term)) : undefined;
      if (word !== undefined) shared.push({ word, weight: rarity(term) * Math.min(1, asked[at + 1] ?? 0) });
    }
    const ordered = shared.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
    const found = [...new Set(ordered.map(({ word }) => word))].slice(0, MOST_WORDS);
    return found.length > 0 || !otherwise ? found : this.#words(item, query, side, otherwise.zones.all);
  }
}

/** The files of one role with how they were ranked. */
class Side {
  readonly profiles: readonly Profile[];
  readonly queries: readonly Query[];
  readonly ranking: Ranking;
  readonly said: readonly LinksSay[];
  readonly #known = new Map<number, Float64Array>();
  #kept = 0;

  constructor(profiles: readonly Profile[], queries: readonly Query[], ranking: Ranking, said: readonly LinksSay[]) {
    this.profiles = profiles;
    this.queries = queries;
    this.ranking = ranking;
    this.said = said;
  }

  first(file: number): number {
    return this.ranking.scorers.units.first[file] ?? 0;
  }

  /** How much each function has to do with a question: by cosine and BM25, each told by its best. */
  unitScores(query: number): Float64Array {
    const known = this.#known.get(query);
    if (known) return known;
    const terms = this.queries[query] ?? new Float64Array();
    const { units } = this.ranking.scorers;
    const cosine = units.cosine(terms);
    const bm25 = units.bm25(terms);
    const [topCosine, topBm25] = [topOf(cosine) || 1, topOf(bm25) || 1];
    const scores = cosine.map((score, at) => (score / topCosine + (bm25[at] ?? 0) / topBm25) / 2);
    this.#kept += scores.length;
    if (this.#kept > MOST_KEPT) {
      this.#known.clear();
      this.#kept = scores.length;
    }
    this.#known.set(query, scores);
    return scores;
  }

  /** The best functions of a file, with how near each comes to the best of them. */
  bestUnits(file: number, scores: Float64Array): readonly { readonly unit: Unit; readonly share: number }[] {
    const units = this.profiles[file]?.units ?? [];
    const first = this.first(file);
    const own = scores.subarray(first, first + units.length);
    const top = topOf(own);
    return best(own, MOST_OF_FILE).flatMap((at) => {
      const unit = units[at];
      const share = (own[at] ?? 0) / top;
      return unit && share >= NEAR_BEST ? [{ unit, share }] : [];
    });
  }
}

interface Asked {
  readonly queries: readonly Query[];
  readonly said: readonly LinksSay[];
  readonly vocabulary: Vocabulary;
}

function* sideOf(role: 'code' | 'test', all: readonly Profile[], { queries, said, vocabulary }: Asked): Generator<undefined, Side> {
  const profiles = all.flatMap((profile) => partOf(profile, role, vocabulary) ?? []);
  const at = new Map(profiles.map(({ path }, index) => [path, index]));
  const known = (query: number): Float64Array | undefined => asScores(said[query], at);
  return new Side(profiles, queries, yield* rankInSteps(profiles, queries, vocabulary, known), said);
}

function asScores(said: ReadonlyMap<FilePath, LinkEvidence> | undefined, at: ReadonlyMap<FilePath, number>): Float64Array | undefined {
  if (!said || said.size === 0) return undefined;
  const scores = new Float64Array(at.size);
  for (const [path, { weight }] of said) {
    const place = at.get(path);
    if (place !== undefined) scores[place] = weight;
  }
  return scores;
}
