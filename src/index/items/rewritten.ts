import type { CriterionFacts, FileFacts, RequirementFacts } from '../../model/facts.ts';
import { sameValue } from '../../model/sameValue.ts';

/** A requirement that reads differently and is found as before. */
export interface Rewritten {
  /** Its place among those of its document. */
  readonly at: number;
  readonly before: RequirementFacts;
  readonly now: RequirementFacts;
}

/**
 * Requirements of a document that read differently now, as one does in which somebody types: undefined where any is found by other words, covers
 * something else or came or went, so that others may mean something else too.
 */
export function rewrittenIn(before: FileFacts, now: FileFacts): readonly Rewritten[] | undefined {
  const { requirements } = before;
  if (requirements.length !== now.requirements.length || !sameValue(ofDocument(before), ofDocument(now))) return undefined;
  const rewritten: Rewritten[] = [];
  for (const [at, facts] of now.requirements.entries()) {
    const old = requirements[at];
    if (sameValue(old, facts)) continue;
    if (!old || !sameValue(ofRequirement(old), ofRequirement(facts))) return undefined;
    rewritten.push({ at, before: old, now: facts });
  }
  return rewritten;
}

function ofDocument({ documentKey, namespace, part, names, needs }: FileFacts): unknown {
  return [documentKey, namespace, part, names, needs];
}

/** By what a requirement and its criteria are found, and what other requirements see of it. */
function ofRequirement({
  criteria,
  text: _text,
  range: _range,
  nameRange: _name,
  attributes: _attributes,
  ...facts
}: RequirementFacts): unknown {
  return [facts, criteria.map(ofCriterion)];
}

function ofCriterion({ localId, shown, whole, implicit, aliases }: CriterionFacts): unknown {
  return [localId, shown, whole, implicit, aliases];
}
