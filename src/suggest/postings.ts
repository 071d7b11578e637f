/** A term in one text: which, and how often. */
interface Posting {
  readonly at: number;
  readonly count: number;
}

/** Texts by their terms, so that a question costs what its terms cost: `new Postings(profiles.map(({ zones }) => zones.all))`. */
export class Postings {
  readonly size: number;
  /** How many terms each text has, repetitions included. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  readonly #byTerm = new Map<string, Posting[]>();

  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    this.size = texts.length;
    this.lengths = new Float64Array(texts.length);
    let total = 0;
    for (const [at, terms] of texts.entries()) {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        const list = this.#byTerm.get(term);
        if (list) list.push({ at, count });
        else this.#byTerm.set(term, [{ at, count }]);
      }
      this.lengths[at] = length;
      total += length;
    }
    this.meanLength = texts.length > 0 ? total / texts.length : 0;
  }

  of(term: string): readonly Posting[] {
    return this.#byTerm.get(term) ?? [];
  }

  /** In how many texts a term stands. */
  frequency(term: string): number {
    return this.#byTerm.get(term)?.length ?? 0;
  }

  /** The length of each text as a vector of weighted terms, of which a cosine is taken. */
  norms(weight: (term: string) => number): Float64Array {
    const squares = new Float64Array(this.size);
    for (const [term, list] of this.#byTerm) {
      const idf = weight(term);
      for (const { at, count } of list) squares[at] = (squares[at] ?? 0) + (idf * damped(count)) ** 2;
    }
    return squares.map(Math.sqrt);
  }
}

/** How much a term counts that occurs so often: the second time less than the first. */
export function damped(count: number): number {
  return 1 + Math.log(count);
}
