import { ThemeColor, ThemeIcon, l10n } from 'vscode';
import type { Status } from '../../model/status.ts';

/** Id of the colour of a status, as package.json declares it: `reqtrace.met`. Themes and people may change it. */
export function statusColor(status: Status): ThemeColor {
  return new ThemeColor(`reqtrace.${status}`);
}

/** A shape of its own for each status; the colour only repeats it. */
export const STATUS_ICONS: Readonly<Record<Status, ThemeIcon>> = {
  failing: new ThemeIcon('error', statusColor('failing')),
  stale: new ThemeIcon('warning', statusColor('stale')),
  unmet: new ThemeIcon('circle-large-outline', statusColor('unmet')),
  partial: new ThemeIcon('color-mode', statusColor('partial')),
  met: new ThemeIcon('pass', statusColor('met')),
  waived: new ThemeIcon('circle-slash', statusColor('waived')),
  exempt: new ThemeIcon('dash', statusColor('exempt')),
};

/** Names of the groups by status. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  failing: l10n.t('Failing'),
  stale: l10n.t('Stale'),
  unmet: l10n.t('Unmet'),
  partial: l10n.t('Partial'),
  met: l10n.t('Met'),
  waived: l10n.t('Waived'),
  exempt: l10n.t('Exempt'),
};
