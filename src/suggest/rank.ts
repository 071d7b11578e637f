import { CONSTANTS } from './constants.ts';
import type { Constants } from './constants.ts';
import type { Graph } from './graph.ts';
import { graphOf } from './graph.ts';
import type { Profile } from './profile.ts';
import type { Query, Scorers } from './scorers.ts';
import { scorersOf } from './scorers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How much each file has to do with one text. */
export interface Ranked {
  /** One score for each file; 0 where nothing speaks for it. */
  readonly scores: Float64Array;
  /** For each file, the neighbour that spoke for it more than any other; -1 for none. */
  readonly neighbours: Int32Array;
}

/** The answer to all questions of one project. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly scorers: Scorers;
  readonly graph: Graph;
  /** The median of the best scores, to which bands are held. */
  readonly usualTop: number;
}

/** How many files speak for others like them, and how many of their terms. */
const FEEDBACK_FILES = 3;
const FEEDBACK_TERMS = 60;

/** For each question and file what links of similar requirements say of it, if the project has links. */
export type Known = (query: number) => Float64Array | undefined;

/** Scores each file for each text, in steps: whoever has more to do asks for the next one later. */
export function* rankInSteps(
  profiles: readonly Profile[],
  queries: readonly Query[],
  words: Vocabulary,
  known: Known = () => undefined,
  constants: Constants = CONSTANTS,
): Generator<undefined, Ranking> {
  const scorers = scorersOf(profiles, queries, words, constants);
  yield;
  const graph = graphOf(profiles, words);
  yield;
  const fused = yield* fuse(queries, scorers, profiles.length, constants.ownScale);
  const feedback: Float64Array[] = [];
  const centres = new Centres(profiles, scorers, words);
  // Criteria of one requirement often have the same first files.
  const told = new Map<string, Float64Array>();
  for (const scores of fused) {
    const files = best(scores, FEEDBACK_FILES);
    const said = told.get(files.join()) ?? scorers.fileCosine(centres.of(files));
    told.set(files.join(), said);
    feedback.push(said);
    yield;
  }
  const scale = medianTop(feedback);
  const passed = fused.map((scores, query) => {
    const like = feedback[query];
    const links = known(query);
    return scores.map((score, file) => score + (constants.feedback * (like?.[file] ?? 0)) / scale + constants.links * (links?.[file] ?? 0));
  });
  const ranked = passed.map((scores) => withNeighbours(scores, graph, constants.neighbour));
  return { ranked, scorers, graph, usualTop: medianTop(ranked.map(({ scores }) => scores)) };
}

/** The sum of all scores, each divided by the best of its question and by the median of all such, so that they weigh what their weights say. */
function* fuse(queries: readonly Query[], { weighted }: Scorers, files: number, own: number): Generator<undefined, Float64Array[]> {
  const sums = queries.map(() => new Float64Array(files));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, score } of weighted) {
    if (weight === 0) continue;
    const each: Float64Array[] = [];
    for (const query of queries) {
      each.push(score(query));
      yield;
    }
    const usual = medianTop(each);
    for (const [query, scores] of each.entries()) {
      const sum = sums[query];
      const top = topOf(scores);
      const scale = (weight / total) * ((1 - own) / usual + (top > 0 ? own / top : 0));
      if (!sum) continue;
      for (let file = 0; file < scores.length; file++) sum[file] = (sum[file] ?? 0) + (scores[file] ?? 0) * scale;
    }
  }
  return sums;
}

function withNeighbours(scores: Float64Array, graph: Graph, weight: number): Ranked {
  const neighbours = new Int32Array(scores.length).fill(-1);
  const sums = scores.map((score, file) => {
    let most = 0;
    for (const other of graph[file] ?? []) {
      const value = scores[other] ?? 0;
      if (value <= most) continue;
      most = value;
      neighbours[file] = other;
    }
    return score + weight * most;
  });
  return { scores: sums, neighbours };
}

