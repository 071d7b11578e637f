import type { Constants } from './constants.ts';
import { damped, Postings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Profile, Zone } from './profile.ts';

/** A text that files are sought for: its terms with their weights in turn, `[3, 1, 8, 0.5]`. */
export type Query = Float64Array;

/** One way to tell how much a file has to do with a text. */
export type Scorer = (query: Query) => Float64Array;

/** The ways of one state of a project, each with its weight; `fileCosine` also tells what other files are like some. */
export interface Scorers {
  readonly weighted: readonly { readonly weight: number; readonly score: Scorer }[];
  readonly fileCosine: Scorer;
  readonly units: UnitScorer;
  /** How rare a term is, by which the words of a reason are ordered. */
  readonly rarity: (term: number) => number;
}

/** Prepares the ways to score files for the questions of one project. */
export function scorersOf(profiles: readonly Profile[], queries: readonly Query[], { size }: Vocabulary, constants: Constants): Scorers {
  const files = new Postings(
    profiles.map(({ zones }) => zones.all),
    size,
  );
  const asked = new Postings(queries, size);
  const pooled = remembered(size, (term) => Math.log(1 + (files.size + asked.size) / (1 + files.frequency(term) + asked.frequency(term))));
  const lucene = (postings: Postings, term: number): number =>
    Math.log(1 + (postings.size - postings.frequency(term) + 0.5) / (postings.frequency(term) + 0.5));
  // The idf over the requirements takes out what all of them say, `the system shall`.
  const inFiles = remembered(size, (term) => lucene(files, term));
  const rarity = remembered(size, (term) => inFiles(term) * lucene(asked, term));
  const fileCosine = cosine(files, pooled);
  const zone = (name: Zone): Scorer => {
    const texts = profiles.map(({ zones }) => zones[name]);
    return cosine(new Postings(texts, size), pooled);
  };
  const units = new UnitScorer(profiles, { size, pooled, rarity }, constants);
  return {
    weighted: [
      { weight: constants.bm25, score: bm25(files, rarity, constants) },
      { weight: constants.plainBm25, score: bm25(files, inFiles, { ...constants, saturation: 1.2 }) },
      { weight: constants.cosine, score: fileCosine },
      { weight: constants.names, score: zone('names') },
      { weight: constants.functions, score: zone('functions') },
      { weight: constants.comments, score: zone('comments') },
      { weight: constants.unitCosine, score: (query) => units.best(units.cosine(query)) },
      { weight: constants.unitBm25, score: (query) => units.best(units.bm25(query)) },
    ],
    fileCosine,
    units,
    rarity,
  };
}

interface Weights {
  readonly size: number;
  readonly pooled: (term: number) => number;
  readonly rarity: (term: number) => number;
}

/** Scores of functions and tests, and of files by the best of theirs. */
export class UnitScorer {
  readonly cosine: Scorer;
  readonly bm25: Scorer;
  /** The file of each unit. */
  readonly #files: Int32Array;
  readonly #count: number;
  /** The first unit of each file. */
  readonly first: Int32Array;

  constructor(profiles: readonly Profile[], { size, pooled, rarity }: Weights, constants: Constants) {
    const units = profiles.flatMap((profile) => profile.units);
    this.#files = Int32Array.from(profiles.flatMap((profile, file) => profile.units.map(() => file)));
    this.#count = profiles.length;
    this.first = new Int32Array(profiles.length);
    let first = 0;
    for (const [file, profile] of profiles.entries()) {
      this.first[file] = first;
      first += profile.units.length;
    }
    const postings = new Postings(
      units.map(({ terms }) => terms),
      size,
    );
    this.cosine = cosine(postings, pooled);
    this.bm25 = bm25(postings, rarity, constants);
  }

  /** For each file the best score of its units, 0 where it has none. */
  best(scores: Float64Array): Float64Array {
    const best = new Float64Array(this.#count);
    // No iterator: this runs for each question and each function.
    for (let unit = 0; unit < scores.length; unit++) {
      const score = scores[unit] ?? 0;
      const file = this.#files[unit] ?? 0;
      if (score > (best[file] ?? 0)) best[file] = score;
    }
    return best;
  }
}

function bm25(postings: Postings, weight: (term: number) => number, { saturation, lengthPenalty }: Constants): Scorer {
  const { lengths, meanLength, at, count: counts } = postings;
  const damping = lengths.map((length) => saturation * (1 - lengthPenalty + (lengthPenalty * length) / (meanLength || 1)));
  return (query) => {
    const scores = new Float64Array(postings.size);
    if (scores.length === 0) return scores;
    for (let asked = 0; asked < query.length; asked += 2) {
      const term = query[asked] ?? 0;
      const frequency = postings.frequency(term);
      if (frequency === 0) continue;
      const idf = weight(term) * damped(query[asked + 1] ?? 0);
      const end = postings.start(term) + frequency;
      for (let index = postings.start(term); index < end; index++) {
        const place = at[index] ?? 0;
        const times = counts[index] ?? 0;
        scores[place] = (scores[place] ?? 0) + (idf * times * (saturation + 1)) / (times + (damping[place] ?? 1));
      }
    }
    return scores;
  };
}

function cosine(postings: Postings, weight: (term: number) => number): Scorer {
  const { at, weight: weights } = postings;
  const norms = postings.norms(weight);
  return (query) => {
    const scores = new Float64Array(postings.size);
    if (scores.length === 0) return scores;
    let square = 0;
    for (let asked = 0; asked < query.length; asked += 2) {
      const term = query[asked] ?? 0;
      const idf = weight(term);
      const own = idf * damped(query[asked + 1] ?? 0);
      square += own ** 2;
      const both = own * idf;
      const end = postings.start(term) + postings.frequency(term);
      for (let index = postings.start(term); index < end; index++) {
        const place = at[index] ?? 0;
        scores[place] = (scores[place] ?? 0) + both * (weights[index] ?? 0);
      }
    }
    const length = Math.sqrt(square);
    for (let place = 0; place < scores.length; place++) {
      const score = scores[place] ?? 0;
      if (score > 0) scores[place] = score / (length * (norms[place] ?? 1));
    }
    return scores;
  };
}

/** A weight of terms that is worked out once for each. */
function remembered(terms: number, weigh: (term: number) => number): (term: number) => number {
  const known = new Float64Array(terms).fill(-1);
  return (term) => {
    const before = known[term] ?? -1;
    return before >= 0 ? before : (known[term] = weigh(term));
  };
}
