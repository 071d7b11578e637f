import { HOUSE } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';

/** Names of documents that speak of requirements which another one defines: `plan.md`, `test-plan.md`, `checklist.md`. */
const SPEAKS =
  /(?:^|[-_. ])(?:plans?|testplan|tasks?|checklists?|design|research|tests?|testing|verification|validation|traceability|matrix|roadmap|coverage)(?:[-_. ]|$)/iu;

/**
 * Of items with one id, those that a reference can mean: a plan that writes an id again refers to it where a document of its folder that is none
 * defines it. Told by paths alone; in a folder of plans each is what it was.
 */
export function withoutRestated(items: readonly Item[]): readonly Item[] {
  const kept = items.filter((item) => !items.some((other) => restates(item, other)));
  return kept.length > 0 ? kept : items;
}

function restates(item: Item, other: Item): boolean {
  if (requirementOf(item).notation !== HOUSE || requirementOf(other).notation !== HOUSE) return false;
  const [at, of] = [split(item.path), split(other.path)];
  return at.folder === of.folder && SPEAKS.test(at.name) && !SPEAKS.test(of.name);
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, at), name: path.slice(at).replace(/\.[^.]+$/u, '') };
}