/** The terms that some files have in common with each other and with few, as a question of its own: `new Centres(profiles, scorers, words).of([3, 7, 8])`. */
class Centres {
  readonly #profiles: readonly Profile[];
  readonly #rarity: Scorers['rarity'];
  readonly #words: Vocabulary;
  /** The weights of the terms of each file that was one of the best: many questions have the same. */
  readonly #known = new Map<number, Float64Array>();
  readonly #sums: Float64Array;
  readonly #met: Int32Array;

  constructor(profiles: readonly Profile[], { rarity }: Scorers, words: Vocabulary) {
    this.#profiles = profiles;
    this.#rarity = rarity;
    this.#words = words;
    this.#sums = new Float64Array(words.size);
    this.#met = new Int32Array(words.size);
  }

  of(files: readonly number[]): Query {
    const [sums, met] = [this.#sums, this.#met];
    let size = 0;
    for (const file of files) {
      const terms = this.#profiles[file]?.zones.all ?? new Int32Array();
      const weights = this.#weightsOf(file, terms);
      for (let at = 0; at < weights.length; at++) {
        const term = terms[at * 2] ?? 0;
        const sum = sums[term] ?? 0;
        if (sum === 0) met[size++] = term;
        sums[term] = sum + (weights[at] ?? 0);
      }
    }
    const kept = this.#heaviest(size);
    const query = Float64Array.from(kept.flatMap((term) => [term, sums[term] ?? 0]));
    for (let at = 0; at < size; at++) sums[met[at] ?? 0] = 0;
    return query;
  }

  #weightsOf(file: number, terms: Int32Array): Float64Array {
    const known = this.#known.get(file);
    if (known) return known;
    const weights = new Float64Array(terms.length / 2);
    for (let at = 0; at < weights.length; at++) weights[at] = (1 + Math.log(terms[at * 2 + 1] ?? 1)) * this.#rarity(terms[at * 2] ?? 0);
    this.#known.set(file, weights);
    return weights;
  }

  /** The terms that weigh most, the heaviest first; of equals by their letters. Most are lighter than all that are kept, so that nothing is sorted. */
  #heaviest(size: number): readonly number[] {
    const [sums, met] = [this.#sums, this.#met];
    const kept: number[] = [];
    let least = -1;
    for (let at = 0; at < size; at++) {
      const term = met[at] ?? 0;
      if (kept.length === FEEDBACK_TERMS && ((sums[term] ?? 0) < least || this.#isHeavier(kept[FEEDBACK_TERMS - 1], term))) continue;
      let to = kept.length;
      while (to > 0 && !this.#isHeavier(kept[to - 1], term)) to -= 1;
      kept.splice(to, 0, term);
      if (kept.length > FEEDBACK_TERMS) kept.pop();
      least = sums[kept.at(-1) ?? 0] ?? 0;
    }
    return kept;
  }

  #isHeavier(one: number | undefined, other: number): boolean {
    if (one === undefined) return false;
    const [weight, otherWeight] = [this.#sums[one] ?? 0, this.#sums[other] ?? 0];
    return weight > otherWeight || (weight === otherWeight && this.#words.termOf(one) < this.#words.termOf(other));
  }
}

/** The places of the highest scores above 0, highest first; of equals the first. */
export function best(scores: Float64Array, count: number): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= 0 || (places.length === count && score <= (scores[places.at(-1) ?? 0] ?? 0))) continue;
    let to = places.length;
    while (to > 0 && (scores[places[to - 1] ?? 0] ?? 0) < score) to -= 1;
    places.splice(to, 0, at);
    if (places.length > count) places.pop();
  }
  return places;
}

function medianTop(lists: readonly Float64Array[]): number {
  const tops = lists.map(topOf).filter((top) => top > 0);
  tops.sort((a, b) => a - b);
  return tops[Math.floor(tops.length / 2)] ?? 1;
}

/** The highest score, 0 where there is none. */
export function topOf(scores: Float64Array): number {
  let most = 0;
  for (let at = 0; at < scores.length; at++) most = Math.max(most, scores[at] ?? 0);
  return most;
}
