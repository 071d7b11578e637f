import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { Status } from '../../model/status.ts';
import { isCounted } from '../../model/status.ts';
import type { Case } from './case.ts';
import type { LinkChange, LinkChangeKind, ListName } from './difference.ts';

/** How well off an item is; what is waived or exempt needs nothing, which is as good as met. */
const RANK: Readonly<Record<Status, number>> = { met: 4, waived: 4, exempt: 4, stale: 3, failing: 3, partial: 2, unmet: 1 };

/** The list that a criterion belongs to, the gravest first; undefined where nothing happened to it. */
export function judge(each: Case): ListName | undefined {
  const { base, head, was, is, reworded, renumbered, links } = each;
  if (!head || is === undefined) return 'removed';
  if (isLetOff(each, head)) return 'waived';
  if (hasChange(links, 'redirected')) return 'suspect';
  // Whoever takes a deferral back asks for more: nothing that was there is lost.
  if (!base || was === undefined || (was === 'exempt' && RANK[is] < RANK.met)) {
    if (RANK[is] < RANK.met) return 'added';
    if (is !== 'met') return undefined;
    return untouched(links).length ? 'suspect' : 'met';
  }
  if (is === 'failing' && !each.isOfBranch) return 'failing';
  if (RANK[is] < RANK[was] || (is !== was && (is === 'stale' || is === 'failing'))) return 'broken';
  if (isCounted(is) && hasChange(links, 'disabled', 'emptied')) return 'broken';
  if (is === 'met' && was !== 'met') return untouched(links).length ? 'suspect' : 'met';
  if (isCounted(is) && lostTest(links)) return 'broken';
  if (reworded && (is === 'waived' || unfollowed(links).length)) return 'suspect';
  if (hasChange(links, 'changed', 'added', 'removed', 'disabled', 'emptied')) return 'touched';
  if (reworded && is !== 'exempt') return 'reworded';
  return renumbered ? 'renumbered' : undefined;
}

/**
 * The list of a requirement that has criteria, for its own title and statement: everything else that happens to it happens to its criteria.
 *
 * @param each with all links under the requirement.
 */
export function judgeStatement({ head, is, reworded, links }: Case): ListName | undefined {
  if (!head || !reworded || is === 'exempt') return undefined;
  return is === 'waived' || unfollowed(links).length ? 'suspect' : 'reworded';
}

/** A test is gone, and no other came in its place: what it showed, nobody shows now, though others may be left. */
function lostTest(links: readonly LinkChange[]): boolean {
  const tests = links.filter((link) => link.is === 'verifies');
  return hasChange(tests, 'removed') && !hasChange(tests, 'added');
}

/** What is struck out or put off, all at once or from the start, would else slip through every gate in silence; so would a waiver that grows. */
function isLetOff({ was, is, waiver, waiverBefore }: Case, head: Item): boolean {
  if (is === 'waived') return was !== 'waived' || waiver !== waiverBefore;
  if (is !== 'exempt' || was === 'exempt') return false;
  return was !== undefined || isMarked(head);
}

/** True where the document itself says that it needs nothing; where a rule of the configuration does, its like is never asked for anything. */
function isMarked(head: Item): boolean {
  const requirement = requirementOf(head);
  return head.facts.exempt || requirement.facts.exempt || (head.facts.needs ?? requirement.facts.needs)?.length === 0;
}

function hasChange(links: readonly LinkChange[], ...changes: readonly LinkChangeKind[]): boolean {
  return links.some(({ change }) => changes.includes(change));
}

/** Kinds of link of which none followed a new text: `['verifies']` where the code was changed but no test. */
export function unfollowed(links: readonly LinkChange[]): LinkKind[] {
  return kindsOfOnly(links, 'same', 'inherited', 'disabled', 'emptied');
}

/** Kinds of link that a criterion has only because its requirement passes on what was there before: `['implements']`. */
export function untouched(links: readonly LinkChange[]): LinkKind[] {
  return kindsOfOnly(links, 'inherited');
}

function kindsOfOnly(links: readonly LinkChange[], ...changes: readonly LinkChangeKind[]): LinkKind[] {
  const present = links.filter(({ change }) => change !== 'removed');
  const kinds = new Set(present.map(({ kind }) => kind));
  return Array.from(kinds).filter((kind) => present.every((link) => link.kind !== kind || changes.includes(link.change)));
}
