import { textOf } from '../../index/items/pins.ts';
import type { Coverage, Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { Bodies } from './bodies.ts';
import type { Case } from './case.ts';
import type { Comparison } from './comparison.ts';
import { correspondence, isRenumbered } from './correspondence.ts';
import { LIST_NAMES } from './difference.ts';
import type { Difference, Entry, ListName } from './difference.ts';
import { judge } from './judge.ts';
import { LinkChanges } from './linkChanges.ts';
import { reasonFor } from './reasons.ts';
import { unclaimedCode } from './unclaimed.ts';
import { allUnits } from '../units.ts';
import { requirementOf } from '../../model/item.ts';
import { wordDiff } from './words.ts';

/**
 * What happened to the requirements between two states: a pure function, so that the editor can run it on unsaved texts.
 *
 * @param unclaimed also look for changed code that no annotation speaks for.
 */
export function compare(comparison: Comparison, { unclaimed = false } = {}): Difference {
  const { base, head } = comparison;
  const renamed = new Map<FilePath, FilePath>(
    comparison.files.flatMap((file) =>
      file.base !== undefined && file.head !== undefined && file.base !== file.head ? [[file.base, file.head]] : [],
    ),
  );
  const same = correspondence(base, head, renamed);
  const bodies = new Bodies(comparison);
  const links = new LinkChanges(comparison, same, bodies, renamed);
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, []])) as unknown as Record<ListName, Entry[]>;

  const put = (before: Item | undefined, after: Item | undefined): void => {
    const each: Case = {
      base: before,
      head: after,
      was: before && base.coverage(before.key).status,
      is: after && head.coverage(after.key).status,
      reworded: before !== undefined && after !== undefined && textOf(before) !== textOf(after),
      renumbered: before !== undefined && after !== undefined && isRenumbered(before, after, renamed),
      waiverBefore: before && waiverOf(base.coverage(before.key)),
      waiver: after && waiverOf(head.coverage(after.key)),
      links: links.of(before, after),
    };
    const list = judge(each);
    if (list) lists[list].push(entryOf(list, each));
  };
  for (const after of allUnits(head)) put(same.units.baseOf(after), after);
  for (const before of same.units.freeBases(allUnits(base))) {
    // A requirement that has criteria now is not gone.
    if (before.type === 'criterion' || same.requirements.headOf(before) === undefined) put(before, undefined);
  }
  return { lists, unclaimed: unclaimed ? unclaimedCode(comparison, bodies) : [] };
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

/** What the waivers that hold say, all of it, so that none changes unseen: `measured by hand (Ann) until 2027-03-31`. */
function waiverOf({ waivers }: Coverage): string | undefined {
  const valid = waivers.filter((each) => each.valid).map(({ waiver }) => waiver);
  const said = valid.map(
    ({ reason, owner, until }) => `${reason}${owner === undefined ? '' : ` (${owner})`}${until === undefined ? '' : ` until ${until}`}`,
  );
  return said.length ? said.sort().join('; ') : undefined;
}

/** The old id; with its document where the id alone would not tell. */
function oldName(base: Item, head: Item): string {
  const moved = requirementOf(base).documentKey !== requirementOf(head).documentKey;
  return moved ? base.key : base.id;
}
