import { HOUSE } from '../../model/facts.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { areAlike } from '../items/places.ts';

/** Names of documents that speak of requirements which another one defines: `plan.md`, `test-plan.md`, `checklist.md`. */
const SPEAKS =
  /(?:^|[-_. ])(?:plans?|testplan|tasks?|checklists?|design|research|tests?|testing|verification|validation|traceability|matrix|roadmap|coverage)(?:[-_. ]|$)/iu;

/** Documents that have an id, and those of them that are no plans; where there are more, a reference stays ambiguous whatever plans say. */
const MOST = 200;
const MOST_DEFINING = 10;

/**
 * Of items with one id, those that a reference can mean: a plan that writes an id again refers to it where a document that is none defines it, in its
 * own folder, or elsewhere under a title that is alike. So does a document that was cut into the files of a folder of its name: `docs/prd.md` beside
 * `docs/prd/login.md`. In a folder of plans each is what it was.
 *
 * @returns all of them where very many define it, since a number of nearly each feature is asked about nearly everywhere.
 */
export function withoutRestated(items: readonly Item[]): readonly Item[] {
  if (items.length > MOST) return items;
  const places: Place[] = [];
  let defining = 0;
  for (const item of items) {
    const place = placeOf(item);
    places.push(place);
    if (place.isHouse && !place.speaks) defining += 1;
    if (defining > MOST_DEFINING) return items;
  }
  const kept = places.filter((place) => !place.isHouse || !places.some((other) => restates(place, other)));
  return kept.length > 0 ? kept.map(({ item }) => item) : items;
}

/** Where one item stands, and whether its document speaks of what others define. */
interface Place {
  readonly item: Item;
  readonly requirement: RequirementItem;
  readonly isHouse: boolean;
  readonly speaks: boolean;
  readonly folder: string;
  readonly name: string;
}

function placeOf(item: Item): Place {
  const requirement = requirementOf(item);
  const { folder, name } = split(item.path);
  return { item, requirement, isHouse: requirement.notation === HOUSE, speaks: SPEAKS.test(name), folder, name };
}

function restates(at: Place, of: Place): boolean {
  if (!of.isHouse) return false;
  const speaks = at.speaks && !of.speaks;
  if (speaks && at.folder === of.folder) return true;
  const isWhole = of.item.path.startsWith(`${at.folder}${at.name}/`);
  return (speaks || isWhole) && isNamedAlike(at.requirement, of.requirement);
}

/** A title that only says the id again says nothing else. */
function isNamedAlike({ facts: a }: RequirementItem, { facts: b }: RequirementItem): boolean {
  return a.title === a.localId || areAlike(a.title, b.title);
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, at), name: path.slice(at).replace(/\.[^.]+$/u, '') };
}
