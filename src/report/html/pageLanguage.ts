import { inEnglish } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { localised, spokenLanguage } from '../../text/words/localised.ts';
import { escapeHtml } from '../writing/html.ts';

/** The language of a page: reports are English, the matrix in an editor speaks the language of the person before it. */
export interface PageLanguage {
  /** For `lang`, `en`, `zh-cn`. */
  readonly tag: string;
  /** The words of a message in it. */
  readonly words: (message: Message) => string;
}

/** The language in which all is said now. */
export function spokenPageLanguage(): PageLanguage {
  return { tag: spokenLanguage(), words: localised };
}

export const ENGLISH: PageLanguage = { tag: 'en', words: inEnglish };

/** Writes messages into HTML: neither what they say nor what is said in them can be more than text there. */
export type HtmlWords = (message: Message) => string;

export function htmlWords({ words }: PageLanguage): HtmlWords {
  return (message) => escapeHtml(words(message));
}
