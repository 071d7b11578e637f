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
}
