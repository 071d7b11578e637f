import type { MatrixRow } from '../../html/model.ts';
import type { Texts } from '../texts.ts';

/** A waiver in words: `measured by hand (QA), until 2027-03-31`. */
export function waiverText({ reason, owner, until, valid }: MatrixRow['waivers'][number], { phrase }: Texts): string {
  const owned = owner ? phrase('waiverOwner', reason, owner) : reason;
  const dated = until ? phrase('waiverUntil', owned, until) : owned;
  return valid ? dated : phrase('waiverVoid', dated);
}
