import type { Item } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';

/** True for an item that its document marks as one that needs nothing; false for one that is exempt by its place, its notation or reqtrace.yaml. */
export function isMarkedExempt(item: Item): boolean {
  return isMarked(item.facts) || isMarked(requirementOf(item).facts);
}

function isMarked({ exempt, needs }: Item['facts']): boolean {
  return exempt || needs?.length === 0;
}
