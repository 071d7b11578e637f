import type { AttributeConditions } from './attributeCondition.ts';
import type { FindingCode } from './finding.ts';

/** What a gate may allow only so much of: statuses, and `unproven`: no linked test passed in results that are as new as the code. */
export const GATE_MEASURES = ['unmet', 'partial', 'failing', 'stale', 'unproven'] as const;

export type GateMeasure = (typeof GATE_MEASURES)[number];

/** What a gate may allow only so much of in one branch: criteria that were `removed`, and that were waived or marked as exempt, `newly-waived`. */
export const BRANCH_MEASURES = ['removed', 'newly-waived'] as const;

export type BranchMeasure = (typeof BRANCH_MEASURES)[number];

/** `3`, or with `percent` 3 % of the criteria that count. */
export interface GateLimit {
  readonly value: number;
  readonly percent: boolean;
}

/** A named set of conditions on statuses and findings: what must hold before a merge. */
export interface Gate {
  /** Everything, or only what the branch touched, so that old debt does not fail it. */
  readonly scope: 'all' | 'changed';
  /** `head` where a branch is to be judged by its own rules; absent where those of its base count. */
  readonly rules?: 'head';
  /** Attributes of the items that are counted; absent where all are. What it forbids, it forbids everywhere. */
  readonly when?: AttributeConditions;
  readonly max: Readonly<Partial<Record<GateMeasure | BranchMeasure, GateLimit>>>;
  readonly min: { readonly met?: GateLimit };
  /** Findings that there must be none of. */
  readonly forbid: readonly FindingCode[];
}

/** A gate by its name, which may be any word, even `constructor`; undefined if no gate has that name. */
export function gateNamed(gates: Readonly<Record<string, Gate>>, name: string): Gate | undefined {
  return Object.hasOwn(gates, name) ? gates[name] : undefined;
}

/** As reqtrace.yaml writes it: `80%`, `3`. */
export function formatLimit({ value, percent }: GateLimit): string {
  return percent ? `${value}%` : String(value);
}

/** As a person reads it: `Status: Approved, ASIL: B`. */
export function formatConditions(when: AttributeConditions): string {
  return Object.entries(when)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** Findings that only runs of tests can give; a gate that forbids them asks what these said. */
export const RESULT_FINDINGS: ReadonlySet<string> = new Set<FindingCode>(['failing-criterion', 'outdated-evidence']);

/** True for a gate that asks what runs of tests or line coverage have shown: `max: { unproven: 0 }`, `max: { failing: 0 }`, `forbid: [not-executed]`. */
export function asksForProof({ max, forbid }: Gate): boolean {
  return (
    max.unproven !== undefined || max.failing !== undefined || forbid.some((code) => RESULT_FINDINGS.has(code) || code === 'not-executed')
  );
}

/** True for a gate that cannot be judged without something to compare with. */
export function asksForBase({ scope, max }: Gate): boolean {
  return scope === 'changed' || BRANCH_MEASURES.some((measure) => max[measure] !== undefined);
}
