import * as l10n from '@vscode/l10n';
import type { Status } from '../model/status.ts';

/** A status as people read it, in the language of their editor: `partial`; English wherever no editor named another. */
export function statusName(status: Status): string {
  switch (status) {
    case 'failing':
      return l10n.t('failing');
    case 'stale':
      return l10n.t('stale');
    case 'unmet':
      return l10n.t('unmet');
    case 'partial':
      return l10n.t('partial');
    case 'met':
      return l10n.t('met');
    case 'waived':
      return l10n.t('waived');
    case 'exempt':
      return l10n.t('exempt');
  }
}
