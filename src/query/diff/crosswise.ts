import * as l10n from '@vscode/l10n';
import type { Difference, ListName } from './difference.ts';
import { LIST_NAMES } from './difference.ts';

/** Of branches that were merged into each other crosswise: where they parted, all commits that may be taken for it. */
export interface PartedAt {
  /** What the branch is to go into: `main`. */
  readonly name: string;
  /** The one that is compared with. */
  readonly commit: string;
  /** How many there are. */
  readonly count: number;
}

/**
 * The difference from one of several commits at which two branches parted, held against those from the others: what came from one of them is this branch's doing from there, and there
 * already from another. Where they do not say the same nobody can tell what the branch did.
 *
 * @param others undefined where they were not looked at.
 */
export function acrossBases(difference: Difference, others: readonly Difference[] | undefined, parted: PartedAt): Difference {
  const own = spelled(difference);
  if (others?.every((other) => spelled(other) === own)) return difference;
  return { ...difference, doubts: [...difference.doubts, doubtOf(parted)], disputed: others ? disputedOf(difference, others) : 'all' };
}

/** What has to be known where the others say the same. */
export function sameFromAll({ name, commit, count }: PartedAt): string {
  return l10n.t(
    '{0} and this branch were merged into each other and parted at {1} commits; it is the same from each of them, {2} is shown',
    name,
    count,
    commit.slice(0, 10),
  );
}

/** Why nobody can tell what a branch did, where the commits at which it parted do not say the same. */
export function doubtOf({ name, commit, count }: PartedAt): string {
  return l10n.t(
    '{0} and this branch were merged into each other and parted at {1} commits, of which only {2} is compared with, so some of this may be in {0} already or be missing here: merge {0} into the branch to know',
    name,
    count,
    commit.slice(0, 10),
  );
}

/** What is in a list from one of the commits, and not from each. */
function disputedOf({ lists }: Difference, others: readonly Difference[]): ReadonlySet<string> {
  const isAgreed = (name: ListName, key: string): boolean =>
    others.every((other) => other.lists[name].some(({ item }) => item.key === key));
  return new Set(LIST_NAMES.flatMap((name) => lists[name].flatMap(({ item: { key } }) => (isAgreed(name, key) ? [] : [key]))));
}

/** True for an item of which nobody can tell whether what it is listed for is this branch's doing. */
export function isInDispute({ disputed }: Pick<Difference, 'disputed'>, key: string): boolean {
  return disputed === 'all' || (disputed?.has(key) ?? false);
}

function spelled({ lists, rules }: Difference): string {
  const entries = LIST_NAMES.flatMap((name) => lists[name].map(({ item, reason }) => `${name}\0${item.key}\0${reason}`));
  return JSON.stringify([entries, rules.map(({ path, reason }) => `${path}\0${reason}`)]);
}
