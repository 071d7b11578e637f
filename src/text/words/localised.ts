import * as l10n from '@vscode/l10n';
import type { Message } from '../../model/message.ts';

/** The words of a message in the language of the editor; English wherever no editor named another. */
export function localised({ text, values }: Message): string {
  return l10n.t(text, ...values.map((value) => (typeof value === 'string' ? value : localised(value))));
}
