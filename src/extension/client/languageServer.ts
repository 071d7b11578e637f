import type { CancellationToken, Disposable, LogOutputChannel } from 'vscode';
import { EventEmitter, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BASE, BASE_FILE } from '../../server/baseProtocol.ts';
import type { BaseParams, ToldBase, UntoldBase } from '../../server/baseProtocol.ts';
import { DECORATIONS_CHANGED, STATE, TREE_CHANGED, TRUST_GRANTED } from '../../server/protocol.ts';
import type { DecorationsChangedParams, StateParams, TreeChangedParams } from '../../server/protocol.ts';
import type { BaseAddress } from '../../server/reviewProtocol.ts';
import { MATRIX_CHANGED, REVIEW_CHANGED } from '../../server/reviewProtocol.ts';
import { DEBUG_PROGRAM, TEST_NEWS } from '../../server/runProtocol.ts';
import type { DebugProgramEnd, DebugProgramParams, TestNews } from '../../server/runProtocol.ts';
import type { ClientSurroundings } from './clientOptions.ts';
import { RestartPolicy } from './restartPolicy.ts';

/**
 * How the server does: `off` before its first start and where it is not wanted, `waiting` between a crash and the next start, `stopped` once it crashed
 * too often, `asleep` where it found nothing to do and ended.
 */
export type ServerHealth = 'off' | 'running' | 'waiting' | 'stopped' | 'asleep';

/** Makes a client, once its library is loaded: that is the costly part, and activation must not wait for it. */
export type MakeClient = () => Promise<(log: ClientSurroundings['log'], closed: ClientSurroundings['closed']) => BaseLanguageClient>;

/**
 * The language server: started, watched, and started again when it crashes. Never shows a notification by
 * itself; everything goes to the log.
 */
