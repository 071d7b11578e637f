import type { Disposable, LogOutputChannel } from 'vscode';
import { commands, l10n, window } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { ServerHealth } from '../client/languageServer.ts';
import type { Commands } from '../contributions.ts';
import { REVIEW_VIEW } from '../contributions.ts';
import type { GateCounts } from '../review/gateCounts.ts';
import type { Summary } from '../status/summary.ts';

/** A button of a notification, and the command behind it. */
interface Way {
  readonly title: string;
  readonly command: keyof Commands | `${typeof REVIEW_VIEW}.focus`;
}

/**
 * Says with one notification what makes everything else that is shown doubtful, and what to do about it: once as long as it lasts. The status bar and the
 * views say it all the while.
 */
export class OnceTold implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #lasting = new Set<string>();

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  showHealth(health: ServerHealth): void {
    this.#tell('stopped', health === 'stopped', l10n.t('ReqTrace stopped: its language server ended too often.'), [
      { title: l10n.t('Restart'), command: 'reqtrace.restartServer' },
      { title: l10n.t('Show Log'), command: 'reqtrace.showLog' },
    ]);
  }

  showSummary({ configuration }: Summary): void {
    // Whoever is writing it sees the errors where they are.
    const isBroken = configuration === 'broken' && window.activeTextEditor?.document.uri.path.endsWith(`/${CONFIGURATION_FILE}`) !== true;
    if (configuration === 'broken' && !isBroken) return;
    const text = l10n.t('{0} has errors; its last good settings, or the defaults, are in use.', CONFIGURATION_FILE);
    this.#tell('broken', isBroken, text, [{ title: l10n.t('Open {0}', CONFIGURATION_FILE), command: 'reqtrace.openConfiguration' }]);
  }

  /** @param brokenToo true where the configuration is why, which was told already. */
  showGates(gates: GateCounts | undefined, brokenToo: boolean): void {
    const undecided = gates?.undecided ?? 0;
    const text = undecided === 1 ? l10n.t('1 gate cannot be decided') : l10n.t('{0} gates cannot be decided', undecided);
    this.#tell('undecided', undecided > 0 && !brokenToo, text, [{ title: l10n.t('Review'), command: `${REVIEW_VIEW}.focus` }]);
  }

  dispose(): void {
    this.#lasting.clear();
  }

  #tell(what: string, lasts: boolean, text: string, ways: readonly Way[]): void {
    if (!lasts) this.#lasting.delete(what);
    if (!lasts || this.#lasting.has(what)) return;
    this.#lasting.add(what);
    this.#log.warn(text);
    const show = what === 'stopped' ? window.showErrorMessage : window.showWarningMessage;
    void show(text, ...ways.map(({ title }) => title)).then((choice) => {
      const way = ways.find(({ title }) => title === choice);
      return way && commands.executeCommand(way.command);
    });
  }
}
