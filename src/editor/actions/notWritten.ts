import * as l10n from '@vscode/l10n';
import type { Item } from '../../model/item.ts';
import type { Refusal } from '../refusal.ts';

/** Why nothing is written about an item: its notation does not say how, and words of another would be foreign there. */
export function notWritten(item: Item): Refusal {
  return { refusal: l10n.t('How that is written for {0} is not known; write it yourself', item.id) };
}
