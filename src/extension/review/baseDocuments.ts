import type { Disposable, TextDocumentContentProvider, Uri } from 'vscode';
import { EventEmitter, workspace } from 'vscode';
import { BASE_SCHEME, BASE_TEXT } from '../../server/reviewProtocol.ts';
import type { BaseAddress } from '../../server/reviewProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/** Read-only documents with the text that a file has in the base, straight from git's objects. */
export class BaseDocuments implements TextDocumentContentProvider, Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  /** Documents that were asked for while the server was away, as at the start of a window. */
  readonly #waiting = new Map<string, Uri>();
  readonly #registration: Disposable;

  constructor(ask: LanguageServer['request']) {
    this.#ask = ask;
    this.#registration = workspace.registerTextDocumentContentProvider(BASE_SCHEME, this);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const address = addressOf(uri);
    const text = address && (await this.#ask<string | null>(BASE_TEXT, address));
    if (typeof text !== 'string') this.#waiting.set(uri.toString(), uri);
    return text ?? '';
  }

  /** To be called when the server has indexed the folders. */
  serverIsReady(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const uri of waiting) this.#changed.fire(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function addressOf({ path, query }: Uri): BaseAddress | undefined {
  try {
    const { folder, commit } = JSON.parse(query) as Partial<BaseAddress>;
    return typeof folder === 'string' && typeof commit === 'string' ? { folder, commit, path: path.slice(1) } : undefined;
  } catch {
    return undefined;
  }
}
