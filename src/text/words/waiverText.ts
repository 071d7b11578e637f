import * as l10n from '@vscode/l10n';
import type { Waiver } from '../../model/facts.ts';

/** All that a waiver says, so that nothing of it changes unseen: `measured by hand (Ann) until 2027-03-31`. */
export function waiverText({
  reason,
  owner,
  until,
}: { readonly [Part in 'reason' | 'owner' | 'until']: Waiver[Part] | undefined }): string {
  const accepted = owner === undefined ? (reason ?? '') : l10n.t('{0} ({1})', reason ?? '', owner);
  return until === undefined ? accepted : l10n.t('{0} until {1}', accepted, until);
}
