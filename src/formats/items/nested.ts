import type { CriterionFacts, RequirementFacts } from '../../model/facts.ts';
import { criterion } from '../notation/definition.ts';
import { addTo } from '../../text/grouping.ts';

/**
 * Items whose id goes on from that of the item around them are its criteria, each with its whole id: `FR-1.1` and `FR-1-02` in the section or below the
 * list item of `FR-1`. One that has criteria itself stays a requirement.
 */
export function nested(items: readonly RequirementFacts[]): readonly RequirementFacts[] {
  const byId = new Map(items.map((item) => [item.localId, item]));
  const children = new Map<RequirementFacts, RequirementFacts[]>();
  const parentOf = (item: RequirementFacts): RequirementFacts | undefined => {
    const parent = byId.get(item.localId.replace(/[.-]\d+$/u, ''));
    return parent && parent !== item && holds(parent, item) ? parent : undefined;
  };
  for (const item of items) {
    const parent = parentOf(item);
    if (parent) addTo(children, parent, item);
  }
  const isLeaf = (item: RequirementFacts): boolean => item.criteria.length === 0 && !children.has(item);
  return items.flatMap((item) => {
    if (isLeaf(item) && parentOf(item)) return [];
    const own = (children.get(item) ?? []).filter(isLeaf).map(asCriterion);
    return own.length === 0 ? [item] : [{ ...item, criteria: [...item.criteria, ...own].toSorted(byLine) }];
  });
}

function holds({ range }: RequirementFacts, { nameRange }: RequirementFacts): boolean {
  return range.start.line <= nameRange.start.line && nameRange.start.line <= range.end.line;
}

function byLine(a: CriterionFacts, b: CriterionFacts): number {
  return a.nameRange.start.line - b.nameRange.start.line;
}

function asCriterion({ localId, idRange, title, text, range, nameRange, attributes, exempt }: RequirementFacts): CriterionFacts {
  return criterion({
    localId,
    whole: true,
    ...(idRange && { idRange }),
    text: title,
    detail: text,
    range,
    nameRange,
    attributes,
    exempt,
  });
}
