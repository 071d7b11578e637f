import type { Attribute } from '../../model/facts.ts';
import type { Range } from '../../model/position.ts';
import type { CriteriaLabel } from './vocabulary.ts';

/** A criteria label at work: it governs the lists that follow until something ends it. */
export interface Governing {
  readonly label: CriteriaLabel;
  /** The words of the label, for messages. */
  readonly words: string;
  readonly range: Range;
  /** Text behind the colon: the label is an attribute after all if no list follows. */
  readonly value?: Attribute;
  /** Criteria found under it. */
  count: number;
}

export function govern(label: CriteriaLabel, words: string, range: Range, value?: Attribute): Governing {
  return { label, words, range, ...(value && { value }), count: 0 };
}
