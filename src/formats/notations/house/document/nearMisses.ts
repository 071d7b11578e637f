import type { Problem } from '../../../../model/finding.ts';
import type { Message } from '../../../../model/message.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath, Range } from '../../../../model/position.ts';
import { comparePositions } from '../../../../model/position.ts';
import type { Notes } from './notes.ts';

/** Places beyond these are counted, not listed. */
const MAX_RELATED = 20;

interface NearMiss {
  readonly places: { readonly range: Range; readonly message: Message; readonly text: string }[];
}

/** Gathers what looks like a requirement or criterion but fits no form: one problem for each notation of a document. */
export class NearMisses {
  readonly #notes: Notes;
  readonly #byNotation = new Map<string, NearMiss>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /**
   * @param notation what places have in common, such as `label without a colon`; only the first gets a problem of its own.
   * @param message says what is wrong with the first place and what to do.
   * @param text the words at this place.
   */
  add(notation: string, range: Range, message: Message, text: string): void {
    this.#notes.add(range.start.line, 'near-miss', message);
    const known = this.#byNotation.get(notation);
    if (known) known.places.push({ range, message, text });
    else this.#byNotation.set(notation, { places: [{ range, message, text }] });
  }

  has(notation: string): boolean {
    return this.#byNotation.has(notation);
  }

  problems(path: FilePath): Problem[] {
    return Array.from(this.#byNotation.values()).flatMap(({ places }) => {
      const [first, ...others] = places.sort((a, b) => comparePositions(a.range.start, b.range.start));
      if (!first) return [];
      return {
        code: 'near-miss' as const,
        range: first.range,
        message: others.length ? say('{0} (and {1} more like it)', first.message, others.length) : first.message,
        related: others.slice(0, MAX_RELATED).map(({ range, text }) => ({ path, range, message: say('Written the same way: {0}', text) })),
      };
    });
  }
}
