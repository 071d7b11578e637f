import type { Proof } from '../../model/evidence.ts';
import type { Coverage, CriterionItem, Item, ItemWaiver, Link, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { countOne, sumCounts } from '../../model/counts.ts';
import { isCounted, isOpen } from '../../model/status.ts';
import type { LinkKind, Status } from '../../model/status.ts';

/** What points at the items of a requirement. */
export interface CoverageInputs {
  /** What the requirement's criteria need. */
  readonly needs: readonly LinkKind[];
  /** Kinds of link that a requirement passes on to its criteria. */
  readonly inherit: readonly LinkKind[];
  /** Links that name this very item, in order. */
  links(key: string): readonly Link[];
  /** Waivers that name this very item, in order. */
  waivers(key: string): readonly ItemWaiver[];
  /** The lower requirements that cover this very item; one that is on a cycle with it is `unmet`. */
  lower(key: string): readonly Lower[];
  /** False while no test was ever run. */
  readonly hasResults: boolean;
  /** When a file changed last, in milliseconds since 1970. */
  modified(path: FilePath): number;
}

/** What a lower requirement adds to those that it covers. */
export type Lower = Pick<Coverage, 'status' | 'proof'>;

/**
 * Coverage of a requirement and of each of its criteria, by key.
 *
 * A criterion is `exempt` if it needs nothing, else `failing` if a linked test failed in the newest results, `stale` if a pinned link's text
 * changed, `met` if every need has a link, `partial` if some have, `unmet` if none. A valid waiver turns `unmet` and `partial`
 * into `waived`. A requirement without criteria is its own criterion.
 *
 * Lower requirements that cover an item are another way to meet it: when all of them are met it is met,
 * when any of them is more than unmet it is at least `partial`; waived and exempt ones are left out. Like a
 * test that names no criterion, a lower requirement that covers a requirement with criteria proves none of them.
 */
export function coverRequirement(requirement: RequirementItem, inputs: CoverageInputs): ReadonlyMap<string, Coverage> {
  const { criteria, key } = requirement;
  if (criteria.length === 0) return new Map([[key, coverUnit(requirement, requirement, inputs)]]);
  const parts = criteria.map((criterion) => coverUnit(criterion, requirement, inputs));
  const whole: Coverage = {
    status: statusOfAll(parts.map(({ status }) => status)),
    needs: needsOf(requirement, requirement, inputs),
    missing: inputs.needs.filter((kind) => parts.some((part) => isOpen(part.status) && part.missing.includes(kind))),
    links: inputs.links(key).filter(({ kind }) => inputs.inherit.includes(kind)),
    waivers: inputs.waivers(key),
    counts: sumCounts(parts.map(({ counts }) => counts)),
    proof: proofOfAll(parts),
    outdated: parts.some(({ outdated }) => outdated),
  };
  return new Map([[key, whole], ...criteria.map((criterion, at) => [criterion.key, parts[at] ?? whole] as const)]);
}

function coverUnit(item: RequirementItem | CriterionItem, requirement: RequirementItem, inputs: CoverageInputs): Coverage {
  const needs = needsOf(item, requirement, inputs);
  const isPart = item.type === 'criterion';
  const passedOn = isPart ? inputs.links(requirement.key).filter(({ kind }) => inputs.inherit.includes(kind)) : [];
  const links = [...inputs.links(item.key), ...passedOn];
  const waivers = isPart ? [...inputs.waivers(item.key), ...inputs.waivers(requirement.key)] : inputs.waivers(item.key);
  const lower = inputs.lower(item.key).filter(({ status }) => isCounted(status));
  const coveredBelow = lower.length > 0 && lower.every(({ status }) => status === 'met');
  const missing = coveredBelow ? [] : needs.filter((need) => !links.some(({ kind }) => kind === need));
  let status = statusOfUnit(needs, missing, links, lower);
  if ((status === 'unmet' || status === 'partial') && waivers.some(({ valid }) => valid)) status = 'waived';
  const proof = inputs.hasResults && needs.includes('verifies') ? proofOfUnit(links, coveredBelow ? lower : []) : 'unknown';
  return {
    status,
    needs,
    missing,
    links,
    waivers,
    counts: countOne(status),
    proof,
    outdated: changedSince(links, inputs.modified) !== undefined,
  };
}

/**
 * The file with code or a test of these links that changed after the run whose result counts for one of them; undefined where every result is
 * newer than what it speaks of.
 */
export function changedSince(links: readonly Link[], modified: (path: FilePath) => number): FilePath | undefined {
  for (const { result, path } of links) {
    if (!result) continue;
    const parts = [path, ...links.filter(({ kind }) => kind === 'implements').map((link) => link.path)];
    const changed = parts.find((part) => modified(part) > result.time);
    if (changed !== undefined) return changed;
  }
  return undefined;
}

function proofOfUnit(links: readonly Link[], lower: readonly Lower[]): Proof {
  const outcomes = links.flatMap(({ result }) => result?.outcome ?? []);
  if (outcomes.includes('failed')) return 'unproven';
  if (outcomes.includes('passed')) return 'proven';
  return lower.length > 0 && lower.every(({ proof }) => proof === 'proven') ? 'proven' : 'unproven';
}

function proofOfAll(parts: readonly Coverage[]): Proof {
  const known = parts.filter(({ status, proof }) => isCounted(status) && proof !== 'unknown');
  if (known.length === 0) return 'unknown';
  return known.every(({ proof }) => proof === 'proven') ? 'proven' : 'unproven';
}

function statusOfUnit(needs: readonly LinkKind[], missing: readonly LinkKind[], links: readonly Link[], lower: readonly Lower[]): Status {
  if (needs.length === 0) return 'exempt';
  if (links.some(({ result }) => result?.outcome === 'failed')) return 'failing';
  if (links.some(({ stale }) => stale)) return 'stale';
  if (missing.length === 0) return 'met';
  return missing.length < needs.length || lower.some(({ status }) => status !== 'unmet') ? 'partial' : 'unmet';
}

function statusOfAll(statuses: readonly Status[]): Status {
  const counted = statuses.filter(isCounted);
  if (counted.length === 0) return statuses.includes('waived') ? 'waived' : 'exempt';
  for (const grave of ['failing', 'stale'] as const) if (counted.includes(grave)) return grave;
  if (counted.every((status) => status === 'met')) return 'met';
  return counted.every((status) => status === 'unmet') ? 'unmet' : 'partial';
}

function needsOf(item: Item, requirement: RequirementItem, inputs: CoverageInputs): readonly LinkKind[] {
  return item.facts.exempt || requirement.facts.exempt ? [] : inputs.needs;
}
