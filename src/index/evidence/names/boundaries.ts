/**
 * What is between two words of a name: `hard` where one name ends and the next begins, `a > b`, `a/b`, `a.b`; `blank` where that may be so, `Orders rejects`;
 * `joined` within one name, `never_works`.
 */
export type Boundary = 'hard' | 'blank' | 'joined';

const HARD = /[\n>›»\\|$/#({[]|\.(?!\s)|:(?!\s)|\s-\s/u;

/** How many signs between groups a name has, as the tools for JavaScript write them. */
export function groupsBetween(raw: string): number {
  return raw.match(/\n|\s[>›»]\s/gu)?.length ?? 0;
}

/** A name as a tool writes it, groups and title on lines of their own, with the places of its words. */
export class SpelledName {
  readonly #raw: string;
  readonly #words: readonly RegExpExecArray[];

  constructor(raw: string) {
    this.#raw = raw;
    this.#words = [...raw.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  }

  /** What is before a word, counted from 0; the name begins and ends hard. */
  before(word: number): Boundary {
    if (word <= 0 || word >= this.#words.length) return 'hard';
    const between = this.#raw.slice(this.#end(word - 1), this.#words[word]?.index);
    // A bracket behind a blank may belong to a title of words.
    if (HARD.test(between.replace(/ [#({[]/u, ' '))) return 'hard';
    return /\s/u.test(between) ? 'blank' : 'joined';
  }

  /** The last word up to this one that begins hard. */
  hardStart(word: number): number {
    let at = word;
    while (this.before(at) !== 'hard') at -= 1;
    return at;
  }

  /** How many groups end between the first of these words and the other, as far as signs show it: `a > b`, `a › b`, or a line of its own. */
  groupsBetween(from: number, to: number): number {
    return groupsBetween(this.#raw.slice(this.#words[from]?.index, this.#words[to]?.index));
  }

  /** What is on the line of a word before it, without the blank. */
  lineBefore(word: number): string {
    const end = word > 0 ? this.#end(word - 1) : 0;
    return this.#raw.slice(this.#raw.lastIndexOf('\n', end - 1) + 1, end);
  }

  #end(word: number): number {
    const found = this.#words[word];
    return found ? found.index + found[0].length : this.#raw.length;
  }
}
