import type { ScriptTexts } from '../html/scriptTexts.ts';
import { rulesOf } from '../../text/words/pluralForm.ts';

/** The name of something that the page says: `expandAll`. */
export type PhraseName = keyof ScriptTexts;

/** What the page says, in the language of the person before it. */
export class Texts {
  readonly #texts: ScriptTexts;
  readonly #rules: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  /** @param language that of the page, `zh-cn`. */
  constructor(texts: ScriptTexts, language: string) {
    this.#texts = texts;
    this.#rules = rulesOf(language);
    this.#numbers = new Intl.NumberFormat(this.#rules.resolvedOptions().locale);
  }

  /** A phrase with its values: `phrase('showingAll', 3)` is `Showing all: 3 criteria`. */
  readonly phrase = (name: PhraseName, ...values: readonly (string | number)[]): string => {
    const phrase = this.#texts[name];
    const form = typeof phrase === 'string' ? phrase : (phrase[this.#rules.select(Number(values[0]))] ?? phrase.other ?? '');
    return form.replace(/\{(\d)\}/gu, (placeholder, at: string) => {
      const value = values[Number(at)] ?? placeholder;
      return typeof value === 'number' ? this.#numbers.format(value) : value;
    });
  };

  /** Several things in a row, as the language has it: `row('listed', ['met', 'stale'])` is `met, stale`; nothing for none. */
  readonly row = (name: PhraseName, parts: readonly string[]): string =>
    parts.length ? parts.reduce((some, part) => this.phrase(name, some, part)) : '';
}
