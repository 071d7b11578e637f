import type { Reference } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';

/** True for a reference that says just this item, in whatever document: `IP-1.1/AC2` for the criterion AC2 of IP-1.1. */
export function namesItem({ id, criterion }: Pick<Reference, 'id' | 'criterion'>, item: Item): boolean {
  const { localId } = item.facts;
  if (item.type === 'requirement') return id === localId && criterion === undefined;
  const byId = item.facts.whole && id === localId && criterion === undefined;
  return byId || (id === item.requirement.facts.localId && criterion === localId);
}
