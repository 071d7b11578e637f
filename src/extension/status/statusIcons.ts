import { ThemeColor, ThemeIcon, l10n } from 'vscode';
import type { Status } from '../../model/status.ts';
import { STATUS_SHAPES } from '../../text/words/statusShapes.ts';

/** Id of the colour of a status, as package.json declares it: `reqtrace.met`. Themes and people may change it. */
export function statusColor(status: Status): ThemeColor {
  return new ThemeColor(`reqtrace.${status}`);
}

/** Its shape, in a colour that only repeats it. */
function statusIcon(status: Status): ThemeIcon {
  return new ThemeIcon(STATUS_SHAPES[status].codicon, statusColor(status));
}

/** The icon of each status, in the tree, in Review and in lists to choose from. */
export const STATUS_ICONS: Readonly<Record<Status, ThemeIcon>> = {
  failing: statusIcon('failing'),
  stale: statusIcon('stale'),
  unmet: statusIcon('unmet'),
  partial: statusIcon('partial'),
  met: statusIcon('met'),
  waived: statusIcon('waived'),
  exempt: statusIcon('exempt'),
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
