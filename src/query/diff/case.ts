import type { Item } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import type { LinkChange } from './difference.ts';

/** What is known of a criterion on both sides before it is put into a list. */
export interface Case {
  readonly base: Item | undefined;
  readonly head: Item | undefined;
  readonly was: Status | undefined;
  readonly is: Status | undefined;
  readonly reworded: boolean;
  readonly renumbered: boolean;
  /** Why the gap was accepted, by whom and until when; undefined where no waiver held. */
  readonly waiverBefore: string | undefined;
  /** The same of now. */
  readonly waiver: string | undefined;
  readonly links: readonly LinkChange[];
  /** What covered it before and does not any more, or lacks something now, by id: `dsn~heating~1`. */
  readonly lowered: readonly string[];
  /** False for a failure of which nobody knows whether the branch brought it: neither the item nor a file of its links changed, and the base has no results. */
  readonly isOfBranch: boolean;
  /** Kinds of link that it needed before and does not now, where that is all that made it better off: `verifies`. */
  readonly needsNoLonger: readonly string[];
  /** Why its document says nothing of it, where that is still there; undefined for what was taken out of it. */
  readonly unread: string | undefined;
}
