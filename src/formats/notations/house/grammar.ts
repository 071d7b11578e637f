/** The words of the house notation, each of them written here and nowhere else; how references are written is in `src/formats/ids/`. */

/** What may follow `@`: `// @implements IP-1.1.1`. */
export const KEYWORDS = ['implements', 'verifies', 'req', 'waives'] as const;

/** Any keyword with its mark and what is written behind it: `@(?:implements|…)`. */
export const ANY_KEYWORD = `@(?:${KEYWORDS.join('|')})`;

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
