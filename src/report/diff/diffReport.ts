import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { Difference, ListName } from '../../query/diff/difference.ts';

/** A difference and the two states that it lies between, as reports show it. */
export interface DiffReport {
  readonly base: DiffEnd;
  readonly head: DiffEnd;
  readonly difference: Difference;
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** `{ name: 'main', commit: '3f2a…' }`; what is staged and the working tree are no commits. */
export interface DiffEnd {
  readonly name: string;
  readonly commit?: string;
}

/** What each list is called where people read it. */
export const LIST_TITLES: Readonly<Record<ListName, string>> = {
  broken: 'Broken',
  suspect: 'Suspect: text and links may no longer fit',
  added: 'New and not met',
  touched: 'Touched: code or tests changed, look again',
  removed: 'Removed',
  met: 'Newly met',
  waived: 'Waived or exempt',
  reworded: 'Reworded',
  renumbered: 'Renumbered or moved',
};

/** A word for each list, for summaries: `2 broken, 1 suspect`. */
export const LIST_WORDS: Readonly<Record<ListName, string>> = {
  broken: 'broken',
  suspect: 'suspect',
  added: 'new',
  touched: 'touched',
  removed: 'removed',
  met: 'newly met',
  waived: 'waived',
  reworded: 'reworded',
  renumbered: 'renumbered',
};

/** `main (3f2a9c1)`, `working tree`. */
export function endName({ name, commit }: DiffEnd): string {
  return commit === undefined || commit.startsWith(name) ? name : `${name} (${commit.slice(0, 10)})`;
}

/** An old id as short as it can stand beside the new one: `AC2` if the requirement is the same. */
export function oldId(renumberedFrom: string, item: Item): string {
  const requirement = `${requirementOf(item).id}/`;
  return renumberedFrom.startsWith(requirement) ? renumberedFrom.slice(requirement.length) : renumberedFrom;
}
