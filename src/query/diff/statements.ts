import type { IndexView } from '../../index/view.ts';
import type { Link, RequirementItem } from '../../model/item.ts';

/**
 * Links that speak for a requirement's own title and statement: its own, and those of its criteria, which are judged within what the statement says.
 */
export function linksUnder(view: IndexView, requirement: RequirementItem): readonly Link[] {
  const links = [requirement, ...requirement.criteria].flatMap(({ key }) => view.coverage(key).links);
  return Array.from(new Map(links.map((link) => [link.annotation, link] as const)).values());
}
