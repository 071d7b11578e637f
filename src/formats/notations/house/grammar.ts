/**
 * The grammar of the house notation, each part of it written here and nowhere else: its keywords, the label of a criterion and the pin.
 * Everything is a piece of a regular expression, to be put together by who looks for it.
 */

/** What may follow `@`: `// @implements IP-1.1.1`. */
export const KEYWORDS = ['implements', 'verifies', 'req', 'waives'] as const;

/** Any keyword with its mark and what is written behind it: `@(?:implements|…)`. */
export const ANY_KEYWORD = `@(?:${KEYWORDS.join('|')})`;

/** What may not stand before an id or a label, so that `XIP-1` and `2-IP-1` are none. */
export const BEFORE = String.raw`(?<![\p{L}\p{N}_-])`;
/** What may not stand behind an id or a label, so that `IP-1ab` and `CVE-2019-1234` are none; a full stop may. */
export const AFTER = String.raw`(?![\p{L}\p{N}_]|-[\p{L}\p{N}]|\.\d)`;

const CRITERION_NUMBER = String.raw`\d+(?:\.\d+)*`;
/** Position or label of a criterion in a text, where it may be two words: `AC2`, `AC-3`, `AC 4`, `AC2.1.4`. */
export const CRITERION = `AC[-_ ]?${CRITERION_NUMBER}`;
/** The same as one word, as references have it: `AC2`, `AC-3`, `AC_2.1`. */
export const CRITERION_WORD = `AC[-_]?${CRITERION_NUMBER}`;
/** A criterion that has the shape of an id, `AC-3`, and that only what stands around it tells from one. */
export const CRITERION_LIKE_ID = `AC-${CRITERION_NUMBER}`;

const ONLY_CRITERION = new RegExp(`^${CRITERION}$`, 'u');
const ONLY_CRITERION_WORD = new RegExp(`^${CRITERION_WORD}$`, 'u');

/** True for a whole text that is the label of a criterion, in one word: `AC-3`. */
export function isCriterionLabel(text: string): boolean {
  return ONLY_CRITERION_WORD.test(text);
}

/** `AC-3`, `AC_3` and `AC 3` are `AC3`; a whole id stays as it is. */
export function normalCriterion(text: string): string {
  return ONLY_CRITERION.test(text) ? text.replace(/^AC[-_ ]?/u, 'AC') : text;
}

/** Length of a pin in hex digits. */
export const PIN_LENGTH = 6;
/** The hex digits of a pin, without its mark. */
export const PIN_DIGITS = `[0-9a-f]{${PIN_LENGTH}}`;
/** A pin behind a reference: `~3f2a9c`. */
export const PIN = `~${PIN_DIGITS}(?![0-9A-Za-z])`;

const PIN_AT_END = new RegExp(`~${PIN_DIGITS}$`, 'u');

/** A reference with another pin, or its first: `withPin('IP-1/AC2~000000', '3f2a9c')` is `IP-1/AC2~3f2a9c`. */
export function withPin(reference: string, pin: string): string {
  return `${reference.replace(PIN_AT_END, '')}~${pin}`;
}

const COLON_AT_END = /[:：]\s*$/u;

/** True for words with a colon behind them, that of Chinese and Japanese included: `**验收标准：**`. */
export function endsInColon(text: string): boolean {
  const end = text.trimEnd().at(-1);
  return end === ':' || end === '：';
}

/** The words before a colon at their end. */
export function withoutColon(text: string): string {
  return text.replace(COLON_AT_END, '');
}
