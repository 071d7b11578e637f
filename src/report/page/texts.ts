import type { ScriptTexts } from '../html/scriptTexts.ts';

/** The name of something that the page says: `showMore`. */
export type PhraseName = keyof ScriptTexts['phrases'];

/** A value of the data that people read: a status, a kind of link, an outcome, a severity. */
export type Value = keyof ScriptTexts['values'];

/** What the page says, in the language of the person before it. */
export class Texts {
  readonly #texts: ScriptTexts;

  constructor(texts: ScriptTexts) {
    this.#texts = texts;
  }

  /** A phrase with its values: `phrase('more', 3)` is `and 3 more`. */
  readonly phrase = (name: PhraseName, ...values: readonly (string | number)[]): string =>
    this.#texts.phrases[name].replace(/\{(\d)\}/gu, (placeholder, at: string) => String(values[Number(at)] ?? placeholder));

  /** A value as people read it: `word('met')` is `erfüllt` in German. */
  word(value: Value): string {
    return this.#texts.values[value];
  }
}
