import * as l10n from '@vscode/l10n';
import type { Message } from '../../model/message.ts';
import { pluralForm } from './pluralForm.ts';

let language = 'en';

/** The language of all that `localised` says from now on: `speak('de', contents)` with the texts of l10n/bundle.l10n.de.json. */
export function speak(tag: string, contents: string | Readonly<Record<string, string>>): void {
  language = tag;
  l10n.config({ contents });
}

/** The tag of the language in which all is said, `de`: for numbers, and for `lang` of a page. */
export function spokenLanguage(): string {
  return language;
}

/** The words of a message in the language of the editor, or the one that the command line was asked for; English wherever nobody named another. */
export function localised(message: Message): string {
  const values = message.values.map((value) => (typeof value === 'string' ? value : localised(value)));
  return l10n.t(pluralForm(message, language, l10n.t), ...values);
}
