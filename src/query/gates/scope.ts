import type { Finding, FindingCode } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { withCriteria } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { Comparison } from '../diff/comparison.ts';
import { LIST_NAMES } from '../diff/difference.ts';
import { saidBy } from '../sameFinding.ts';
import type { Difference, ListName } from '../diff/difference.ts';

/** What a gate judges. */
export interface GateScope {
  readonly hasItem: (item: Item) => boolean;
  readonly hasFinding: (finding: Finding) => boolean;
  /** What of the findings nobody can tell, where the branch parted from its base at several commits. */
  readonly unsure?: UnsureFindings;
}

/** Findings that are not the branch's doing from each of the commits at which it parted. */
export interface UnsureFindings {
  readonly why: string;
  /** Of the scope, and not from each of the others. */
  readonly disputed: ReadonlySet<Finding>;
  /** Codes of those that another of them shows, and that are not of the scope. */
  readonly missing: ReadonlySet<FindingCode>;
}

/** The same branch, compared from the other commits at which it parted. */
export interface OtherBases {
  readonly compared: readonly { readonly comparison: Comparison; readonly difference: Difference }[];
  /** Why nothing can be told where they do not say the same. */
  readonly why: string;
}

/** The whole workspace folder. */
export const EVERYTHING: GateScope = { hasItem: () => true, hasFinding: () => true };

/** Findings that speak of runs of tests, of which the base knows nothing. */
const OF_EVIDENCE: ReadonlySet<FindingCode> = new Set<FindingCode>(['failing-criterion', 'outdated-evidence', 'not-executed']);

/** Lists of criteria that a branch did nothing to, or that are not there any more. */
const NOT_TOUCHED: ReadonlySet<ListName> = new Set<ListName>(['renumbered', 'removed', 'failing']);

/**
 * What a branch touched: criteria that the difference lists (those that were only renumbered or fail as they may have failed before aside), and findings that the base
 * does not have. Findings about runs of tests count where they are about such a criterion or lie in a file that changed.
 *
 * @param others the other commits at which the branch parted, where there are several.
 */
export function changedScope(comparison: Comparison, difference: Difference, others?: OtherBases): GateScope {
  const scope = scopeFrom(comparison, difference);
  const unsure = others && unsureOf(findingsIn(comparison, scope), others);
  return unsure ? { ...scope, unsure } : scope;
}

function findingsIn({ head }: Comparison, { hasFinding }: GateScope): ReadonlyMap<string, Finding> {
  return new Map(
    head
      .allFindings()
      .filter(hasFinding)
      .map((finding) => [`${finding.code}\0${finding.path}\0${JSON.stringify(finding.range)}\0${saidBy(finding)}`, finding]),
  );
}

function unsureOf(shown: ReadonlyMap<string, Finding>, { compared, why }: OtherBases): UnsureFindings | undefined {
  const others = compared.map(({ comparison, difference }) => findingsIn(comparison, scopeFrom(comparison, difference)));
  const disputed = [...shown].filter(([key]) => !others.every((other) => other.has(key))).map(([, finding]) => finding);
  const missing = others.flatMap((other) => [...other].filter(([key]) => !shown.has(key)).map(([, { code }]) => code));
  return disputed.length + missing.length > 0 ? { why, disputed: new Set(disputed), missing: new Set(missing) } : undefined;
}

function scopeFrom(comparison: Comparison, { lists }: Difference): GateScope {
  const touched = new Set(
    LIST_NAMES.filter((name) => !NOT_TOUCHED.has(name)).flatMap((name) =>
      // What a requirement says itself holds for each of its criteria.
      lists[name].flatMap(({ item }) => (item.type === 'requirement' ? withCriteria(item).map(({ key }) => key) : [item.key])),
    ),
  );
  const files = new Set(comparison.files.flatMap(({ head }) => head ?? []));
  const failing = new Set(lists.failing.map(({ item }) => item.key));
  const fresh = newFindings(comparison);
  return {
    hasItem: ({ key }) => touched.has(key) && !failing.has(key),
    hasFinding: (finding) =>
      OF_EVIDENCE.has(finding.code)
        ? !failing.has(finding.item ?? '') && (files.has(finding.path) || touched.has(finding.item ?? ''))
        : fresh.has(finding),
  };
}

/** Findings that are the same by code, file and message cancel each other out, whatever line they are on now. */
export function newFindings({ base, head, files }: Comparison): ReadonlySet<Finding> {
  const renamed = new Map<FilePath, FilePath>(
    files.flatMap((file) => (file.base !== undefined && file.head !== undefined ? [[file.base, file.head]] : [])),
  );
  const name = (finding: Finding, path: FilePath): string => `${finding.code}\0${path}\0${saidBy(finding)}`;
  const known = new Map<string, number>();
  for (const finding of base.allFindings()) {
    const key = name(finding, renamed.get(finding.path) ?? finding.path);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return new Set(
    head.allFindings().filter((finding) => {
      const key = name(finding, finding.path);
      const left = known.get(key) ?? 0;
      known.set(key, left - 1);
      return left <= 0;
    }),
  );
}
