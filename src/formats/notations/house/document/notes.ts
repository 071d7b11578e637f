import type { Explain, LineNote } from '../../../../model/facts.ts';
import type { Message } from '../../../../model/message.ts';

/** Collects what the reader makes of each line; costs nothing when nobody asked. */
export class Notes {
  readonly #explain: Explain | undefined;
  readonly #byLine = new Map<number, LineNote[]>();

  constructor(explain: Explain | undefined) {
    this.#explain = explain;
  }

  /** True if somebody wants to know: texts that take work to write need not be written otherwise. */
  get wanted(): boolean {
    return this.#explain !== undefined;
  }

  add(line: number, what: LineNote['what'], why: Message): void {
    if (!this.#explain) return;
    const note = { line, what, why };
    const notes = this.#byLine.get(line);
    if (notes) notes.push(note);
    else this.#byLine.set(line, [note]);
  }

  /** Says the same of each of these lines, both ends included. */
  span(first: number, last: number, what: LineNote['what'], why: Message): void {
    if (!this.#explain) return;
    for (let line = first; line <= last; line++) this.add(line, what, why);
  }

  /** Says it of those of the lines of which nothing was said yet. */
  rest(first: number, last: number, what: LineNote['what'], why: Message): void {
    if (!this.#explain) return;
    for (let line = first; line <= last; line++) if (!this.#byLine.has(line)) this.add(line, what, why);
  }

  /** Hands everything over in order of lines; blank lines are nothing and stay silent. */
  deliver(lines: readonly string[]): void {
    if (!this.#explain) return;
    for (const [line, text] of lines.entries()) {
      if (text.trim() === '') continue;
      for (const note of this.#byLine.get(line) ?? []) this.#explain(note);
    }
  }
}
