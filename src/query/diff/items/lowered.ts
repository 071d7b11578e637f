import type { IndexView } from '../../../index/view.ts';
import type { Item, LowerItem } from '../../../model/item.ts';

/** Ids of what covers an item and has less than before: what is gone, is for another revision now, or is not satisfied any more. */
export function lowered(base: IndexView, before: Item | undefined, head: IndexView, after: Item): string[] {
  const was = (before && base.coverage(before.key).lower) ?? [];
  const now = new Map((head.coverage(after.key).lower ?? []).map((one) => [one.key, one]));
  return [
    ...was.filter((one) => holds(one) && !holds(now.get(one.key))).map(({ key }) => head.item(key)?.id ?? base.item(key)?.id ?? key),
    // One more that lacks something takes a level away from what had it.
    ...[...now.values()]
      .filter((one) => !holds(one) && !was.some(({ key }) => key === one.key))
      .map(({ key }) => head.item(key)?.id ?? key),
  ];
}

function holds(one: LowerItem | undefined): boolean {
  return one !== undefined && one.current && one.satisfied;
}
