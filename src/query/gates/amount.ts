import * as l10n from '@vscode/l10n';

/** `1 criterion`, `14 criteria`. */
export function amount(number: number): string {
  return number === 1 ? l10n.t('1 criterion') : l10n.t('{0} criteria', number);
}
