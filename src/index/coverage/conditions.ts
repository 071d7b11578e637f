import type { AttributeConditions } from '../../model/attributeCondition.ts';
import type { Attribute } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';

/** Whether an item has what a condition asks for: `maybe` where an attribute could not be read. */
export type Fit = 'yes' | 'maybe' | 'no';

/**
 * Whether an item has all attributes that a condition names: `fitOf(item, { Status: 'Approved' })`. Letter case and white space at the ends do not count, and
 * a criterion has the attributes of its requirement that it has not itself.
 */
export function fitOf(item: Item, when: AttributeConditions): Fit {
  const attributes = attributesOf(item);
  let fit: Fit = 'yes';
  for (const [name, value] of Object.entries(when)) {
    const one = fitOfOne(attributes, name, value);
    if (one === 'no') return 'no';
    if (one === 'maybe') fit = 'maybe';
  }
  return fit;
}

/** True for two names or values of attributes that are the same to a condition. */
export function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function attributesOf(item: Item): readonly Attribute[] {
  return item.type === 'requirement' ? item.facts.attributes : [...item.facts.attributes, ...item.requirement.facts.attributes];
}

/** The nearest attribute of the name counts: a criterion's own hides its requirement's. */
function fitOfOne(attributes: readonly Attribute[], wanted: string, value: string): Fit {
  const found = attributes.find(({ name }) => sameWords(name, wanted));
  if (!found) return attributes.some(({ unread }) => unread === 'name') ? 'maybe' : 'no';
  if (found.unread === 'value') return 'maybe';
  return sameWords(found.value, value) ? 'yes' : 'no';
}
