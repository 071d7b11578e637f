import type { Extent } from '../../model/quotation.ts';
import type { ItemWaiver, Link } from '../../model/item.ts';

/** True if links name the whole of an item: one that does not quote it, or quotations that together have every character of it. */
export function isWhole(links: readonly Pick<Link, 'annotation'>[]): boolean {
  return links.length > 0 && coverAll(links.map(({ annotation }) => annotation.reference.extent));
}

/**
 * True if quotations of links and of valid waivers have every character of an item together: `isWholeWithWaived([quoting 0 to 40 of 80], [waiving 40 to 80 of 80])`.
 * What a waiver quotes need not be quoted again, and yet nobody did all that is asked for, so the item is waived and not met.
 */
export function isWholeWithWaived(links: readonly Pick<Link, 'annotation'>[], waivers: readonly ItemWaiver[]): boolean {
  if (links.length === 0 || !waivesPart(waivers)) return false;
  return coverAll([...links.map(({ annotation }) => annotation.reference.extent), ...validParts(waivers)]);
}

/** True if valid waivers are for a part of an item, which somebody has looked at then. */
export function waivesPart(waivers: readonly ItemWaiver[]): boolean {
  return validParts(waivers).some((part) => part !== undefined);
}

/** True if valid waivers are for the whole of an item. */
export function waivesWhole(waivers: readonly ItemWaiver[]): boolean {
  const parts = validParts(waivers);
  return parts.length > 0 && coverAll(parts);
}

function validParts(waivers: readonly ItemWaiver[]): readonly (Extent | undefined)[] {
  return waivers.flatMap(({ valid, waiver }) => (valid ? [waiver.reference.extent] : []));
}

/** True if the parts, of which one may be the whole, leave nothing out. */
function coverAll(parts: readonly (Extent | undefined)[]): boolean {
  if (parts.length === 0) return false;
  if (parts.includes(undefined)) return true;
  const extents = parts.flatMap((part) => part ?? []).toSorted((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, to } of extents) {
    if (from > end) return false;
    end = Math.max(end, to);
  }
  return end >= (extents[0]?.of ?? 0);
}
