/** The texts in which a term stands, by their places, and how often it stands in each. Two lists, since a question goes through very many of them. */
interface Posting {
  readonly at: Int32Array;
  readonly count: Float64Array;
  /** The counts, damped. */
  readonly weight: Float64Array;
}

/** Where the list of a term lies, and how much of it is filled. */
interface Stretch {
  size: number;
  start: number;
}

const NOWHERE: Posting = { at: new Int32Array(), count: new Float64Array(), weight: new Float64Array() };

/** Texts by their terms, so that a question costs what its terms cost: `new Postings(profiles.map(({ zones }) => zones.all))`. */
export class Postings {
  readonly size: number;
  /** How many terms each text has, repetitions included. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  readonly #byTerm = new Map<string, Stretch>();
  readonly #at: Int32Array;
  readonly #count: Float64Array;
  readonly #weight: Float64Array;

  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    this.size = texts.length;
    this.lengths = new Float64Array(texts.length);
    for (const terms of texts)
      for (const term of terms.keys()) {
        const stretch = this.#byTerm.get(term);
        if (stretch) stretch.size += 1;
        else this.#byTerm.set(term, { size: 1, start: 0 });
      }
    let pairs = 0;
    for (const stretch of this.#byTerm.values()) {
      stretch.start = pairs;
      pairs += stretch.size;
      stretch.size = 0;
    }
    this.#at = new Int32Array(pairs);
    this.#count = new Float64Array(pairs);
    this.#weight = new Float64Array(pairs);
    let total = 0;
    for (const [at, terms] of texts.entries()) total += this.lengths[at] = this.#fill(at, terms);
    this.meanLength = texts.length > 0 ? total / texts.length : 0;
  }

  of(term: string): Posting {
    const stretch = this.#byTerm.get(term);
    if (!stretch) return NOWHERE;
    const { start } = stretch;
    const end = start + stretch.size;
    return { at: this.#at.subarray(start, end), count: this.#count.subarray(start, end), weight: this.#weight.subarray(start, end) };
  }

  /** In how many texts a term stands. */
  frequency(term: string): number {
    return this.#byTerm.get(term)?.size ?? 0;
  }

  #fill(at: number, terms: ReadonlyMap<string, number>): number {
    let length = 0;
    for (const [term, count] of terms) {
      length += count;
      const stretch = this.#byTerm.get(term);
      if (!stretch) continue;
      const place = stretch.start + stretch.size;
      stretch.size += 1;
      this.#at[place] = at;
      this.#count[place] = count;
      this.#weight[place] = damped(count);
    }
    return length;
  }

  /** The length of each text as a vector of weighted terms, of which a cosine is taken. */
  norms(weigh: (term: string) => number): Float64Array {
    const squares = new Float64Array(this.size);
    for (const [term, { start, size }] of this.#byTerm) {
      const idf = weigh(term);
      for (let index = start; index < start + size; index++) {
        const place = this.#at[index] ?? 0;
        squares[place] = (squares[place] ?? 0) + (idf * (this.#weight[index] ?? 0)) ** 2;
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
