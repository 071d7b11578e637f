/** Counts how often numbers come, in order of their first time: `tally.add(7, 2); tally.take()` is `[7, 2]`. Numbers are small, as those of a vocabulary. */
export class Tally {
  #counts = new Float64Array(1024);
  #met = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(number: number, count: number): void {
    if (number >= this.#counts.length) this.#grow(number);
    const before = this.#counts[number] ?? 0;
    if (before === 0) {
      if (this.#size === this.#met.length) this.#meet();
      this.#met[this.#size++] = number;
    }
    this.#counts[number] = before + count;
  }

  /** The numbers with their counts in turn, all of them whole; afterwards nothing is counted. */
  take(): Int32Array {
    const taken = new Int32Array(this.#size * 2);
    for (let at = 0; at < this.#size; at++) {
      const number = this.#met[at] ?? 0;
      taken[at * 2] = number;
      taken[at * 2 + 1] = this.#counts[number] ?? 0;
      this.#counts[number] = 0;
    }
    this.#size = 0;
    return taken;
  }

  #grow(number: number): void {
    const counts = new Float64Array(Math.max(number + 1, this.#counts.length * 2));
    counts.set(this.#counts);
    this.#counts = counts;
  }

  #meet(): void {
    const met = new Int32Array(this.#met.length * 2);
    met.set(this.#met);
    this.#met = met;
  }
}
