import { DEFAULT_NOTATION } from '../../model/notation.ts';
import type { RequirementFacts } from '../../model/facts.ts';
import { requirementOf } from '../../model/item.ts';
import type { CriterionItem, Item, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { sameValue } from '../../model/sameValue.ts';

/** True for an implicit requirement, whose slug is not unique without its document. */
export function isImplicit(item: Item): boolean {
  return item.type === 'requirement' && item.facts.implicit;
}

/** True for the state that a change would give an existing requirement, and for its criteria. */
export function isAmended(item: Item): boolean {
  return requirementOf(item).facts.amends !== undefined;
}

/** True for an item whose id can be alone: a requirement, or a criterion that has an id of its own, `AC-US1-03`. */
export function isFoundById(item: Item): boolean {
  return item.type === 'requirement' || item.facts.whole;
}

/** Other names than its id; that one may be among them is not a reason to find it twice. */
export function aliasesOf({ facts }: Item): readonly string[] {
  return facts.aliases?.filter((alias) => alias !== facts.localId) ?? [];
}

/** All that an item is called within its namespace: `['REQ-1', 'boil']`. */
export function namesOf(item: Item): readonly string[] {
  return [item.facts.localId, ...aliasesOf(item)];
}

/** The key of a requirement: `specs/001-kettle#FR-1`, of its namespace, or of its document where it has none, and its own id. */
export function keyOf({ namespace, localId }: RequirementFacts, documentKey: string): string {
  return `${namespace ?? documentKey}#${localId}`;
}

/** The item of a definition, `## REQ-1: Boil` of `docs/a.md`; of criteria with one id the first counts. */
export function makeRequirement(facts: RequirementFacts, path: FilePath, documentKey: string): RequirementItem {
  const key = keyOf(facts, documentKey);
  const id = facts.implicit ? key : (facts.shown ?? facts.localId);
  const criteria: CriterionItem[] = [];
  const { notation = DEFAULT_NOTATION, namespace = documentKey } = facts;
  const requirement: RequirementItem = { type: 'requirement', key, id, path, documentKey, notation, namespace, facts, criteria };
  const seen = new Set<string>();
  for (const criterion of facts.criteria) {
    const { localId, whole } = criterion;
    if (seen.has(localId)) continue;
    seen.add(localId);
    const criterionId = whole ? localId : (criterion.shown ?? `${id}/${localId}`);
    criteria.push({ type: 'criterion', key: `${key}/${localId}`, id: criterionId, path, facts: criterion, requirement });
  }
  return requirement;
}

/** Keeps the old object where nothing differs, so that what hangs on it (its pin) need not be made again. */
export function reuse(made: RequirementItem, old: Item | undefined): RequirementItem {
  if (old?.type !== 'requirement' || old.path !== made.path || old.documentKey !== made.documentKey) return made;
  return sameValue(old.facts, made.facts) ? old : made;
}

/** True for an item whose title says which other places are its own, where that is another one now. */
export function isNamedAnew(a: Item, b: Item): boolean {
  if (a.type !== 'requirement' || b.type !== 'requirement') return false;
  return (a.facts.place ?? b.facts.place) !== undefined && (a.facts.title !== b.facts.title || !sameValue(a.facts.place, b.facts.place));
}

/** True for a requirement whose title has changed. */
export function isTitledAnew(old: Item | undefined, { facts }: RequirementItem): boolean {
  return old?.type === 'requirement' && old.facts.title !== facts.title;
}

/** False where a reference may find one by other words than the other. */
export function sameIdentity(a: Item, b: Item): boolean {
  const [one, other] = [requirementOf(a), requirementOf(b)];
  if (one.documentKey !== other.documentKey || one.notation !== other.notation || one.path !== other.path) return false;
  if (one.facts.planned !== other.facts.planned || one.facts.amends !== other.facts.amends || !sameValue(namesOf(a), namesOf(b)))
    return false;
  if (a.type === 'criterion') return b.type === 'criterion' && a.facts.whole === b.facts.whole;
  return b.type === 'requirement' && a.facts.implicit === b.facts.implicit;
}