export class LanguageServer implements Disposable {
  readonly #make: MakeClient;
  readonly #log: LogOutputChannel;
  readonly #policy = new RestartPolicy();
  readonly #state = new EventEmitter<StateParams>();
  readonly #treeChanged = new EventEmitter<TreeChangedParams>();
  readonly #decorationsChanged = new EventEmitter<DecorationsChangedParams>();
  readonly #reviewChanged = new EventEmitter<void>();
  readonly #matrixChanged = new EventEmitter<{ readonly folder: string }>();
  readonly #testNews = new EventEmitter<TestNews>();
  readonly #trust: Disposable;
  /** What is known of each folder changed. */
  readonly onState = this.#state.event;
  /** Rows of the tree are to be drawn again. */
  readonly onTreeChanged = this.#treeChanged.event;
  /** References of texts may have another status. */
  readonly onDecorationsChanged = this.#decorationsChanged.event;
  /** The review may be another than was asked for last. */
  readonly onReviewChanged = this.#reviewChanged.event;
  /** So may the matrix of a folder. */
  readonly onMatrixChanged = this.#matrixChanged.event;
  /** What becomes of tests that are being run. */
  readonly onTestNews = this.#testNews.event;
  /** Says what a folder without a disk is to be compared with, when the server asks for it. */
  tellBase: (params: BaseParams) => Promise<ToldBase | UntoldBase | null> = () => Promise.resolve(null);
  /** Gives a file of it. */
  baseText: (address: BaseAddress) => Promise<string | undefined> = () => Promise.resolve(undefined);
  /** Starts a program in a debugger, when the server asks for it. */
  debugProgram: (params: DebugProgramParams) => Promise<DebugProgramEnd> = () => Promise.resolve({ started: false });
  readonly #healthChanged = new EventEmitter<ServerHealth>();
  /** It runs, or no longer. */
  readonly onHealth = this.#healthChanged.event;
  #health: ServerHealth = 'off';
  #client: BaseLanguageClient | undefined;
  #restart: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(make: MakeClient, log: LogOutputChannel) {
    this.#make = make;
    this.#log = log;
    this.#trust = workspace.onDidGrantWorkspaceTrust(() => void this.#running()?.sendNotification(TRUST_GRANTED));
  }

  get health(): ServerHealth {
    return this.#health;
  }

  /** Starts the server; does nothing while it runs. A failure is logged and tried again, like a crash. */
  async start(): Promise<void> {
    clearTimeout(this.#restart);
    const make = await this.#make();
    if (this.#client !== undefined || this.#disposed) return;
    const client = make(this.#log, () => this.#crashed(client));
    this.#client = client;
    this.#be('running');
    client.onNotification(STATE, (params: StateParams) => this.#state.fire(params));
    client.onNotification(TREE_CHANGED, (params: TreeChangedParams) => this.#treeChanged.fire(params));
    client.onNotification(DECORATIONS_CHANGED, (params: DecorationsChangedParams) => this.#decorationsChanged.fire(params));
    client.onNotification(REVIEW_CHANGED, () => this.#reviewChanged.fire());
    client.onNotification(MATRIX_CHANGED, (params: { readonly folder: string }) => this.#matrixChanged.fire(params));
    client.onNotification(TEST_NEWS, (news: TestNews) => this.#testNews.fire(news));
    client.onRequest(DEBUG_PROGRAM, (params: DebugProgramParams) => this.debugProgram(params));
    client.onRequest<ToldBase | UntoldBase | null, never>(BASE, (params: BaseParams) => this.tellBase(params));
    client.onRequest(BASE_FILE, async (address: BaseAddress) => (await this.baseText(address)) ?? null);
    await client.start().catch(() => this.#crashed(client));
  }

  /** Stops the server, if it runs, and starts it afresh. */
  async restart(): Promise<void> {
    this.#policy.reset();
    await this.#stop();
    await this.start();
  }

  /** Ends the server until it is started again, since it has nothing to do (`asleep`) or nobody wants it (`off`). */
  async end(health: 'asleep' | 'off'): Promise<void> {
    this.#policy.reset();
    await this.#stop();
    // Started again meanwhile.
    if (this.#client === undefined) this.#be(health);
  }

  /**
   * Asks the server; `undefined` while it does not run.
   *
   * @throws when the server answers with an error.
   */
  async request<R>(method: string, params: object = {}, token?: CancellationToken): Promise<R | undefined> {
    const client = this.#running();
    try {
      // A token that is undefined would count as a second parameter.
      return await (token === undefined ? client?.sendRequest<R>(method, params) : client?.sendRequest<R>(method, params, token));
    } catch (error) {
      // It may have crashed over this request, or been stopped.
      if (client !== this.#running()) return undefined;
      throw error;
    }
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#restart);
    this.#trust.dispose();
    this.#state.dispose();
    this.#treeChanged.dispose();
    this.#reviewChanged.dispose();
    this.#matrixChanged.dispose();
    this.#testNews.dispose();
    this.#decorationsChanged.dispose();
    this.#healthChanged.dispose();
    void this.#stop();
  }

  #be(health: ServerHealth): void {
    if (this.#health === health || this.#disposed) return;
    this.#health = health;
    this.#healthChanged.fire(health);
  }

  #running(): BaseLanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined;
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#restart);
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.#log.warn(`The language server did not stop in time: ${String(error)}`);
    }
  }

  /** Every start has a client of its own, so nothing of a crashed one is left: documents, diagnostics, providers. */
  #crashed(client: BaseLanguageClient): void {
    if (this.#disposed || this.#client !== client) return;
    this.#client = undefined;
    const delay = this.#policy.afterCrash(Date.now());
    if (delay !== 0) this.#be(delay === undefined ? 'stopped' : 'waiting');
    if (delay === undefined) {
      this.#log.error('The language server crashed too often and stays off until "ReqTrace: Restart Language Server"');
      return;
    }
    this.#log.warn(`The language server ended unexpectedly, starting it again ${delay === 0 ? 'now' : `in ${delay / 1000} s`}`);
    this.#restart = setTimeout(() => void this.start(), delay);
  }
}
