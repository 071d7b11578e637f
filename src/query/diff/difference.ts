import type { Item, Link } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { Status } from '../../model/status.ts';
import type { Lines } from './code/extent.ts';
import type { AttributeChange } from './items/changedAttributes.ts';
import type { RuleChange } from './rules/ruleChange.ts';
import type { WordPart } from './texts/words.ts';

/**
 * What a branch can have done to a criterion; each criterion is in one list at most.
 *
 * - `met`: it is met now and was not. `broken`: it is worse off than it was: was met and is not, lost a link or its waiver, or a test
 *   of it is switched off or gone from under its annotation.
 * - `added`: new, or no longer exempt, and not met. `removed`: gone. `waived`: an accepted gap now, or marked as exempt, or its waiver changed.
 * - `suspect`: its text changed while its code, tests or waiver did not, its links were written for another criterion, or it is met only
 *   since its requirement passes on what was there before it.
 * - `touched`: code or tests under it changed.
 * - `failing`: a test of it fails, though neither the criterion nor the files of its links changed; whether it did before nobody knows.
 * - `reworded`: its text changed, and nothing points at it. `renumbered`: only its id or its document changed.
 *
 * A requirement that has criteria is in no list but `suspect` and `reworded`, for its own title and statement.
 */
export type ListName = 'met' | 'broken' | 'added' | 'suspect' | 'touched' | 'removed' | 'waived' | 'failing' | 'reworded' | 'renumbered';

/** In the order in which reports show them: what a reviewer must see first. */
export const LIST_NAMES: readonly ListName[] = [
  'broken',
  'suspect',
  'added',
  'touched',
  'removed',
  'met',
  'waived',
  'failing',
  'reworded',
  'renumbered',
];

/**
 * What became of a link.
 *
 * - `redirected`: it was written for another criterion. `confirmed`: it was pinned to the new text.
 * - `inherited`: it was there before, the same, and its requirement passes it on to a criterion that it did not have.
 * - `disabled`: its test ran and is switched off, or left out for another one (`it.only`). `emptied`: its annotation is still there, and the test or code that
 *   it was on is not.
 */
export type LinkChangeKind = 'same' | 'changed' | 'added' | 'removed' | 'redirected' | 'confirmed' | 'inherited' | 'disabled' | 'emptied';

/** One link of an item, and what became of it. */
export interface LinkChange {
  readonly change: LinkChangeKind;
  readonly kind: LinkKind;
  /** What the kind counts as. */
  readonly is: Link['is'];
  /** Where it is now; for a removed one where it was. */
  readonly path: FilePath;
  readonly range: Range;
  /** `reserveStock()`; absent where the annotation is on no declaration. */
  readonly symbol?: string;
  /** Of a `redirected` one: what it was written for. */
  readonly from?: Item;
  /** Of a `removed` one whose file is still there: its reference could mean several items now, its file is not read, or says that it is to be ignored. */
  readonly lostBy?: 'ambiguous' | 'unread' | 'ignored';
}

/** One criterion (or requirement without criteria) in a list. */
export interface Entry {
  readonly list: ListName;
  /** As it is now; a removed one as it was. */
  readonly item: Item;
  /** Undefined for what was not there. */
  readonly was: Status | undefined;
  /** Undefined for what is gone. */
  readonly is: Status | undefined;
  /** One sentence for a person, no full stop at the end. */
  readonly reason: string;
  /** Its old id, if that is another; with its document, if it was moved. */
  readonly renumberedFrom?: string;
  /** Word by word; absent where the text stayed the same. */
  readonly words?: readonly WordPart[];
  readonly links: readonly LinkChange[];
}

/** Changed code of one file that no annotation speaks for. */
export interface UnclaimedCode {
  readonly path: FilePath;
  readonly lines: readonly Lines[];
}

/** All that a branch did to the requirements. */
export interface Difference {
  /** What changed of the rules by which everything here is judged, what asks for less first. */
  readonly rules: readonly RuleChange[];
  /** Files of which nobody can tell what changed in them, one sentence each. */
  readonly doubts: readonly string[];
  /**
   * Keys of what may be in another list, or in none, since the branch parted from its base at several commits; `all` where only one of these was looked at, so
   * that anything may.
   */
  readonly disputed?: ReadonlySet<string> | 'all';
  /** By list, in the order of the index. */
  readonly lists: Readonly<Record<ListName, readonly Entry[]>>;
  /** Attributes that have another value now, whatever list their items are in. */
  readonly attributes: readonly AttributeChange[];
  /** Empty unless it was asked for. */
  readonly unclaimed: readonly UnclaimedCode[];
}

/** True for an obligation that is gone though something was there for it: what was met, or had links. A reviewer has to see it before anything that is new. */
export function isLoss({ list, was, links }: Entry): boolean {
  return list === 'removed' && (was === 'met' || links.length > 0);
}
