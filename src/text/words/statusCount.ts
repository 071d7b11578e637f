import * as l10n from '@vscode/l10n';
import type { Status } from '../../model/status.ts';

/** How many have a status, in the language of the reader: `3 unmet`. */
export function statusCount(status: Status, count: number): string {
  switch (status) {
    case 'failing':
      return l10n.t('{0} failing', count);
    case 'stale':
      return l10n.t('{0} stale', count);
    case 'unmet':
      return l10n.t('{0} unmet', count);
    case 'partial':
      return l10n.t('{0} partial', count);
    case 'met':
      return l10n.t('{0} met', count);
    case 'waived':
      return l10n.t('{0} waived', count);
    case 'exempt':
      return l10n.t('{0} exempt', count);
  }
}
