import type { Item } from '../../../model/item.ts';
import type { Comparison } from '../comparison.ts';
import { renamedIn } from '../comparison.ts';
import { correspondence } from './correspondence.ts';

/** An item that asks for something else than before, or whose id did. */
export interface ChangedMeaning {
  readonly item: Item;
  /** What it, or the item of its id, was in the base. */
  readonly before: Item;
  /** False where it still says what it did, under the id that another one had. */
  readonly isReworded: boolean;
}

// @implements RT-6.1/AC24~15c1b7
/**
 * Those of the items by whose ids something else is asked for now: reworded ones, new ones in the place of others, and those that changed places.
 *
 * @example changedMeanings(comparison, [item]).map(({ before }) => before.facts.text);
 */
export function changedMeanings(
  comparison: Pick<Comparison, 'base' | 'head' | 'files'>,
  items: readonly Item[],
): readonly ChangedMeaning[] {
  const { base, head } = comparison;
  const isSame = (before: Item, item: Item): boolean => base.pin(before) === head.pin(item);
  const others = items.filter((item) => {
    const before = base.item(item.key);
    return !before || !isSame(before, item);
  });
  if (others.length === 0) return [];
  const same = correspondence(base, head, renamedIn(comparison)).units;
  return others.flatMap((item): ChangedMeaning[] => {
    const paired = same.baseOf(item);
    const before = paired && !isSame(paired, item) ? paired : base.item(item.key);
    return before ? [{ item, before, isReworded: !paired || !isSame(paired, item) }] : [];
  });
}
