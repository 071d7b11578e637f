import type { Disposable, FileDecoration, FileDecorationProvider, LogOutputChannel, Uri } from 'vscode';
import { EventEmitter, FileDecoration as Decoration, Uri as Uris, l10n, window, workspace } from 'vscode';
import { DOCUMENT_STATUSES } from '../../server/protocol.ts';
import type { PlacedDocumentStatus } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { statusSign } from '../../editor/hover/statusWords.ts';
import { affectsSettings, readSetting } from '../window/settings.ts';
import { statusColor } from '../status/statusIcons.ts';

/** The server is asked this long after the last change, in milliseconds. */
const DELAY = 300;
/** VS Code shows two characters at most, and the first tells the number from that of the problems beside it. */
const MOST_SHOWN = 9;

/** Numbers of open criteria on documents in the explorer and on tabs, where the setting wants them. */
export class DocumentBadges implements Disposable, FileDecorationProvider {
  readonly #ask: LanguageServer['request'];
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<Uri[]>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];
  /** Open criteria of each document that has any, by its URI. */
  #open: ReadonlyMap<string, number> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(ask: LanguageServer['request'], log: LogOutputChannel) {
    this.#ask = ask;
    this.#log = log;
    this.#subscriptions = [
      window.registerFileDecorationProvider(this),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsSettings(event)) this.update();
      }),
    ];
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const open = this.#open.get(uri.toString());
    if (open === undefined) return undefined;
    const tooltip = open === 1 ? l10n.t('1 criterion to meet') : l10n.t('{0} criteria to meet', open);
    return new Decoration(`${statusSign('unmet')}${open > MOST_SHOWN ? '+' : open}`, tooltip, statusColor('partial'));
  }

  /** Asks anew, once for many calls in a row. */
  update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), DELAY);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #refresh(): Promise<void> {
    const wanted = readSetting('reqtrace.fileDecorations');
    if (!wanted && this.#open.size === 0) return;
    try {
      const statuses = wanted ? await this.#ask<PlacedDocumentStatus[] | null>(DOCUMENT_STATUSES) : [];
      // While the server is away, what was last seen stays.
      if (!statuses) return;
      const before = this.#open;
      const now = new Map(statuses.filter(({ open }) => open > 0).map(({ uri, open }) => [Uris.parse(uri).toString(), open]));
      this.#open = now;
      const changed = [...new Set([...before.keys(), ...now.keys()])].filter((uri) => before.get(uri) !== now.get(uri));
      if (changed.length > 0) this.#changed.fire(changed.map((uri) => Uris.parse(uri)));
    } catch (error) {
      this.#log.warn(`Numbers on documents: ${String(error)}`);
    }
  }
}
