import { closest } from '../text/closest.ts';
import type { IndexView } from '../index/view.ts';
import type { IdGrammar } from '../formats/ids/idGrammar.ts';
import { notationOf } from '../formats/notation/notation.ts';
import { requirementOf, withCriteria } from '../model/item.ts';
import type { Item, RequirementItem } from '../model/item.ts';
import { plannedRequirements } from './changes.ts';

/** What someone who typed a reference meant. */
export type Lookup =
  | { readonly kind: 'found'; readonly item: Item }
  /** In the order of the index. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Item[] }
  /** Ids that are close, best first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Finds an item by what a person typed: a key, a reference with or without document and pin, or the
 * bare anchor of an implicit requirement. `IP-1.1.1/AC-2`, `launch#IP-1.1.1` and `launch-validation/AC3` all do.
 */
export function lookup(view: IndexView, ids: IdGrammar, typed: string): Lookup {
  const text = typed.trim();
  const byKey = view.item(text);
  if (byKey) return { kind: 'found', item: byKey };

  const parts = ids.parse(text);
  const resolution = parts && view.resolve(parts, '');
  if (resolution?.kind === 'item') return { kind: 'found', item: resolution.item };
  if (resolution?.kind === 'ambiguous') return resolution;

  const called = [...new Set([...byLocalId(view, text), ...byName(view, text)])];
  if (called.length > 1) return { kind: 'ambiguous', candidates: called };
  const [only] = called;
  if (only) return { kind: 'found', item: only };
  if (resolution?.kind === 'unknown' && resolution.suggestions.length) return resolution;
  const suggestion = closest(
    text,
    Array.from(knownItems(view), ({ id }) => id),
  );
  return { kind: 'unknown', suggestions: suggestion === undefined ? [] : [suggestion] };
}

/** Every item that counts, each requirement before its criteria, in the order of the index. */
export function* allItems(view: IndexView): Generator<Item> {
  for (const requirement of view.requirements()) {
    yield requirement;
    yield* requirement.criteria;
  }
}

/** Every item that can be referred to: those that count, and behind them those that are no more than planned. */
export function* knownItems(view: IndexView): Generator<Item> {
  yield* allItems(view);
  for (const requirement of plannedRequirements(view)) yield* withCriteria(requirement);
}

/** Items by what people call them: `1.2`, `kettle#1.2`, where that is not their id. */
function byName(view: IndexView, text: string): Item[] {
  const at = text.lastIndexOf('#');
  const [namespace, name] = [at < 0 ? undefined : text.slice(0, at), text.slice(at + 1)];
  const isWithin = (whole: string): boolean => namespace === undefined || whole === namespace || whole.endsWith(`/${namespace}`);
  return Array.from(allItems(view)).filter((item) => item.facts.shown === name && isWithin(requirementOf(item).namespace));
}

function byLocalId(view: IndexView, text: string): Item[] {
  const found = named(view, view.requirements(), text);
  return found.length > 0 ? found : named(view, plannedRequirements(view), text);
}

function named(view: IndexView, requirements: Iterable<RequirementItem>, text: string): Item[] {
  const [requirement = '', criterion] = text.split('/', 2);
  const found: Item[] = [];
  for (const item of requirements) {
    if (item.facts.localId !== requirement) continue;
    if (criterion === undefined) {
      found.push(item);
      continue;
    }
    const wanted = notationOf(view.notations, item)?.ids.normal(criterion, 'criterion') ?? criterion;
    found.push(...item.criteria.filter(({ facts }) => facts.localId === wanted || facts.aliases?.includes(wanted)));
  }
  return found;
}
