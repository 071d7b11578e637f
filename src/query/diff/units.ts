import type { IndexView } from '../../index/view.ts';
import type { Item, RequirementItem } from '../../model/item.ts';

/** What coverage is counted in: criteria, and requirements that have none. */
export function unitsOf(requirement: RequirementItem): readonly Item[] {
  return requirement.criteria.length ? requirement.criteria : [requirement];
}

/** All units of an index, in its order. */
export function allUnits(view: IndexView): Item[] {
  return Array.from(view.requirements()).flatMap(unitsOf);
}

/** The requirement that an item is or belongs to. */
export function requirementOf(item: Item): RequirementItem {
  return item.type === 'requirement' ? item : item.requirement;
}

/** All that an item says, as a pin covers it: in NFC, white space collapsed. */
export function textOf(item: Item): string {
  const parts = item.type === 'requirement' ? [item.facts.title, item.facts.text] : [item.facts.text, item.facts.detail];
  return parts.join(' ').normalize('NFC').replace(/\s+/gu, ' ').trim();
}
