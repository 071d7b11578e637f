import * as l10n from '@vscode/l10n';
import type { LinkResult } from '../../model/evidence.ts';

/** What became of a test and when, in UTC so that it reads the same everywhere: `failed 2026-11-20 11:00 UTC`. */
export function resultWords({ outcome, time }: LinkResult): string {
  const at = `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  switch (outcome) {
    case 'passed':
      return l10n.t('passed {0}', at);
    case 'failed':
      return l10n.t('failed {0}', at);
    case 'skipped':
      return l10n.t('skipped {0}', at);
  }
}
