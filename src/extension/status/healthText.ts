import { l10n } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { ServerHealth } from '../client/languageServer.ts';
import type { Summary } from './summary.ts';

/** What is wrong with the server, and what that means for what is shown; undefined where nothing is. */
export function healthText(health: ServerHealth): string | undefined {
  if (health === 'stopped') return l10n.t('The language server stopped. What is shown is old.');
  return health === 'waiting' ? l10n.t('The language server ended and is starting again. What is shown is old.') : undefined;
}

/** The line above the tree: what is wrong, else what was found where nobody has linked anything yet; undefined for nothing to say. */
export function viewMessage(summary: Summary | undefined, health: ServerHealth): string | undefined {
  const ill = healthText(health);
  if (ill !== undefined || !summary) return ill;
  if (summary.configuration === 'broken')
    return l10n.t('{0} has errors; its last good settings, or the defaults, are in use.', CONFIGURATION_FILE);
  if (summary.partly.length > 0) return summary.partly.join('\n');
  if (!isFresh(summary)) return undefined;
  const found = foundText(summary);
  // The status bar does not count these.
  return summary.exempt > 0 ? l10n.t('{0} ({1} exempt)', found, summary.exempt.toLocaleString()) : found;
}

function foundText({ total, waived, exempt, documents, linked }: Summary): string {
  const all = total + waived + exempt;
  const criteria = all.toLocaleString();
  const files = documents.toLocaleString();
  if (linked) return l10n.t('{0} criteria in {1} documents, linked by titles of tests alone', criteria, files);
  if (all === 1) return l10n.t('1 criterion in 1 document, no link yet');
  return documents === 1
    ? l10n.t('{0} criteria in 1 document, no link yet', criteria)
    : l10n.t('{0} criteria in {1} documents, no link yet', criteria, files);
}

/** True where there are requirements, all is read, and nobody has asked for traceability yet. */
export function isFresh({ phase, indexing, setUp }: Summary): boolean {
  return phase === 'ready' && !indexing && !setUp;
}
