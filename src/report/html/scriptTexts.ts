import type { Outcome } from '../../model/evidence.ts';
import type { CriterionKind } from '../../model/facts.ts';
import type { Severity } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { STATUS_WORDS } from '../../model/status.ts';
import type { Link } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import type { PageLanguage } from './pageLanguage.ts';

/** What the page's script says. Its values come later, so each placeholder stands for itself. */
const PHRASES = {
  showingAll: say('Showing all {0} of {1}.', '{0}', '{1}'),
  showingSome: say('Showing {0} of {1} in {2}.', '{0}', '{1}', '{2}'),
  showingNone: say('No criterion fits these filters.'),
  oneCriterion: say('1 criterion'),
  criteria: say('{0} criteria', '{0}'),
  oneRequirement: say('1 requirement'),
  requirements: say('{0} requirements', '{0}'),
  showMore: say('Show more ({0} lines left)', '{0}'),
  expandAll: say('Expand all'),
  collapseAll: say('Collapse all'),
  noCode: say('no code'),
  noTest: say('no test'),
  more: say('and {0} more', '{0}'),
  text: say('Text'),
  place: say('Place'),
  showInTree: say('Show in tree'),
  kind: say('Kind'),
  detail: say('Detail'),
  claimed: say('Claimed'),
  ticked: say('yes, checked off in the document'),
  notTicked: say('no, not checked off in the document'),
  missing: say('Missing'),
  proof: say('Proof'),
  proven: say('tests have passed'),
  unproven: say('no passed test'),
  outdated: say('{0}, by results older than the code', '{0}'),
  waiver: say('Waiver'),
  waiverOwner: say('{0} ({1})', '{0}', '{1}'),
  waiverUntil: say('{0}, until {1}', '{0}', '{1}'),
  waiverVoid: say('{0}: no longer valid', '{0}'),
  links: say('Links'),
  inherited: say('through the requirement'),
  run: say('in the run of {0} ({1})', '{0}', '{1}'),
  linkedBy: say(', linked by {0} on {1} in {2}', '{0}', '{1}', '{2}'),
  findings: say('Findings'),
  colours: say('Colors: {0}', '{0}'),
  system: say('system'),
  light: say('light'),
  dark: say('dark'),
} as const satisfies Readonly<Record<string, Message>>;

/** Values of the data as people read them. */
const VALUE_WORDS: Readonly<Record<Status | Link['is'] | Outcome | Severity | Exclude<CriterionKind, 'criterion'>, Message>> = {
  ...STATUS_WORDS,
  implements: say('implements'),
  verifies: say('verifies'),
  passed: say('passed'),
  failed: say('failed'),
  skipped: say('skipped'),
  error: say('error'),
  warning: say('warning'),
  information: say('information'),
  step: say('step'),
  target: say('target'),
};

/** What the script has to know of a language. */
export interface ScriptTexts {
  readonly phrases: Readonly<Record<keyof typeof PHRASES, string>>;
  readonly values: Readonly<Record<keyof typeof VALUE_WORDS, string>>;
}

/** The texts of the page's script in a language, with `{0}`, `{1}` where values belong. */
export function scriptTexts(language: PageLanguage): ScriptTexts {
  return { phrases: spoken(PHRASES, language), values: spoken(VALUE_WORDS, language) };
}

/** A phrase of the script as a message, for what is written while the page is made: `phraseMessage('criteria', 3)`. */
export function phraseMessage(name: keyof typeof PHRASES, ...values: readonly (string | number)[]): Message {
  return { text: PHRASES[name].text, values: values.map(String) };
}

/** A severity within a list of findings: `error`. */
export function severityWord(severity: Severity): Message {
  return VALUE_WORDS[severity];
}

function spoken<K extends string>(messages: Readonly<Record<K, Message>>, { words }: PageLanguage): Record<K, string> {
  return Object.fromEntries(Object.entries<Message>(messages).map(([name, message]) => [name, words(message)])) as Record<K, string>;
}
