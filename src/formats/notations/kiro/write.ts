import { COMMON_WORDS } from '../../notation/commonWords.ts';
import { requirementOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import type { NotationWriter } from '../../notation/notation.ts';
import { writtenName } from './names.ts';

/**
 * Code is annotated as Kiro has tests name what they show, each with its feature: `Feature: kettle, Validates: Requirements 1.2`. Waivers and pins, for
 * which Kiro has no words, are those of the house. Numbers follow from their places, so that nobody writes ids.
 */
export const write: NotationWriter = {
  annotation(kind, reference, item) {
    const name = nameOf(item);
    if (name === undefined) return `@${kind} ${reference}`;
    const feature = requirementOf(item).namespace.replace(/^.*\//u, '');
    return `Feature: ${feature}, ${kind === 'verifies' ? 'Validates: Requirements' : 'Requirements:'} ${name}`;
  },
  waiver: COMMON_WORDS.waiver,
  revise: COMMON_WORDS.revise,
};

function nameOf(item: Item): string | undefined {
  const id = requirementOf(item).facts.localId;
  return writtenName(item.type === 'criterion' ? { id, criterion: item.facts.localId } : { id });
}
