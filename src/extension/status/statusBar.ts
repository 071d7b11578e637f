import type { Disposable, StatusBarItem } from 'vscode';
import { StatusBarAlignment, ThemeColor, l10n, window } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { ServerHealth } from '../client/languageServer.ts';
import type { Commands } from '../contributions.ts';
import { VIEW } from '../contributions.ts';
import type { GateCounts } from '../review/gateCounts.ts';
import { readSetting } from '../window/settings.ts';
import { statusTooltip } from './statusTooltip.ts';
import type { Summary } from './summary.ts';

/** Right of the problems counter, left of what other extensions show. */
const PRIORITY = 10;

/** What a command that is clicked there is called. */
const RESTART: keyof Commands = 'reqtrace.restartServer';

/** How the item looks in one situation. */
interface Look {
  readonly text: string;
  /** What a screen reader says. */
  readonly label: string;
  readonly colour?: 'error' | 'warning';
  readonly command: string;
}

/**
 * `18/24 criteria met` on the left of the status bar; with a sign of warning where not everything was read, in colour where what it says may not be so;
 * hidden where nothing is required or expected, and where the setting says so.
 */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  #visible = false;
  #summary: Summary | undefined;
  #health: ServerHealth = 'off';
  #gates: GateCounts | undefined;

  constructor() {
    this.#item = window.createStatusBarItem('reqtrace.status', StatusBarAlignment.Left, PRIORITY);
    this.#item.name = 'ReqTrace';
  }

  /** What it shows, `$(checklist) 18/24 criteria met`; `undefined` while it is hidden. */
  get text(): string | undefined {
    return this.#visible ? this.#item.text : undefined;
  }

  showSummary(summary: Summary): void {
    this.#summary = summary;
    this.#show();
  }

  showHealth(health: ServerHealth): void {
    this.#health = health;
    this.#show();
  }

  /** Takes what the view *Review* knows of the gates; undefined where it was not asked. */
  showGates(gates: GateCounts | undefined): void {
    this.#gates = gates;
    this.#show();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(): void {
    const look = lookOf(this.#summary, this.#health);
    this.#visible = look !== undefined && readSetting('reqtrace.statusBar');
    if (!look || !this.#visible) {
      this.#item.hide();
      return;
    }
    this.#item.text = look.text;
    this.#item.command = look.command;
    this.#item.backgroundColor = look.colour && new ThemeColor(`statusBarItem.${look.colour}Background`);
    this.#item.tooltip = statusTooltip(this.#summary, this.#health, this.#gates);
    this.#item.accessibilityInformation = { label: look.label, role: 'button' };
    this.#item.show();
  }
}

function lookOf(summary: Summary | undefined, health: ServerHealth): Look | undefined {
  if (health === 'off' || health === 'asleep') return undefined;
  if (health === 'stopped') {
    const stopped = l10n.t('ReqTrace stopped');
    return { text: `$(error) ${stopped}`, label: stopped, colour: 'error', command: RESTART };
  }
  if (health === 'waiting') {
    const waiting = l10n.t('ReqTrace is starting again');
    return { text: `$(sync~spin) ${waiting}`, label: waiting, colour: 'warning', command: RESTART };
  }
  return summary && summaryLook(summary);
}

function summaryLook({ met, total, waived, exempt, doubts, indexing, configuration }: Summary): Look | undefined {
  const isBroken = configuration === 'broken';
  if (total + waived + exempt + doubts.length === 0 && !isBroken) return undefined;
  const command = `${VIEW}.focus`;
  const counts = total === 0 ? l10n.t('No criteria to meet') : l10n.t('{0}/{1} criteria met', met, total);
  const settled = doubts.length > 0 || isBroken ? '$(warning)' : '$(checklist)';
  const icon = indexing ? '$(sync~spin)' : settled;
  const label = [l10n.t('ReqTrace: {0} of {1} criteria met', met, total), ...doubts].join('. ');
  if (!isBroken) return { text: `${icon} ${counts}`, label, command };
  return { text: `${icon} ${counts} · ${l10n.t('{0} has errors', CONFIGURATION_FILE)}`, label, colour: 'warning', command };
}
