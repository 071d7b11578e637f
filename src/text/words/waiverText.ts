import type { Waiver } from '../../model/facts.ts';

/** All that a waiver says, so that nothing of it changes unseen: `measured by hand (Ann) until 2027-03-31`. */
export function waiverText({
  reason,
  owner,
  until,
}: { readonly [Part in 'reason' | 'owner' | 'until']: Waiver[Part] | undefined }): string {
  return `${reason ?? ''}${owner === undefined ? '' : ` (${owner})`}${until === undefined ? '' : ` until ${until}`}`;
}
