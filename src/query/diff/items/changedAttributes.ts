import { CELL } from '../../../model/attributeCondition.ts';
import type { Attribute } from '../../../model/facts.ts';
import type { Item } from '../../../model/item.ts';
import { withCriteria } from '../../../model/item.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Correspondence } from './correspondence.ts';

/** An attribute of an item that has another value now: `{ item, name: 'Status', was: 'Draft', is: 'Approved' }`. */
export interface AttributeChange {
  /** As it is now. */
  readonly item: Item;
  readonly name: string;
  /** Undefined where it was not there. */
  readonly was: string | undefined;
  /** Undefined where it is gone. */
  readonly is: string | undefined;
}

// @implements RT-5.1/AC8
/** Attributes of items on both sides that changed, in the order of the index: the status, the release, the safety level of a delivery. */
export function changedAttributes(head: IndexView, same: Correspondence): readonly AttributeChange[] {
  return [...head.requirements()].flatMap((requirement) =>
    withCriteria(requirement).flatMap((item) => {
      const before = item.type === 'requirement' ? same.requirements.baseOf(item) : same.units.baseOf(item);
      return before ? changesOf(before.facts.attributes, item) : [];
    }),
  );
}

function changesOf(before: readonly Attribute[], item: Item): readonly AttributeChange[] {
  const after = item.facts.attributes;
  if (before.length === 0 && after.length === 0) return [];
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    was.get(name) === is.get(name) ? [] : [{ item, name, was: was.get(name), is: is.get(name) }],
  );
}

/** By name; several of one name are one. Where a row stands in its sheet says nothing of it. */
function valuesOf(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of attributes) {
    const before = values.get(name);
    if (name !== CELL) values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return values;
}
