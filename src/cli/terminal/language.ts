import { isForPeople } from '../../report/formats.ts';
import { speak } from '../../text/words/localised.ts';
import { shippedText } from '../shippedText.ts';

/** Their texts are l10n/bundle.l10n.de.json and so on, which VS Code reads as well. */
const TRANSLATIONS = ['de', 'zh-cn'];

/** The languages that the command line speaks: what `--lang` takes. */
export const LANGUAGES: readonly string[] = ['en', ...TRANSLATIONS];

/** What chooses the language of a run. */
export interface LanguageChoice {
  /** What was asked for with `--lang`; anything that is not a language is ignored. */
  readonly lang?: string | undefined;
  /** The format that is printed; what programs read is English, whatever was asked for. */
  readonly format?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

// @implements RT-6.1/AC16~3b04ee
/** Has everything from now on said in the language that was asked for, else in that of the environment: `LANG=de_AT.UTF-8`. */
export function chooseLanguage({ lang, format = 'text', env }: LanguageChoice): void {
  const asked = lang !== undefined && LANGUAGES.includes(lang) ? lang : environmentLanguage(env);
  const isTranslated = isForPeople(format) && TRANSLATIONS.includes(asked);
  const texts = isTranslated ? shippedText(`l10n/bundle.l10n.${asked}.json`) : undefined;
  speak(texts === undefined ? 'en' : asked, texts ?? {});
}

/** The value of `--lang` as it was typed, for messages before the arguments are checked: `de` of `['check', '--lang', 'de']`. */
export function typedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = at < 0 ? undefined : argv[at];
  return word?.startsWith('--lang=') ? word.slice('--lang='.length) : word && argv[at + 1];
}

/** As POSIX has it, `LC_ALL` before `LC_MESSAGES` before `LANG`; English for other languages, such as traditional Chinese. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase();
  if (/^de(?![a-z])/u.test(locale)) return 'de';
  return /^zh(?![a-z])(?![_-](?:tw|hk|mo|hant))/u.test(locale) ? 'zh-cn' : 'en';
}
