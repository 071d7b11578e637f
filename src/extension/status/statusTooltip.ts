import { MarkdownString, l10n } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { ServerHealth } from '../client/languageServer.ts';
import type { Commands } from '../contributions.ts';
import { REVIEW_VIEW, VIEW } from '../contributions.ts';
import type { GateCounts } from '../review/gateCounts.ts';
import { listed } from '../window/listed.ts';
import { healthText } from './healthText.ts';
import type { Summary } from './summary.ts';

/** What the links of the tooltip may run. */
const LINKED = ['reqtrace.openConfiguration', 'reqtrace.showLog', 'reqtrace.restartServer', 'reqtrace.reportProblem'] as const;

/** What one wants to know of the whole: counts by status, gates, configuration and server, with what can be done about each. */
export function statusTooltip(summary: Summary | undefined, health: ServerHealth, gates: GateCounts | undefined): MarkdownString {
  const tooltip = new MarkdownString('', true);
  // Text of the repository is appended as text, and the links run nothing but these.
  tooltip.isTrusted = { enabledCommands: [...LINKED, `${VIEW}.focus`, `${REVIEW_VIEW}.focus`] };
  const ill = healthText(health);
  if (ill !== undefined) tooltip.appendText(ill).appendMarkdown('\n\n');
  if (summary) for (const line of summaryLines(summary)) tooltip.appendText(line).appendMarkdown('\n\n');
  if (gates) tooltip.appendText(gateLine(gates)).appendMarkdown('\n\n');
  tooltip.appendMarkdown(links(summary, gates).join(' · '));
  return tooltip;
}

function summaryLines(summary: Summary): string[] {
  const { met, total, waived, exempt, skipped, doubts, notations, indexing, failing, stale, unmet, partial } = summary;
  const counts: readonly (readonly [number, string])[] = [
    [failing, l10n.t('{0} failing', failing)],
    [stale, l10n.t('{0} stale', stale)],
    [partial, l10n.t('{0} partial', partial)],
    [unmet, l10n.t('{0} unmet', unmet)],
    [waived, l10n.t('{0} waived', waived)],
    [exempt, l10n.t('{0} exempt', exempt)],
  ];
  const others = counts.filter(([number]) => number > 0).map(([, text]) => text);
  return [
    l10n.t('{0} of {1} acceptance criteria met', met, total),
    ...(others.length > 0 ? [listed(others)] : []),
    ...doubts.map((doubt) => l10n.t('Not everything could be read: {0}', doubt)),
    ...notations.map(({ name, files }) => l10n.t('Read as {0}: {1} documents', name, files)),
    ...(skipped > 0 ? [l10n.t('Files not read: {0}', skipped)] : []),
    ...(indexing ? [l10n.t('Reading the files …')] : []),
  ];
}

function gateLine({ holds, fails, undecided }: GateCounts): string {
  return listed([
    ...(fails > 0 ? [fails === 1 ? l10n.t('1 gate fails') : l10n.t('{0} gates fail', fails)] : []),
    ...(undecided > 0 ? [undecided === 1 ? l10n.t('1 gate cannot be decided') : l10n.t('{0} gates cannot be decided', undecided)] : []),
    ...(holds > 0 ? [holds === 1 ? l10n.t('1 gate holds') : l10n.t('{0} gates hold', holds)] : []),
  ]);
}

function links(summary: Summary | undefined, gates: GateCounts | undefined): string[] {
  const link = (text: string, command: (typeof LINKED)[number] | `${string}.focus`): string => `[${text}](command:${command})`;
  const create: keyof Commands = 'reqtrace.openConfiguration';
  return [
    link(l10n.t('Requirements'), `${VIEW}.focus`),
    link(gates ? l10n.t('Gates and changes') : l10n.t('Review'), `${REVIEW_VIEW}.focus`),
    ...(summary && summary.configuration !== 'none' ? [link(CONFIGURATION_FILE, create)] : []),
    link(l10n.t('Log'), 'reqtrace.showLog'),
    link(l10n.t('Restart'), 'reqtrace.restartServer'),
    link(l10n.t('Report a problem'), 'reqtrace.reportProblem'),
  ];
}
