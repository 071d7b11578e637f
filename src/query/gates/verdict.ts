import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';
import type { RuleChange } from '../diff/rules/ruleChange.ts';

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

/** What stands in the way and of which criterion, which a finding mostly names itself: `REQ-1/AC2 unmet: no test`. */
export function whatHinders({ item, message }: Obstacle): string {
  return item && !message.includes(item.id) ? `${item.id} ${message}` : message;
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

/** One of the two states that a gate compares: `{ name: 'main', commit: '3f2a…' }`. */
export interface ComparedEnd {
  readonly name: string;
  /** Of the files on the disk, the commit that they were checked out from. */
  readonly commit?: string;
}

/** What a verdict rests on. */
export interface VerdictGrounds {
  /** Absent where nothing is compared. */
  readonly base?: ComparedEnd;
  readonly head?: ComparedEnd;
  /** Whose rules it was judged by: those of the base, or those that lie in the folder. */
  readonly rules: 'base' | 'head';
  /** What the branch changed of them. */
  readonly changedRules: readonly RuleChange[];
  /** What must be known of the verdict, one sentence each, no full stop at the end. */
  readonly notes: readonly string[];
}

/** What became of a gate: it fails if any condition does, and else is undecided if any is. */
export interface GateVerdict extends VerdictGrounds {
  readonly gate: string;
  readonly scope: 'all' | 'changed';
  readonly decision: Decision;
  readonly conditions: readonly ConditionVerdict[];
}

/** What several decisions come to: one that fails fails all, and else one that cannot be decided leaves all undecided. */
export function gravest(decisions: readonly Decision[]): Decision {
  if (decisions.includes('fails')) return 'fails';
  return decisions.includes('undecided') ? 'undecided' : 'holds';
}
