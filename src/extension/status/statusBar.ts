import type { Disposable, StatusBarItem } from 'vscode';
import { StatusBarAlignment, l10n, window } from 'vscode';
import { VIEW } from '../contributions.ts';
import { readSetting } from '../window/settings.ts';
import type { Summary } from './summary.ts';

/** Right of the problems counter, left of what other extensions show. */
const PRIORITY = 10;

/**
 * `18/24 criteria met` on the left of the status bar; with a sign of warning where not everything was read; hidden where nothing is
 * required or expected, and where the setting says so.
 */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  #visible = false;

  constructor() {
    this.#item = window.createStatusBarItem('reqtrace.status', StatusBarAlignment.Left, PRIORITY);
    this.#item.name = 'ReqTrace';
    this.#item.command = `${VIEW}.focus`;
  }

  /** What it shows, `$(checklist) 18/24 criteria met`; `undefined` while it is hidden. */
  get text(): string | undefined {
    return this.#visible ? this.#item.text : undefined;
  }

  showSummary(summary: Summary): void {
    const { met, total, waived, exempt, doubts, indexing } = summary;
    this.#visible = total + waived + exempt + doubts.length > 0 && readSetting('reqtrace.statusBar');
    if (!this.#visible) {
      this.#item.hide();
      return;
    }
    const text = total === 0 ? l10n.t('No criteria to meet') : l10n.t('{0}/{1} criteria met', met, total);
    const icon = doubts.length > 0 ? '$(warning)' : '$(checklist)';
    this.#item.text = `${indexing ? '$(sync~spin)' : icon} ${text}`;
    this.#item.tooltip = tooltip(summary);
    const label = [l10n.t('ReqTrace: {0} of {1} criteria met', met, total), ...doubts].join('. ');
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function tooltip({ met, total, waived, exempt, skipped, doubts, notations, indexing }: Summary): string {
  const lines = [l10n.t('{0} of {1} acceptance criteria met', met, total)];
  for (const doubt of doubts) lines.push(l10n.t('Not everything could be read: {0}', doubt));
  if (waived > 0) lines.push(l10n.t('{0} waived', waived));
  if (exempt > 0) lines.push(l10n.t('{0} exempt', exempt));
  for (const { name, files } of notations) lines.push(l10n.t('Read as {0}: {1} documents', name, files));
  if (skipped > 0) lines.push(l10n.t('Files not read: {0}', skipped));
  if (indexing) lines.push(l10n.t('Reading the files …'));
  return lines.join('\n');
}
