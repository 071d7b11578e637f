import type { Reference } from '../../model/facts.ts';
import { quotable } from '../../text/quotation.ts';
import type { Item, RequirementItem } from '../../model/item.ts';

/** True for a reference that says just this item, in whatever document: `IP-1.1/AC2` for the criterion AC2 of IP-1.1. */
export function namesItem({ id, criterion, quote }: Pick<Reference, 'id' | 'criterion' | 'quote'>, item: Item): boolean {
  const { localId } = item.facts;
  if (quote) return item.type === 'criterion' && item.requirement.facts.section === id && quote.words.includes(quotable(item.facts.text));
  if (item.type === 'requirement') return isCalled(item, id) && criterion === undefined;
  const byId = item.facts.whole && id === localId && criterion === undefined;
  return byId || (isCalled(item.requirement, id) && criterion === localId);
}

/** True for the id of a requirement, or for another form of it: `REQ-001` for `REQ001` of Doorstop. */
function isCalled({ facts: { localId, aliases } }: RequirementItem, id: string): boolean {
  return id === localId || aliases?.includes(id) === true;
}
