import type { Position } from '../../../model/position.ts';

/** A line that is made of parts of others, each letter of which knows where it was. */
export class PlacedLine {
  #text = '';
  readonly #places: Position[] = [];

  get text(): string {
    return this.#text;
  }

  get places(): readonly Position[] {
    return this.#places;
  }

  /** Adds a part of a line as it is. */
  keep(text: string, { line, character }: Position): this {
    for (let at = 0; at < text.length; at += 1) this.#places.push({ line, character: character + at });
    this.#text += text;
    return this;
  }

  /** Adds what stands there in other words, `**` for `*`: all of it is at one place. */
  put(text: string, place: Position): this {
    for (let at = 0; at < text.length; at += 1) this.#places.push(place);
    this.#text += text;
    return this;
  }

  /** Adds another line behind this one. */
  join(other: PlacedLine): this {
    for (const place of other.#places) this.#places.push(place);
    this.#text += other.#text;
    return this;
  }
}
