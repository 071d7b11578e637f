import { l10n } from 'vscode';

/** Several things in a row, as the language of VS Code has it: `a, b, c`, in Chinese `a、b、c`; nothing for none. */
export function listed(parts: readonly string[]): string {
  return parts.length ? parts.reduce((some, part) => l10n.t('{0}, {1}', some, part)) : '';
}
