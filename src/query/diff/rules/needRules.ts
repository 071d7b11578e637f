import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../../index/view.ts';
import type { Item, RequirementItem } from '../../../model/item.ts';
import { requirementOf, unitsOf } from '../../../model/item.ts';
import { isCounted } from '../../../model/status.ts';
import type { Comparison } from '../comparison.ts';
import type { Correspondence } from '../items/correspondence.ts';
import { needsAlike } from './configurationRules.ts';
import type { RuleChange } from './ruleChange.ts';
import { listed } from '../../../text/words/listed.ts';

/** Items that need less than they did since their documents say so: `**Needs**: implements`, front matter, or an attribute that a rule of needs asks about. */
export function documentNeeds({ base, head }: Comparison, same: Correspondence): RuleChange[] {
  const alike = needsAlike(base.configuration, head.configuration);
  return Array.from(head.requirements()).flatMap((requirement) => {
    const units = unitsOf(requirement).flatMap((after) => {
      const before = same.units.baseOf(after);
      // What is exempt now, or accepted as a gap, is in a list of its own.
      if (!before || !isCounted(head.coverage(after.key).status)) return [];
      const gone = needsNoLonger(base, before, head, after);
      return gone.length > 0 && (alike || saysOf(base, before) !== saysOf(head, after)) ? [{ before, after }] : [];
    });
    return bySameNeeds(base, head, units).map((group): RuleChange => {
      const [{ before, after }] = group;
      const isWhole = group.length === unitsOf(requirement).length;
      const place: Item = isWhole ? requirement : after;
      return {
        rule: 'needs',
        effect: 'less',
        path: after.path,
        line: place.facts.nameRange.start.line,
        reason: l10n.t(
          '{0} needs {1} now, and needed {2}',
          named(group, requirement, isWhole),
          needsOf(head, after),
          needsOf(base, before),
        ),
      };
    });
  });
}

interface Shrunk {
  readonly before: Item;
  readonly after: Item;
}

/** Those of one requirement that needed and need the same are told together. */
function bySameNeeds(base: IndexView, head: IndexView, units: readonly Shrunk[]): readonly [Shrunk, ...Shrunk[]][] {
  const groups = new Map<string, [Shrunk, ...Shrunk[]]>();
  for (const unit of units) {
    const key = `${needsOf(base, unit.before)}\0${needsOf(head, unit.after)}`;
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return Array.from(groups.values());
}

function named(group: readonly Shrunk[], requirement: RequirementItem, isWhole: boolean): string {
  if (isWhole) return requirement.id;
  return listed(group.map(({ after }) => after.id));
}

/** Kinds of link that an item needed and does not need now. */
export function needsNoLonger(base: IndexView, before: Item, head: IndexView, after: Item): string[] {
  const now = head.coverage(after.key).needs;
  return base.coverage(before.key).needs.filter((kind) => !now.includes(kind));
}

/** `implements, verifies`, or `nothing`. */
function needsOf(view: IndexView, item: Item): string {
  const { needs } = view.coverage(item.key);
  return needs.length ? listed(needs) : l10n.t('nothing');
}

/** What documents say of an item's needs, the configuration aside. */
function saysOf(view: IndexView, item: Item): string {
  const requirement = requirementOf(item);
  const attributes = [requirement, item].map(({ facts }) => facts.attributes.map(({ name, value }) => [name, value]));
  return JSON.stringify([
    item.facts.needs,
    requirement.facts.needs,
    requirement.facts.usualNeeds,
    view.facts(item.path)?.needs,
    attributes,
  ]);
}
