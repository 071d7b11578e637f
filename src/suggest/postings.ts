/** The texts in which a term stands, by their places, and how often it stands in each. Two lists, since a question goes through very many of them. */
interface Posting {
  readonly at: readonly number[];
  readonly count: readonly number[];
  /** The counts, damped. */
  readonly weight: readonly number[];
}

interface Growing {
  readonly at: number[];
  readonly count: number[];
  readonly weight: number[];
}

const NOWHERE: Posting = { at: [], count: [], weight: [] };

/** Texts by their terms, so that a question costs what its terms cost: `new Postings(profiles.map(({ zones }) => zones.all))`. */
export class Postings {
  readonly size: number;
  /** How many terms each text has, repetitions included. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  readonly #byTerm = new Map<string, Growing>();

  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    this.size = texts.length;
    this.lengths = new Float64Array(texts.length);
    let total = 0;
    for (const [at, terms] of texts.entries()) {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        let list = this.#byTerm.get(term);
        if (!list) this.#byTerm.set(term, (list = { at: [], count: [], weight: [] }));
        list.at.push(at);
        list.count.push(count);
        list.weight.push(damped(count));
      }
      this.lengths[at] = length;
      total += length;
    }
    this.meanLength = texts.length > 0 ? total / texts.length : 0;
  }

  of(term: string): Posting {
    return this.#byTerm.get(term) ?? NOWHERE;
  }

  /** In how many texts a term stands. */
  frequency(term: string): number {
    return this.#byTerm.get(term)?.at.length ?? 0;
  }

  /** The length of each text as a vector of weighted terms, of which a cosine is taken. */
  norms(weigh: (term: string) => number): Float64Array {
    const squares = new Float64Array(this.size);
    for (const [term, { at, weight }] of this.#byTerm) {
      const idf = weigh(term);
      for (let index = 0; index < at.length; index++) {
        const place = at[index] ?? 0;
        squares[place] = (squares[place] ?? 0) + (idf * (weight[index] ?? 0)) ** 2;
      }
    }
    return squares.map(Math.sqrt);
  }
}

/** The damped counts that are needed again and again. */
const DAMPED = Float64Array.from({ length: 1000 }, (_, count) => 1 + Math.log(count));

/** How much a term counts that occurs so often: the second time less than the first. */
export function damped(count: number): number {
  return DAMPED[count] ?? 1 + Math.log(count);
}
