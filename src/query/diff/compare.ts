import { together } from '../../text/words/listed.ts';
import { textOf } from '../../index/items/pins.ts';
import type { Coverage, Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { Bodies } from './code/bodies.ts';
import type { Case } from './case.ts';
import { renamedIn } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { changedAttributes } from './items/changedAttributes.ts';
import { correspondence, isRenumbered } from './items/correspondence.ts';
import { LIST_NAMES } from './difference.ts';
import type { Difference, Entry, LinkChange, ListName } from './difference.ts';
import { doubtsOfFiles, isPointer, whyUnread } from './unreadFiles.ts';
import { judge, judgeStatement } from './judge.ts';
import { LinkChanges } from './links/linkChanges.ts';
import { reasonFor } from './reasons.ts';
import { changedRules } from './rules/changedRules.ts';
import { needsNoLonger } from './rules/needRules.ts';
import { linksUnder } from './links/linksUnder.ts';
import { unclaimedCode } from './code/unclaimed.ts';
import { allUnits } from '../units.ts';
import { requirementOf, unitsOf } from '../../model/item.ts';
import { waiverText } from '../../text/words/waiverText.ts';
import { lowered } from './items/lowered.ts';
import { wordDiff } from './texts/words.ts';

// @implements RT-5.1~9d1736
/**
 * What happened to the requirements between two states: a pure function, so that the editor can run it on unsaved texts.
 *
 * @param unclaimed also look for changed code that no annotation speaks for.
 */
export function compare(comparison: Comparison, { unclaimed = false } = {}): Difference {
  const { base, head } = comparison;
  const renamed = renamedIn(comparison);
  const same = correspondence(base, head, renamed);
  const bodies = new Bodies(comparison);
  const links = new LinkChanges(comparison, same, bodies, renamed);
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, []])) as unknown as Record<ListName, Entry[]>;

  const put = (list: ListName | undefined, each: Case): void => {
    if (list) lists[list].push(entryOf(list, each));
  };
  const caseOf = casesOf(comparison, renamed);
  const oldPaths = new Map(comparison.files.map((file) => [file.head, file.base] as const));
  for (const requirement of head.requirements()) {
    const written = requirement.criteria.length ? same.requirements.baseOf(requirement) : undefined;
    if (written && textOf(written) !== textOf(requirement)) {
      const under = links.between(linksUnder(base, written), linksUnder(head, requirement), requirement);
      put(...statement(caseOf(written, requirement, under)));
    }
    for (const after of unitsOf(requirement)) {
      const before = same.units.baseOf(after);
      // What the base said there is not known.
      if (!before && isPointer(base, oldPaths.get(after.path))) continue;
      put(...unit(caseOf(before, after, links.of(before, after))));
    }
  }
  for (const before of same.units.freeBases(allUnits(base))) {
    // A requirement that has criteria now is not gone.
    if (before.type === 'criterion' || same.requirements.headOf(before) === undefined)
      put(...unit(caseOf(before, undefined, links.of(before, undefined))));
  }
  return {
    rules: changedRules(comparison, same, lists.waived),
    doubts: doubtsOfFiles(comparison),
    lists,
    attributes: changedAttributes(head, same),
    unclaimed: unclaimed ? unclaimedCode(comparison, bodies) : [],
  };
}

function unit(each: Case): [ListName | undefined, Case] {
  return [judge(each), each];
}

function statement(each: Case): [ListName | undefined, Case] {
  return [judgeStatement(each), each];
}

/** Gathers what is known of an item on both sides. */
function casesOf(
  comparison: Comparison,
  renamed: ReadonlyMap<FilePath, FilePath>,
): (before: Item | undefined, after: Item | undefined, links: readonly LinkChange[]) => Case {
  const { base, head, files } = comparison;
  const changed = new Set(files.flatMap((file) => file.head ?? []));
  const knowsResults = base.evidence.some(({ results }) => results.length > 0);
  return (before, after, links) => {
    const reworded = before !== undefined && after !== undefined && textOf(before) !== textOf(after);
    const isNew = !before || reworded || links.some(({ change }) => change !== 'same');
    const was = before && base.coverage(before.key).status;
    const is = after && head.coverage(after.key).status;
    return {
      base: before,
      head: after,
      was,
      is,
      reworded,
      renumbered: before !== undefined && after !== undefined && isRenumbered(before, after, renamed),
      waiverBefore: before && waiverOf(base.coverage(before.key)),
      waiver: after && waiverOf(head.coverage(after.key)),
      links,
      isOfBranch: knowsResults || isNew || links.some(({ path }) => changed.has(path)),
      needsNoLonger: before && after && is === 'met' && was !== 'met' ? needsNoLonger(base, before, head, after) : [],
      lowered: after ? lowered(base, before, head, after) : [],
      unread: before && !after ? whyUnread(comparison, before) : undefined,
    };
  };
}

function entryOf(list: ListName, each: Case): Entry {
  const { base, head, was, is, reworded, renumbered, links } = each;
  const item = head ?? base;
  if (!item) throw new RangeError('An entry needs an item of one side');
  return {
    list,
    item,
    was,
    is,
    reason: reasonFor(list, each),
    links,
    ...(base && renumbered && { renumberedFrom: oldName(base, item) }),
    ...(base && reworded && { words: wordDiff(textOf(base), textOf(item)) }),
  };
}

/** What the waivers that hold say. */
function waiverOf({ waivers }: Coverage): string | undefined {
  const said = waivers.filter((each) => each.valid).map(({ waiver: { reason, owner, until } }) => waiverText({ reason, owner, until }));
  return said.length ? together(said.sort()) : undefined;
}

/** The old id; with its document where the id alone would not tell. */
function oldName(base: Item, head: Item): string {
  const moved = requirementOf(base).documentKey !== requirementOf(head).documentKey;
  return moved ? base.key : base.id;
}
