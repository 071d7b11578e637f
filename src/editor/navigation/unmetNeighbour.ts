import { compareText } from '../../index/order.ts';
import type { IndexView } from '../../index/view.ts';
import { unitsOf } from '../../model/item.ts';
import type { FilePath, Location, Position } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';
import { isOpen } from '../../model/status.ts';

/**
 * The criterion behind (or before) a place that still needs work, in the order of the documents and round the end; a requirement
 * without criteria counts as its own. From a file that is not a document the search begins at the first. Undefined if all is met.
 */
export function unmetNeighbour(view: IndexView, path: FilePath, position: Position, direction: 'next' | 'previous'): Location | undefined {
  const open = Array.from(view.requirements())
    .flatMap(unitsOf)
    .filter(({ key }) => isOpen(view.coverage(key).status))
    .map((item): Location => ({ path: item.path, range: item.facts.nameRange }))
    .sort(byPlace);
  const here: Location = { path, range: { start: position, end: position } };
  const isDocument = open.some((place) => place.path === path);
  if (!isDocument && view.facts(path)?.role !== 'document') return direction === 'next' ? open[0] : open.at(-1);
  // The one that the cursor is on is neither behind nor before it.
  return direction === 'next'
    ? (open.find((place) => byPlace(here, place) < 0 && !standsOn(place, here)) ?? open[0])
    : (open.findLast((place) => byPlace(place, here) < 0 && !standsOn(place, here)) ?? open.at(-1));
}

function byPlace(a: Location, b: Location): number {
  return compareText(a.path, b.path) || comparePositions(a.range.start, b.range.start);
}

function standsOn(place: Location, here: Location): boolean {
  return place.path === here.path && place.range.start.line === here.range.start.line;
}
