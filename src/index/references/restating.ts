import { HOUSE } from '../../model/facts.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { areAlike } from '../items/places.ts';

/** Names of documents that speak of requirements which another one defines: `plan.md`, `test-plan.md`, `checklist.md`. */
const SPEAKS =
  /(?:^|[-_. ])(?:plans?|testplan|tasks?|checklists?|design|research|tests?|testing|verification|validation|traceability|matrix|roadmap|coverage)(?:[-_. ]|$)/iu;

/**
 * Of items with one id, those that a reference can mean: a plan that writes an id again refers to it where a document that is none defines it, in its
 * own folder, or elsewhere under a title that is alike. So does a document that was cut into the files of a folder of its name: `docs/prd.md` beside
 * `docs/prd/login.md`. In a folder of plans each is what it was.
 */
export function withoutRestated(items: readonly Item[]): readonly Item[] {
  const kept = items.filter((item) => !items.some((other) => restates(item, other)));
  return kept.length > 0 ? kept : items;
}

function restates(item: Item, other: Item): boolean {
  const [restating, defining] = [requirementOf(item), requirementOf(other)];
  if (restating.notation !== HOUSE || defining.notation !== HOUSE) return false;
  const [at, of] = [split(item.path), split(other.path)];
  const speaks = SPEAKS.test(at.name) && !SPEAKS.test(of.name);
  if (speaks && at.folder === of.folder) return true;
  const isWhole = other.path.startsWith(`${at.folder}${at.name}/`);
  return (speaks || isWhole) && isNamedAlike(restating, defining);
}

/** A title that only says the id again says nothing else. */
function isNamedAlike({ facts: a }: RequirementItem, { facts: b }: RequirementItem): boolean {
  return a.title === a.localId || areAlike(a.title, b.title);
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, at), name: path.slice(at).replace(/\.[^.]+$/u, '') };
}
