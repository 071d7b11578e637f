import type { Message } from '../../model/message.ts';

/**
 * The form of a message that a language asks for by the number in it: `{0} test` for 1 in English and German, `{0} tests` for 2 and, in Chinese, for
 * all; `{0} tests [few]` for 2 in Polish, where its translation has that.
 *
 * @param translated the translation of a text; the text itself where there is none.
 */
export function pluralForm({ text, values, one }: Message, language: string, translated: (text: string) => string): string {
  if (one === undefined) return text;
  const category = rulesOf(language).select(Number(values[0]));
  if (category === 'one') return one;
  const special = formKey(text, category);
  return category !== 'other' && translated(special) !== special ? special : text;
}

/** The rules of a language, English for what is the tag of none. */
export function rulesOf(language: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(language);
  } catch {
    return new Intl.PluralRules('en');
  }
}

/** Under which key a translation has a form that English does not: `{0} tests [few]`. */
export function formKey(text: string, category: Intl.LDMLPluralRule): string {
  return `${text} [${category}]`;
}
