import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';

/** `undecided`: it cannot be told, as without results of tests where proof is asked. */
export type Decision = 'holds' | 'fails' | 'undecided';

/** One thing that stands in the way of a gate. */
export interface Obstacle {
  /** The criterion, or requirement without criteria; absent for a finding about none. */
  readonly item?: Item;
  readonly finding?: Finding;
  readonly path: FilePath;
  readonly range: Range;
  /** What is wrong with it, no full stop at the end. */
  readonly message: string;
  /** The smallest thing that would mend it. */
  readonly mend: string;
}

/** What became of one condition. */
export interface ConditionVerdict {
  /** As reqtrace.yaml writes it: `max unmet: 0`, `forbid unknown-reference`. */
  readonly condition: string;
  readonly decision: Decision;
  /** What was counted: `2 of 14 criteria are unmet`. */
  readonly why: string;
  /** Empty where it holds. */
  readonly obstacles: readonly Obstacle[];
}

/** What became of a gate: it fails if any condition does, and else is undecided if any is. */
export interface GateVerdict {
  readonly gate: string;
  readonly scope: 'all' | 'changed';
  readonly decision: Decision;
  readonly conditions: readonly ConditionVerdict[];
}
