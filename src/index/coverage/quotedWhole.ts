import type { Extent } from '../../model/quotation.ts';
import type { ItemWaiver, Link } from '../../model/item.ts';

/**
 * True if links name the whole of an item: one that does not quote it, or quotations that together have every character of it. What a waiver quotes need not be quoted
 * again: `isWhole([quoting 0 to 40 of 80], [waiving 40 to 80 of 80])`.
 */
export function isWhole(links: readonly Pick<Link, 'annotation'>[], waivers: readonly ItemWaiver[] = []): boolean {
  if (links.length === 0) return false;
  return coverAll([
    ...links.map(({ annotation }) => annotation.reference.extent),
    // One for the whole item is a status of its own.
    ...waivers.flatMap(({ valid, waiver }) => (valid && waiver.reference.extent ? [waiver.reference.extent] : [])),
  ]);
}

/** True if valid waivers are for the whole of an item. */
export function waivesWhole(waivers: readonly ItemWaiver[]): boolean {
  const valid = waivers.filter((one) => one.valid);
  return valid.length > 0 && coverAll(valid.map(({ waiver }) => waiver.reference.extent));
}

/** True if the parts, of which one may be the whole, leave nothing out. */
function coverAll(parts: readonly (Extent | undefined)[]): boolean {
  if (parts.includes(undefined)) return true;
  const extents = parts.flatMap((part) => part ?? []).toSorted((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, to } of extents) {
    if (from > end) return false;
    end = Math.max(end, to);
  }
  return end >= (extents[0]?.of ?? 0);
}
