/** Terms of a text with their counts in turn, `[3, 1, 8, 2]`; those of questions may be fractions. */
type Counted = Int32Array | Float64Array;

/** Texts by their terms, so that a question costs what its terms cost: `new Postings(profiles.map(({ zones }) => zones.all), words.size)`. */
export class Postings {
  readonly size: number;
  /** How many terms each text has, repetitions included. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  /** The texts in which terms stand, how often each does, and these counts damped: those of one term after those of another. */
  readonly at: Int32Array;
  readonly count: Float64Array;
  readonly weight: Float64Array;
  /** Terms in order of their first place. */
  readonly #terms: Int32Array;
  /** For each term by its number where its list begins, and how long it is. */
  readonly #starts: Int32Array;
  readonly #sizes: Int32Array;

  /** @param terms how many terms there are. */
  constructor(texts: readonly Counted[], terms: number) {
    this.size = texts.length;
    this.lengths = new Float64Array(texts.length);
    const sizes = new Int32Array(terms);
    const met = new Int32Array(terms);
    let known = 0;
    for (const text of texts)
      for (let index = 0; index < text.length; index += 2) {
        const term = text[index] ?? 0;
        const before = sizes[term] ?? 0;
        if (before === 0) met[known++] = term;
        sizes[term] = before + 1;
      }
    this.#terms = met.subarray(0, known);
    this.#starts = new Int32Array(terms);
    this.#sizes = new Int32Array(terms);
    let pairs = 0;
    for (let index = 0; index < known; index++) {
      const term = met[index] ?? 0;
      this.#starts[term] = pairs;
      pairs += sizes[term] ?? 0;
    }
    this.at = new Int32Array(pairs);
    this.count = new Float64Array(pairs);
    this.weight = new Float64Array(pairs);
    let total = 0;
    for (let at = 0; at < texts.length; at++) total += this.lengths[at] = this.#fill(at, texts[at] ?? new Int32Array());
    this.meanLength = texts.length > 0 ? total / texts.length : 0;
  }

  /** Where the list of a term begins. */
  start(term: number): number {
    return this.#starts[term] ?? 0;
  }

  /** In how many texts a term stands. */
  frequency(term: number): number {
    return this.#sizes[term] ?? 0;
  }

  #fill(at: number, text: Counted): number {
    let length = 0;
    for (let index = 0; index < text.length; index += 2) {
      const term = text[index] ?? 0;
      const count = text[index + 1] ?? 0;
      length += count;
      const size = this.#sizes[term] ?? 0;
      this.#sizes[term] = size + 1;
      const place = (this.#starts[term] ?? 0) + size;
      this.at[place] = at;
      this.count[place] = count;
      this.weight[place] = damped(count);
    }
    return length;
  }

  /** The length of each text as a vector of weighted terms, of which a cosine is taken. */
  norms(weigh: (term: number) => number): Float64Array {
    const squares = new Float64Array(this.size);
    for (let known = 0; known < this.#terms.length; known++) {
      const term = this.#terms[known] ?? 0;
      const idf = weigh(term);
      const end = this.start(term) + this.frequency(term);
      for (let index = this.start(term); index < end; index++) {
        const place = this.at[index] ?? 0;
        squares[place] = (squares[place] ?? 0) + (idf * (this.weight[index] ?? 0)) ** 2;
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
