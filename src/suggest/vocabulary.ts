import { eachName, splitName } from './terms.ts';
import { Tally } from './tally.ts';

/** Terms of a text with how often each occurs, in turn, in order of their first place: `[3, 1, 8, 2]` is term 3 once and term 8 twice. */
export type Terms = Int32Array;

/** What the hash of a name begins with, and what it is multiplied by for each character (FNV-1a). */
const HASH_START = -2128831035;
const HASH_FACTOR = 16777619;

/**
 * Numbers for names and terms, so that texts are lists of numbers: `const words = new Vocabulary(); words.numberOf('reserv')` is 0. Numbers are only good with
 * the vocabulary that gave them, which never forgets.
 */
export class Vocabulary {
  readonly #places = new Map<string, number>();
  readonly #terms: string[] = [];
  /** Names by their hashes, without a text for each: 0 where there is none, else its number and 1. */
  #slots = new Int32Array(4096);
  #hashes = new Int32Array(2048);
  /** The characters of all names, and for each name where they end. */
  #characters = new Uint16Array(32768);
  #ends = new Int32Array(2048);
  /** The terms of all names, and for each name where they end. */
  #numbers = new Int32Array(8192);
  #numberEnds = new Int32Array(2048);
  #names = 0;
  /** Room to count names and terms in, for whoever reads one text and takes what was counted. */
  readonly rooms = { rest: new Tally(), unit: new Tally(), comments: new Tally(), name: new Tally(), terms: new Tally() } as const;

  /** How many terms there are. */
  get size(): number {
    return this.#terms.length;
  }

  /** The number of a term. */
  numberOf(term: string): number {
    const known = this.#places.get(term);
    if (known !== undefined) return known;
    const place = this.#terms.push(term) - 1;
    this.#places.set(term, place);
    return place;
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** Counts the names of a part of a text, `words.countNames(tally, 'order.reserve()', 0, 15)`; those that are too long to be names are left out. */
  countNames(names: Tally, text: string, start: number, end: number): void {
    eachName(text, start, end, (from, to) => names.add(this.#name(text, from, to), 1));
  }

  #addTerms(terms: Tally, names: Int32Array): void {
    for (let at = 0; at < names.length; at += 2) {
      const name = names[at] ?? 0;
      const count = names[at + 1] ?? 0;
      const last = this.#numberEnds[name] ?? 0;
      for (let place = name > 0 ? (this.#numberEnds[name - 1] ?? 0) : 0; place < last; place++) terms.add(this.#numbers[place] ?? 0, count);
    }
  }

  #addTermsIn(terms: Tally, text: string): void {
    const { name } = this.rooms;
    this.countNames(name, text, 0, text.length);
    this.#addTerms(terms, name.take());
  }

  /** The terms of counted names, some lists of them as one: `words.termsOf([words.rooms.rest.take()])`. */
  termsOf(lists: readonly Int32Array[]): Terms {
    const { terms } = this.rooms;
    for (const names of lists) this.#addTerms(terms, names);
    return terms.take();
  }

  /** The terms of some short texts: `words.termsIn(['An order is reserved'])` are those of order, and of reserved. */
  termsIn(texts: Iterable<string>): Terms {
    const { terms } = this.rooms;
    for (const text of texts) this.#addTermsIn(terms, text);
    return terms.take();
  }

  #name(text: string, start: number, end: number): number {
    const length = end - start;
    let hash = HASH_START;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0) break;
      if (this.#hashes[known] === hash && this.#isName(known, text, start, length)) return known;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#names + 1;
    return this.#keep(text, start, end, hash);
  }

  #isName(name: number, text: string, start: number, length: number): boolean {
    const first = name > 0 ? (this.#ends[name - 1] ?? 0) : 0;
    if ((this.#ends[name] ?? 0) - first !== length) return false;
    for (let at = 0; at < length; at++) if (this.#characters[first + at] !== text.charCodeAt(start + at)) return false;
    return true;
  }

  #keep(text: string, start: number, end: number, hash: number): number {
    const name = this.#names++;
    const first = name > 0 ? (this.#ends[name - 1] ?? 0) : 0;
    const last = first + end - start;
    if (last > this.#characters.length) this.#characters = grown(new Uint16Array(last * 2), this.#characters);
    for (let at = start; at < end; at++) this.#characters[first + at - start] = text.charCodeAt(at);
    if (name >= this.#hashes.length) {
      this.#hashes = grown(new Int32Array(name * 2), this.#hashes);
      this.#ends = grown(new Int32Array(name * 2), this.#ends);
      this.#numberEnds = grown(new Int32Array(name * 2), this.#numberEnds);
    }
    this.#hashes[name] = hash;
    this.#ends[name] = last;
    // A part of the text would keep all of it.
    const written = String.fromCharCode(...this.#characters.subarray(first, last));
    let place = name > 0 ? (this.#numberEnds[name - 1] ?? 0) : 0;
    const terms = splitName(written);
    if (place + terms.length > this.#numbers.length) this.#numbers = grown(new Int32Array((place + terms.length) * 2), this.#numbers);
    for (const term of terms) this.#numbers[place++] = this.numberOf(term);
    this.#numberEnds[name] = place;
    if (this.#names * 2 > this.#slots.length) this.#rehash();
    return name;
  }

  #rehash(): void {
    const mask = this.#slots.length * 2 - 1;
    const slots = new Int32Array(mask + 1);
    for (let name = 0; name < this.#names; name++) {
      const hash = this.#hashes[name] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = name + 1;
    }
    this.#slots = slots;
  }
}

function grown<T extends Int32Array | Uint16Array>(larger: T, before: T): T {
  larger.set(before);
  return larger;
}
