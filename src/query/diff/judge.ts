import type { LinkKind } from '../../model/linkKind.ts';
import type { Status } from '../../model/status.ts';
import type { Case } from './case.ts';
import type { LinkChange, ListName } from './difference.ts';

/** How well off an item is; what is waived or exempt needs nothing, which is as good as met. */
const RANK: Readonly<Record<Status, number>> = { met: 4, waived: 4, exempt: 4, stale: 3, failing: 3, partial: 2, unmet: 1 };

/** The list that a criterion belongs to, the gravest first; undefined where nothing happened to it. */
export function judge({ base, head, was, is, reworded, renumbered, links }: Case): ListName | undefined {
  if (!head || is === undefined) return 'removed';
  if (is === 'waived' && was !== 'waived') return 'waived';
  // What is struck out all at once would else slip through every gate in silence.
  if (is === 'exempt' && was !== undefined && was !== 'exempt') return 'waived';
  if (links.some(({ change }) => change === 'redirected')) return 'suspect';
  if (!base || was === undefined) {
    if (RANK[is] < RANK.met) return 'added';
    return is === 'met' ? 'met' : undefined;
  }
  if (RANK[is] < RANK[was] || (is !== was && (is === 'stale' || is === 'failing'))) return 'broken';
  if (is === 'met' && was !== 'met') return 'met';
  if (reworded && unfollowed(links).length) return 'suspect';
  if (links.some(({ change }) => change === 'changed' || change === 'added' || change === 'removed')) return 'touched';
  if (reworded && is !== 'exempt') return 'reworded';
  return renumbered ? 'renumbered' : undefined;
}

/** Kinds of link of which none followed a new text: `['verifies']` where the code was changed but no test. */
export function unfollowed(links: readonly LinkChange[]): LinkKind[] {
  const present = links.filter(({ change }) => change !== 'removed');
  const kinds = new Set(present.map(({ kind }) => kind));
  return Array.from(kinds).filter((kind) => present.every((link) => link.kind !== kind || link.change === 'same'));
}
