import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, Uri, workspace } from 'vscode';
import { BASE_SCHEME, BASE_TEXT } from '../../server/reviewProtocol.ts';
import type { BaseAddress } from '../../server/reviewProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { isVirtual } from '../window/fileSchemes.ts';
import type { PublicBase } from './publicBase.ts';

/** Read-only documents with the text that a file has in the base, straight from git's objects, or from the extension that tells of a folder without a disk. */
export class BaseDocuments implements TextDocumentContentProvider, Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #told: Pick<PublicBase, 'text'>;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  /** Documents that were asked for while the server was away, as at the start of a window. */
  readonly #waiting = new Map<string, Uri>();
  readonly #registration: Disposable;

  constructor(ask: LanguageServer['request'], told: Pick<PublicBase, 'text'>) {
    this.#ask = ask;
    this.#told = told;
    this.#registration = workspace.registerTextDocumentContentProvider(BASE_SCHEME, this);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const address = addressOf(uri);
    const text = address && (await (isOnDisk(address) ? this.#ask<string | null>(BASE_TEXT, address) : this.#told.text(address)));
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

function isOnDisk({ folder }: BaseAddress): boolean {
  return !isVirtual(Uri.parse(folder));
}
