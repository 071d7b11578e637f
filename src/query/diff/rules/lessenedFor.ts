import type { FilePath } from '../../../model/position.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Item } from '../../../model/item.ts';
import type { Comparison } from '../comparison.ts';
import { renamedIn } from '../comparison.ts';
import { correspondence } from '../items/correspondence.ts';
import { needsAlike } from './configurationRules.ts';
import { needsNoLonger } from './needRules.ts';
import type { RuleChange, RuleName } from './ruleChange.ts';

/** What says which criteria count, or what must hold before a merge, and nothing of whether one is met. */
const OF_OTHERS: ReadonlySet<RuleName> = new Set<RuleName>(['gates', 'waivers', 'baseline']);

/**
 * Those of the changed rules by which some items may count as met that did not before: `lessenedFor(comparison, rules, [item])`. Of the first
 * reqtrace.yaml only the needs are told: all else in it was the default.
 */
export function lessenedFor(comparison: Comparison, rules: readonly RuleChange[], items: readonly Item[]): readonly RuleChange[] {
  if (rules.every(({ effect }) => effect === 'more')) return [];
  const { base, head } = comparison;
  const had = base.facts(CONFIGURATION_FILE) !== undefined;
  const lessNeeded = itemsWithLessNeeds(comparison, items);
  const places = new Set<FilePath>(items.flatMap(({ key, path }) => [path, ...head.coverage(key).links.map((link) => link.path)]));
  return rules.filter(({ rule, effect, path }) => {
    if (effect === 'more' || OF_OTHERS.has(rule)) return false;
    if (rule === 'needs') return path === CONFIGURATION_FILE ? lessNeeded.length > 0 : lessNeeded.some((item) => item.path === path);
    if (path === CONFIGURATION_FILE) return had;
    return rule === 'evidence' || places.has(path);
  });
}

/** Items that needed a kind of link which they do not need now; of a new one nobody knows, once the needs of all were changed. */
function itemsWithLessNeeds({ base, head, files }: Comparison, items: readonly Item[]): readonly Item[] {
  const same = correspondence(base, head, renamedIn({ files })).units;
  const alike = needsAlike(base.configuration, head.configuration);
  return items.filter((item) => {
    const before = same.baseOf(item);
    return before ? needsNoLonger(base, before, head, item).length > 0 : !alike;
  });
}
