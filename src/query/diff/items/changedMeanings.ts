import { textOf } from '../../../index/items/pins.ts';
import type { Item } from '../../../model/item.ts';
import { requirementOf } from '../../../model/item.ts';
import { allUnits } from '../../units.ts';
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
  // Of two texts with one pin, the other can be written on purpose.
  const isSame = (before: Item, item: Item): boolean => textOf(before) === textOf(item);
  const others = items.filter((item) => {
    const before = base.item(item.key);
    return !before || !isSame(before, item);
  });
  if (others.length === 0) return [];
  const same = correspondence(base, head, renamedIn(comparison)).units;
  // Whatever document they were in: a text that went together with it was not met by another under its id.
  const gone = new Map(same.freeBases(allUnits(base)).map((item) => [idsOf(item), item]));
  return others.flatMap((item): ChangedMeaning[] => {
    const paired = same.baseOf(item);
    const before = paired && !isSame(paired, item) ? paired : (base.item(item.key) ?? (paired ? undefined : gone.get(idsOf(item))));
    return before ? [{ item, before, isReworded: !paired || !isSame(paired, item) }] : [];
  });
}

/**
 * Requirements of which criteria are among the items and that say something else around these, each as it was:
 * `changedStatements(comparison, [item])`.
 */
export function changedStatements(
  { base, head }: Pick<Comparison, 'base' | 'head'>,
  items: readonly Item[],
): readonly { readonly item: Item; readonly before: Item }[] {
  const requirements = new Set(items.flatMap((item) => (item.type === 'criterion' ? [item.requirement] : [])));
  return [...requirements].flatMap((item) => {
    const before = base.item(item.key);
    return before && head.item(item.key) === item && textOf(before) !== textOf(item) ? [{ item, before }] : [];
  });
}

/** The ids of a criterion and its requirement, without their document. */
function idsOf(item: Item): string {
  return `${requirementOf(item).facts.localId}\0${item.facts.localId}`;
}
