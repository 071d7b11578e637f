import { requirementOf } from '../../model/item.ts';
import type { Resolution } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';

/**
 * How the item of a reference was found, where the reference and its file do not show it: `found in specs/001-kettle, whose documents name this
 * file`. Undefined for a namespace that is written in the reference, for that of its file, and for an id that only one item has.
 */
export function stepWords(resolution: Resolution): Message | undefined {
  if (resolution.kind !== 'item') return undefined;
  const { namespace, notation } = requirementOf(resolution.item);
  switch (resolution.step) {
    case 'scope':
      return say('found in {0}, which is named around the reference', namespace);
    case 'named':
      return say('found in {0}, whose documents name this file', namespace);
    case 'notation':
      return say('found among what is written as {0}, like the reference', notation);
    case 'qualified':
    case 'own':
    case 'everywhere':
      return undefined;
  }
}
