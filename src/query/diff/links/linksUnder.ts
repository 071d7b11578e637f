import type { IndexView } from '../../../index/view.ts';
import type { Link, RequirementItem } from '../../../model/item.ts';
import { meaningOfAnnotation } from '../../../model/linkKind.ts';
import { uniqueBy } from '../../../text/grouping.ts';

/**
 * Links that speak for a requirement's own title and statement: its own, tests of it that count for none of its criteria among them, and those of its
 * criteria, which are judged within what the statement says.
 */
export function linksUnder(view: IndexView, requirement: RequirementItem): readonly Link[] {
  const own = view.referencesTo(requirement.key).flatMap(({ annotation, path }): readonly Link[] => {
    if (!annotation) return [];
    const is = meaningOfAnnotation(view.configuration.kinds, annotation);
    return is === 'implements' || is === 'verifies'
      ? [{ kind: annotation.kind, is, target: requirement.key, path, annotation, stale: false }]
      : [];
  });
  const counted = [requirement, ...requirement.criteria].flatMap(({ key }) => view.coverage(key).links);
  return uniqueBy([...own, ...counted], ({ annotation }) => annotation);
}
