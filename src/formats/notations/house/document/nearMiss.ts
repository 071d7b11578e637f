import type { Message } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';

/** What looks like a requirement or criterion but fits no form. */
export interface NearMiss {
  /** What places have in common, such as `label without a colon`; only the first gets a problem of its own. */
  readonly form: string;
  readonly range: Range;
  /** Says what is wrong with this place and what to do. */
  readonly message: Message;
  /** What to do, where that depends on all places of the form, by their words. */
  readonly advise?: (texts: readonly string[]) => Message;
  /** Text to be written at the end of this place, which mends it: the colon of a label. */
  readonly missing?: string;
  /** The words at this place. */
  readonly text: string;
}
