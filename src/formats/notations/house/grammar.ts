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
