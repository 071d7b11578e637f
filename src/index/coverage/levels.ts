import type { RequirementItem } from '../../model/item.ts';
import { meaningOf } from '../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../model/linkKind.ts';

/** True for a need that no kind of link can meet, the artifact type of lower requirements: `isLevel('dsn', kinds)`. */
export function isLevel(need: LinkKind, kinds: readonly LinkKindRecord[]): boolean {
  return meaningOf(kinds, need) === undefined;
}

/**
 * True for a requirement of a project with levels, which says by artifact types what it is or needs: only what is of such a type meets it, as for
 * `dsn~boil` and for a requirement of reqstool, which needs `svc`.
 */
export function hasLevels({ facts }: RequirementItem, needs: readonly LinkKind[], kinds: readonly LinkKindRecord[]): boolean {
  return facts.kind !== undefined || needs.some((need) => isLevel(need, kinds));
}
