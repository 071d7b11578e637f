import { sayMany, say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { formKey, rulesOf } from '../../text/words/pluralForm.ts';
import type { PageLanguage } from './pageLanguage.ts';

/** Any number: the page puts in its own. */
const ANY = 0;

/** What the page's script says. Its values come later, so each placeholder stands for itself. */
const PHRASES = {
  showingAll: sayMany('Showing all: {0} criterion', 'Showing all: {0} criteria', ANY),
  showingSome: sayMany('Showing {1} of {0} criterion', 'Showing {1} of {0} criteria', ANY, '{1}'),
  showingNone: say('No criterion fits these filters.'),
  only: say('Only what fits all of these: {0}', '{0}'),
  search: say('search “{0}”', '{0}'),
  document: say('document {0}', '{0}'),
  statuses: say('status {0}', '{0}'),
  unproven: say('met, but not proven'),
  listed: say('{0}, {1}', '{0}', '{1}'),
  together: say('{0}; {1}', '{0}', '{1}'),
  sort: say('Sort the matrix'),
  ascending: say('{0}, sorted upwards', '{0}'),
  descending: say('{0}, sorted downwards', '{0}'),
  expandAll: say('Expand all'),
  collapseAll: say('Collapse all'),
  showInTree: say('Show in tree'),
  copyLink: say('Copy link'),
  copied: say('Copied: {0}', '{0}'),
  notCopied: say('Copy this address: {0}', '{0}'),
  system: say('Colors: system'),
  light: say('Colors: light'),
  dark: say('Colors: dark'),
} as const satisfies Readonly<Record<string, Message>>;

/** A phrase with `{0}`, `{1}` where values belong; by number, where the first value is one. */
export type Phrase = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What the script has to know of a language. */
export type ScriptTexts = Readonly<Record<keyof typeof PHRASES, Phrase>>;

/** The texts of the page's script in a language. */
export function scriptTexts(language: PageLanguage): ScriptTexts {
  return Object.fromEntries(Object.entries<Message>(PHRASES).map(([name, message]) => [name, phraseOf(message, language)])) as ScriptTexts;
}

function phraseOf({ text, values, one }: Message, { tag, words }: PageLanguage): Phrase {
  const places = values.map((_, at) => `{${at}}`);
  const said = (form: string): string => words({ text: form, values: places });
  if (one === undefined) return said(text);
  const forms = rulesOf(tag)
    .resolvedOptions()
    .pluralCategories.map((category): [Intl.LDMLPluralRule, string] => {
      if (category === 'one') return [category, said(one)];
      const special = said(formKey(text, category));
      return [category, category === 'other' || special === formKey(text, category) ? said(text) : special];
    });
  return Object.fromEntries(forms);
}
