import type { FilePath } from '../../../model/position.ts';

/** Where a rule stands: a key of reqtrace.yaml, needs that a document asks for, a mark that switches reading off, a waiver, a file of known debt. */
export type RuleName =
  | 'gates'
  | 'needs'
  | 'exclude'
  | 'documents'
  | 'tests'
  | 'severity'
  | 'labels'
  | 'inherit'
  | 'evidence'
  | 'reading'
  | 'waivers'
  | 'ignore'
  | 'baseline';

/**
 * A rule that a branch changed, by which it would be judged itself: `the gate "merge": max unmet was 0 and is 9 now`.
 *
 * `effect` says whether `less` is asked for or read than before, or `more`; `other` where that depends on the files.
 */
export interface RuleChange {
  readonly rule: RuleName;
  readonly effect: 'less' | 'more' | 'other';
  /** The file that says it. */
  readonly path: FilePath;
  /** As it is now, counted from 0; 0 for what is gone. */
  readonly line: number;
  /** One sentence for a person, no full stop at the end. */
  readonly reason: string;
}

/** What asks for less first, else in their order. */
export function byEffect(changes: readonly RuleChange[]): RuleChange[] {
  return (['less', 'other', 'more'] as const).flatMap((effect) => changes.filter((change) => change.effect === effect));
}
