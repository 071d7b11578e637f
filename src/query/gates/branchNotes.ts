import { together } from '../../text/words/listed.ts';
import * as l10n from '@vscode/l10n';
import type { Difference, Entry } from '../diff/difference.ts';

/** Criteria of a list that are named in one note; the others are counted. */
const MOST_NAMED = 3;

/**
 * What a branch took back of its obligations, for the top of a verdict: a gate may hold because of that. One note for each list:
 * `waived or exempt: REQ-1/AC5 (docs/pay.md): new, is waived now: later`.
 *
 * @param difference what the branch did; nothing if nothing was compared.
 */
export function branchNotes(difference: Difference | undefined): readonly string[] {
  if (!difference) return [];
  const { broken, suspect, removed, waived } = difference.lists;
  return [
    ...told(removed, (entries) => l10n.t('removed: {0}', entries)),
    ...told(waived, (entries) => l10n.t('waived or exempt: {0}', entries)),
    ...told(broken, (entries) => l10n.t('broken: {0}', entries)),
    ...told(suspect, (entries) => l10n.t('suspect: {0}', entries)),
  ];
}

function told(entries: readonly Entry[], words: (entries: string) => string): string[] {
  if (entries.length === 0) return [];
  const more = entries.length - MOST_NAMED;
  const shown = entries.slice(0, MOST_NAMED).map(({ item, reason }) => l10n.t('{0}: {1}', l10n.t('{0} ({1})', item.id, item.path), reason));
  return [words(together([...shown, ...(more > 0 ? [l10n.t('{0} more', more)] : [])]))];
}
