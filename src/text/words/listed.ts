import * as l10n from '@vscode/l10n';

/** Several things in a row, as the language has it: `a, b, c`, in Chinese `a、b、c`; nothing for none. */
export function listed(parts: readonly string[]): string {
  return parts.length ? parts.reduce((some, part) => l10n.t('{0}, {1}', some, part)) : '';
}

/** Sentences or parts with commas of their own, one after the other as the language has it: `a, b; c`. */
export function together(parts: readonly string[]): string {
  return parts.length ? parts.reduce((some, part) => l10n.t('{0}; {1}', some, part)) : '';
}
