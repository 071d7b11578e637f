import type { Disposable, TextDocumentContentProvider, Uri } from 'vscode';
import { EventEmitter, workspace } from 'vscode';
import { PACKED_SCHEME, PACKED_TEXT } from '../../server/protocol.ts';
import type { PackedAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/** Read-only documents with the text that stands for a workbook or an archive, where every place in it leads. */
export class PackedDocuments implements TextDocumentContentProvider, Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];

  constructor(ask: LanguageServer['request']) {
    this.#ask = ask;
    const watcher = workspace.createFileSystemWatcher('**/*.{reqifz,xlsx,xlsm}');
    const reload = (file: Uri): void => this.#changed.fire(file.with({ scheme: PACKED_SCHEME }));
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(PACKED_SCHEME, this),
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const address: PackedAddress = { uri: uri.toString() };
    return (await this.#ask<string | null>(PACKED_TEXT, address)) ?? '';
  }

  /** To be called when the server has indexed the folders: what was open in the last window was asked for before. */
  serverIsReady(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === PACKED_SCHEME) this.#changed.fire(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
