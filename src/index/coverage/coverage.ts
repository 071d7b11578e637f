import { isWhole, isWholeWithWaived, waivesPart, waivesWhole } from './quotedWhole.ts';
import type { Proof } from '../../model/evidence.ts';
import type { Coverage, CriterionItem, Item, ItemWaiver, Link, LowerItem, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { countOne, sumCounts } from '../../model/counts.ts';
import { isCounted, isOpen } from '../../model/status.ts';
import { asksForProof, satisfies } from '../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../model/linkKind.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Status } from '../../model/status.ts';
import { isNewer } from '../evidence/times.ts';
import { hasLevels, isLevel } from './levels.ts';

/** What points at the items of a requirement. */
export interface CoverageInputs {
  readonly kinds: readonly LinkKindRecord[];
  /** What the requirement or one of its criteria needs; nothing if it is exempt. */
  needs(item: Item): readonly LinkKind[];
  /** Whether a need for a level asks what covers to be satisfied itself (`deep`), or only to be there (`shallow`). */
  readonly levels: Configuration['levels'];
  /** Kinds of link that a requirement passes on to its criteria. */
  readonly inherit: readonly LinkKind[];
  /** Links that name this very item, in order. */
  links(key: string): readonly Link[];
  /** Waivers that name this very item, in order. */
  waivers(key: string): readonly ItemWaiver[];
  /** The lower requirements that cover this very item, by key; one that is on a cycle with it is `unmet`. */
  lower(key: string): readonly Lower[];
  /** False while no test was ever run. */
  readonly hasResults: boolean;
  /** When a file changed last, in milliseconds since 1970. */
  modified(path: FilePath): number;
}

/** What a lower requirement adds to those that it covers. */
export type Lower = LowerItem &
  Pick<Coverage, 'proof'> & {
    /** Struck out, deferred, rejected: it covers nothing. */
    readonly withdrawn: boolean;
  };

// @implements RT-4.1~1b1464
/**
 * Coverage of a requirement and of each of its criteria, by key.
 *
 * A criterion is `exempt` if it needs nothing, else `failing` if a linked test failed in the newest results, `stale` if a pinned link's text
 * changed, `met` if every need has a link, `partial` if some have, `unmet` if none. A valid waiver turns `unmet` and `partial`
 * into `waived`, as those of a part of its text do where links have the rest of it. A requirement without criteria is its own criterion.
 *
 * A test that is switched off in its source, a todo and a scaffold that only throws meet nothing.
 *
 * Lower requirements that cover an item are another way to meet it: when all of them are met it is met,
 * when any of them is more than unmet it is at least `partial`; waived and exempt ones are left out. Like a
 * test that does not name a criterion, a lower requirement that covers a requirement with criteria proves none of them.
 *
 * A need is also one for a level (`dsn`): it is there when some lower requirement of that artifact type covers the item and
 * each that does is satisfied itself, so coverage is deep over all levels, as OpenFastTrace has it, unless the project asks for shallow coverage. Where an item has an artifact type itself or needs a
 * level, lower requirements meet nothing else. One that covers another revision of the item covers nothing and makes it `stale`.
 */
export function coverRequirement(requirement: RequirementItem, inputs: CoverageInputs): ReadonlyMap<string, Coverage> {
  const { criteria, key } = requirement;
  if (criteria.length === 0) return new Map([[key, coverUnit(requirement, requirement, inputs)]]);
  const parts = criteria.map((criterion) => coverUnit(criterion, requirement, inputs));
  const whole: Coverage = {
    status: statusOfAll(parts.map(({ status }) => status)),
    needs: inputs.needs(requirement),
    missing: [...new Set(parts.flatMap(({ needs }) => needs))].filter((kind) =>
      parts.some((part) => isOpen(part.status) && part.missing.includes(kind)),
    ),
    covered: parts.every((part) => part.covered || !isCounted(part.status)),
    satisfied: parts.every((part) => part.satisfied || !isCounted(part.status)),
    links: passedOn(requirement, inputs),
    waivers: inputs.waivers(key),
    ...shownLower(inputs.lower(key)),
    counts: sumCounts(parts.map(({ counts }) => counts)),
    proof: proofOfAll(parts),
    outdated: parts.some(({ outdated }) => outdated),
  };
  return new Map([[key, whole], ...criteria.map((criterion, at) => [criterion.key, parts[at] ?? whole] as const)]);
}

function coverUnit(item: RequirementItem | CriterionItem, requirement: RequirementItem, inputs: CoverageInputs): Coverage {
  const needs = inputs.needs(item);
  const isPart = item.type === 'criterion';
  const links = isPart ? [...inputs.links(item.key), ...passedOn(requirement, inputs)] : inputs.links(item.key);
  const waivers = isPart ? [...inputs.waivers(item.key), ...inputs.waivers(requirement.key)] : inputs.waivers(item.key);
  const below = inputs.lower(item.key);
  const lower = below.filter(({ status }) => isCounted(status));
  const coveredBelow =
    !hasLevels(requirement, needs, inputs.kinds) && lower.length > 0 && lower.every(({ status, current }) => current && status === 'met');
  const has = (need: LinkKind, all: readonly Link[], depth: 'begun' | Configuration['levels']): boolean => {
    const covering = levelOf(need, below);
    if (depth === 'deep' && covering.some(({ current, satisfied }) => current && !satisfied)) return false;
    if (covering.some(({ current }) => current || depth === 'begun')) return true;
    return isWhole(all.filter(({ kind }) => satisfies(inputs.kinds, kind, need)));
  };
  const tested = links.filter((link) => !isSwitchedOff(link));
  const missing = coveredBelow ? [] : needs.filter((need) => !has(need, tested, inputs.levels));
  const sound = tested.filter(({ stale, result }) => !stale && result?.outcome !== 'failed');
  const isQuoted = tested.some(
    ({ annotation, kind }) => annotation.reference.extent && needs.some((need) => satisfies(inputs.kinds, kind, need)),
  );
  const isBegun =
    isQuoted || waivesPart(waivers) || needs.some((need) => has(need, tested, 'begun')) || lower.some((one) => one.status !== 'unmet');
  const isStale = links.some(({ stale }) => stale) || below.some(({ stale, withdrawn }) => stale && !withdrawn);
  let status = statusOfUnit(needs, missing, links, { isBegun, isStale });
  const isQuotedOrWaived = (need: LinkKind): boolean =>
    isWholeWithWaived(
      tested.filter(({ kind }) => satisfies(inputs.kinds, kind, need)),
      waivers,
    );
  if ((status === 'unmet' || status === 'partial') && (waivesWhole(waivers) || missing.every(isQuotedOrWaived))) status = 'waived';
  return {
    status,
    needs,
    missing,
    covered: coveredBelow || needs.every((need) => has(need, tested, 'begun')),
    satisfied: coveredBelow || needs.every((need) => has(need, sound, 'deep')),
    links,
    waivers,
    ...shownLower(below),
    counts: countOne(status),
    proof: inputs.hasResults ? proofOfUnit(needs, links, coveredBelow ? lower : [], inputs.kinds) : 'unknown',
    outdated: changedSince(links, inputs.modified) !== undefined,
  };
}

/** What a person sees of the lower requirements; most items have none, and there are very many. */
function shownLower(below: readonly Lower[]): Pick<Coverage, 'lower'> {
  if (below.length === 0) return {};
  return {
    lower: below.map(({ key, level, status, current, stale, satisfied }): LowerItem => {
      return { key, ...(level !== undefined && { level }), status, current, stale, satisfied };
    }),
  };
}

/** True for a test that the source switches off or that is still to be written: it is not a test yet. */
function isSwitchedOff({ is, annotation }: Link): boolean {
  return is === 'verifies' && annotation.declaration?.off !== undefined;
}

/** Links of a requirement that count for all its criteria. */
function passedOn({ key }: RequirementItem, { kinds, inherit, links }: CoverageInputs): readonly Link[] {
  return links(key).filter(({ kind }) => inherit.some((inherited) => satisfies(kinds, kind, inherited)));
}

/** The lower requirements of an artifact type that cover; one that needs nothing itself does as well as any other. */
function levelOf(level: string, below: readonly Lower[]): readonly Lower[] {
  return below.filter((one) => one.level === level && one.status !== 'waived' && !one.withdrawn);
}

/**
 * The file with code or a test of these links that changed after the run whose result counts for one of them; undefined where every result is
 * newer than what it speaks of.
 */
export function changedSince(links: readonly Link[], modified: (path: FilePath) => number): FilePath | undefined {
  for (const { result, path } of links) {
    if (!result) continue;
    const parts = [path, ...links.filter(({ is }) => is === 'implements').map((link) => link.path)];
    const changed = parts.find((part) => isNewer(modified(part), result.time));
    if (changed !== undefined) return changed;
  }
  return undefined;
}

/** Each kind of verification that is needed must have passed: a unit test proves nothing of what a security test is asked for. */
function proofOfUnit(needs: readonly LinkKind[], links: readonly Link[], lower: readonly Lower[], kinds: readonly LinkKindRecord[]): Proof {
  // Of an artifact type nobody knows whether its tests leave results before one is linked.
  const isTested = (need: LinkKind): boolean => isLevel(need, kinds) && links.some(({ kind, is }) => kind === need && is === 'verifies');
  const wanted = needs.filter((need) => asksForProof(kinds, need) || isTested(need));
  if (wanted.length === 0) return 'unknown';
  if (links.some(({ result }) => result?.outcome === 'failed')) return 'unproven';
  const passed = links.filter(({ result }) => result?.outcome === 'passed');
  if (wanted.every((need) => isWhole(passed.filter(({ kind }) => satisfies(kinds, kind, need))))) return 'proven';
  return lower.length > 0 && lower.every(({ proof }) => proof === 'proven') ? 'proven' : 'unproven';
}

function proofOfAll(parts: readonly Coverage[]): Proof {
  const known = parts.filter(({ status, proof }) => isCounted(status) && proof !== 'unknown');
  if (known.length === 0) return 'unknown';
  return known.every(({ proof }) => proof === 'proven') ? 'proven' : 'unproven';
}

function statusOfUnit(
  needs: readonly LinkKind[],
  missing: readonly LinkKind[],
  links: readonly Link[],
  { isBegun, isStale }: { readonly isBegun: boolean; readonly isStale: boolean },
): Status {
  if (needs.length === 0) return 'exempt';
  if (links.some(({ result }) => result?.outcome === 'failed')) return 'failing';
  if (isStale) return 'stale';
  if (missing.length === 0) return 'met';
  return isBegun ? 'partial' : 'unmet';
}

function statusOfAll(statuses: readonly Status[]): Status {
  const counted = statuses.filter(isCounted);
  if (counted.length === 0) return statuses.includes('waived') ? 'waived' : 'exempt';
  for (const grave of ['failing', 'stale'] as const) if (counted.includes(grave)) return grave;
  if (counted.every((status) => status === 'met')) return 'met';
  return counted.every((status) => status === 'unmet') ? 'unmet' : 'partial';
}
