import type { IndexView } from '../index/view.ts';
import type { Item } from '../model/item.ts';
import { unitsOf } from '../model/item.ts';

/** All units of an index, in its order: criteria, and requirements that have none. */
export function allUnits(view: IndexView): Item[] {
  return Array.from(view.requirements()).flatMap(unitsOf);
}
