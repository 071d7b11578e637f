import german from '../../../l10n/bundle.l10n.de.json';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';
import type { PageLanguage } from '../../report/html/pageLanguage.ts';
import { ENGLISH } from '../../report/html/pageLanguage.ts';
import { localised, speak } from '../../text/words/localised.ts';
import type { Arguments, OptionSpec } from '../command.ts';

const BUNDLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german, 'zh-cn': chinese };

/** For commands that make pages for people. What programs read is English always. */
export const LANGUAGE_OPTION: OptionSpec = {
  type: 'string',
  value: 'LANGUAGE',
  choices: ['en', ...Object.keys(BUNDLES)],
  help: 'html only: what the page speaks (default: the language of the environment)',
};

/** The language of a page: the one that was asked for, else that of the environment, `LANG=de_AT.UTF-8`. All that is said from now on is said in it. */
export function pageLanguage(args: Arguments, env: Readonly<Record<string, string | undefined>>): PageLanguage {
  const tag = args.value('lang') ?? environmentLanguage(env);
  const bundle = BUNDLES[tag];
  if (!bundle) return ENGLISH;
  speak(tag, bundle);
  return { tag, words: localised };
}

/** As POSIX has it, `LC_ALL` before `LC_MESSAGES` before `LANG`; English for what is not spoken, as traditional Chinese. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase();
  if (/^de(?![a-z])/u.test(locale)) return 'de';
  return /^zh(?![a-z])(?![_-](?:tw|hk|mo|hant))/u.test(locale) ? 'zh-cn' : 'en';
}
