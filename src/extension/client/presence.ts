import type { Disposable, Memento, TextDocument } from 'vscode';
import { EventEmitter, RelativePattern, workspace } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FolderState } from '../../server/protocol.ts';
import { isFile } from '../window/fileSchemes.ts';
import type { LanguageServer } from './languageServer.ts';

/** Where it is remembered in the workspace's state that nobody wants anything of it here. */
const KEY = 'reqtrace.leftAlone';

/** Files that may define requirements, as far as their names tell. */
const MAY_DEFINE = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|csv|tsv|feature|sdoc|reqifz?|xls[xm]|lobster|ya?ml|json|toml|xml)$/iu;
/** Of those, the ones that other programs do not write all the time. */
const WATCHED = `{**/*.{md,markdown,mdx,rst,adoc,asciidoc,csv,tsv,feature,sdoc,reqif,reqifz,xlsx},${CONFIGURATION_FILE}}`;

/** How long a server that found nothing stays, in milliseconds: commands may still ask it something. */
const GRACE = 10_000;

/**
 * Whether there is a server. One that found no requirement ends, and starts again when a document is saved or appears, or when a command asks; in
 * a workspace where it is to leave people alone there is none until they take that back.
 */
export class Presence implements Disposable {
  readonly #server: LanguageServer;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<boolean>();
  /** Fires with whether it was left alone from now on. */
  readonly onChanged = this.#changed.event;
  readonly #subscriptions: Disposable[];
  #watchers: Disposable[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(server: LanguageServer, state: Memento) {
    this.#server = server;
    this.#state = state;
    this.#subscriptions = [
      workspace.onDidSaveTextDocument((document) => {
        if (mayDefine(document)) void this.wake();
      }),
      server.onHealth((health) => {
        this.#unwatch();
        if (health === 'asleep') this.#watch();
      }),
    ];
  }

  /** True where nobody wants anything of it. */
  get leftAlone(): boolean {
    return this.#state.get<boolean>(KEY, false);
  }

  /** Starts the server where there is something to trace and somebody wants it. */
  async start(): Promise<void> {
    if ((workspace.workspaceFolders ?? []).length > 0 && !this.leftAlone) await this.#server.start();
  }

  /** Starts a server that ended for want of work. */
  async wake(): Promise<void> {
    if (this.#server.health === 'asleep') await this.start();
    // Whoever woke it, or asked it something, gets an answer.
    if (this.#timer !== undefined) this.#sleepLater();
  }

  /** Takes what the server says of its folders: with nothing in any of them it may end. */
  told(folders: readonly FolderState[]): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (folders.length > 0 && folders.every(isIdle)) this.#sleepLater();
  }

  /** Ends it in this workspace, until {@link comeBack}. */
  async leaveAlone(): Promise<void> {
    await this.#state.update(KEY, true);
    clearTimeout(this.#timer);
    await this.#server.end('off');
    this.#changed.fire(true);
  }

  /** Takes that back; does nothing where nobody said it. */
  async comeBack(): Promise<void> {
    if (!this.leftAlone) return;
    await this.#state.update(KEY, undefined);
    this.#changed.fire(false);
    await this.start();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#unwatch();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #sleepLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // What is being written may become a requirement with the next key.
      if (workspace.textDocuments.some((document) => document.isDirty && mayDefine(document))) this.#sleepLater();
      else void this.#server.end('asleep');
    }, GRACE);
  }

  #watch(): void {
    const wake = (): void => void this.wake();
    this.#watchers = (workspace.workspaceFolders ?? []).flatMap((folder) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, WATCHED));
      return [watcher, watcher.onDidCreate(wake), watcher.onDidChange(wake)];
    });
  }

  #unwatch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = [];
  }
}

/** Nothing to trace, nothing expected, and no reqtrace.yaml that says otherwise. */
function isIdle({ phase, doubts = [], configuration }: FolderState): boolean {
  return phase === 'empty' && doubts.length === 0 && configuration === undefined;
}

function mayDefine({ uri, languageId, isUntitled }: TextDocument): boolean {
  return isUntitled ? languageId === 'markdown' : isFile(uri) && MAY_DEFINE.test(uri.path);
}
