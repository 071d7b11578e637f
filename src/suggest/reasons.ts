import { listed } from '../text/words/listed.ts';
import * as l10n from '@vscode/l10n';
import { say } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { Band } from './bands.ts';
import type { Reason } from './suggest.ts';
import { localised } from '../text/words/localised.ts';

const BANDS: Readonly<Record<Band, Message>> = { strong: say('strong'), likely: say('likely'), weak: say('weak') };

/** How sure a suggestion is, as people read it: `likely`. */
export function bandName(band: Band): string {
  return localised(BANDS[band]);
}

// @implements RT-12.1/AC3~e94376
/** What speaks for a suggestion, on one line: `order, reserve · next to src/order.ts · linked to IP-1.1/AC1`. */
export function reasonText({ words, neighbour, link, changedWith }: Reason): string {
  return [
    ...(words.length > 0 ? [listed(words)] : []),
    ...(neighbour === undefined ? [] : [l10n.t('next to {0}', neighbour)]),
    ...(link === undefined || changedWith !== undefined ? [] : [l10n.t('linked to {0}', link.id)]),
    ...(link === undefined || changedWith === undefined ? [] : [l10n.t('changed with {0}, linked to {1}', changedWith, link.id)]),
  ].join(' · ');
}
