import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic, InitializeParams, InitializeResult, ProtocolConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { DecorationsChangedParams, InitializationOptions, StateParams, TreeChangedParams } from '../../../src/server/protocol.ts';
import { DECORATIONS_CHANGED, STATE, TREE_CHANGED } from '../../../src/server/protocol.ts';
import type { ServerEnds } from './serverHere.ts';
import { serverHere } from './serverHere.ts';

/** How long something may take, in milliseconds; a run by hand on a machine that does much else has more time. */
const patience = (): number => Number(process.env['REQTRACE_TEST_PATIENCE'] ?? 60_000);

/** How a client of a test differs from one that can do all. */
export interface ClientOptions {
  readonly options?: Partial<InitializationOptions>;
  readonly linkSupport?: boolean;
  /** What the client can do beside what every client of a test can. */
  readonly capabilities?: {
    readonly workspace?: ClientCapabilities['workspace'];
    readonly textDocument?: ClientCapabilities['textDocument'];
  };
  /** The user's settings below `reqtrace`. */
  readonly settings?: object;
  /** Files in editors from the beginning. */
  readonly open?: Readonly<Record<string, string>>;
}

/** A folder on disk for one test, and its removal. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'reqtrace server ')));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(path: string): string {
    return pathToFileURL(join(this.path, path)).href;
  }

  write(path: string, text: string | Buffer): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path = ''): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }
}

/** What nearly every client shows. */
const SHOWN: ClientCapabilities['textDocument'] = {
  hover: { contentFormat: ['markdown', 'plaintext'] },
  completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
  codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
};

/** All that a client of version 3.18 of the protocol can say of itself that a server could go by. */
export const EVERYTHING: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'abort',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { dynamicRegistration: true },
    executeCommand: { dynamicRegistration: true },
    workspaceFolders: true,
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    fileOperations: { dynamicRegistration: true, willRename: true, didRename: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail'] },
        insertReplaceSupport: true,
        labelDetailsSupport: true,
      },
      contextSupport: true,
    },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    definition: { dynamicRegistration: true, linkSupport: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
    codeAction: {
      dynamicRegistration: true,
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
    },
    rename: { dynamicRegistration: true, prepareSupport: true, honorsChangeAnnotations: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
  },
  general: { positionEncodings: ['utf-16', 'utf-8'] },
};

/** A client without an editor. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #server: ServerEnds;
  /** What was published last of each file, as `code@line` in order. */
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** Every file in the order in which something was published of it. */
  readonly published: string[] = [];
  /** Everything that was published, with the version of the text that it was said of. */
  readonly publications: { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Diagnostic[] }[] = [];
  readonly treeChanges: TreeChangedParams[] = [];
  readonly logged: string[] = [];
  readonly registered: unknown[] = [];
  readonly unregistered: unknown[] = [];
  state: StateParams = { folders: [] };
  settings: object | undefined;
  /** Warnings that were shown to the user. */
  readonly shown: string[] = [];
  readonly decorationChanges: DecorationsChangedParams[] = [];
  #waiting: (() => void)[] = [];
  #versions = new Map<string, number>();

  /** A server in this process, which a client may ask for where it does not matter how the server is started. */
  static ofServerHere(): Client {
    return new Client(serverHere());
  }

  /**
   * A server as a process of its own, to which the client talks over stdio.
   *
   * @param args what Node runs: a program and its arguments.
   * @param env variables beside those of this process.
   * @param node the Node that runs it.
   */
  static ofProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}, node = process.execPath): Client {
    return new Client(spawn(node, args, { env: { ...process.env, ...env } }));
  }

  private constructor(server: ServerEnds) {
    this.#server = server;
    this.#server.stderr.on('data', (data: Buffer) => this.logged.push(data.toString()));
    // Questions that are open then fail at once instead of by timeout.
    this.#server.once('exit', () => this.connection.dispose());
    this.connection = createProtocolConnection(new StreamMessageReader(this.#server.stdout), new StreamMessageWriter(this.#server.stdin));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (publication: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
        const { uri, diagnostics } = publication;
        this.publications.push(publication);
        this.diagnostics.set(uri, diagnostics);
        this.published.push(uri);
        this.#wake();
      },
    );
    this.connection.onNotification(STATE, (state: StateParams) => {
      this.state = state;
      this.#wake();
    });
    this.connection.onNotification(TREE_CHANGED, (change: TreeChangedParams) => {
      this.treeChanges.push(change);
      this.#wake();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings ?? null));
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    this.connection.onNotification(DECORATIONS_CHANGED, (change: DecorationsChangedParams) => {
      this.decorationChanges.push(change);
    });
    this.connection.onRequest('client/registerCapability', (request: unknown) => {
      this.registered.push(request);
      this.#wake();
      return null;
    });
    this.connection.onRequest('client/unregisterCapability', (request: unknown) => {
      this.unregistered.push(request);
      this.#wake();
      return null;
    });
    this.connection.listen();
  }

  /** Process of the server. */
  get pid(): number {
    return this.#server.pid ?? assert.fail('the server did not start');
  }

  async initialize(
    folders: readonly { readonly uri: string }[],
    { options, linkSupport = true, capabilities = {}, settings, open = {} }: ClientOptions = {},
  ): Promise<InitializeResult> {
    this.settings = settings;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map(({ uri }, index) => ({ uri, name: `folder ${index + 1}` })),
      capabilities: {
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          configuration: settings !== undefined,
          ...capabilities.workspace,
        },
        textDocument: { ...SHOWN, definition: { linkSupport }, ...capabilities.textDocument },
      },
      initializationOptions: { views: true, problems: 'all', ...options },
    };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    for (const [uri, text] of Object.entries(open)) await this.open(uri, text);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** Initialises and waits until every folder is indexed. */
  async start(folders: readonly { readonly uri: string }[], options: ClientOptions = {}): Promise<InitializeResult> {
    const result = await this.initialize(folders, options);
    await this.until(
      'the first index',
      () => this.state.folders.length === folders.length && this.state.folders.every(({ phase }) => phase !== 'indexing'),
    );
    return result;
  }

  open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Types: replaces a stretch of one line. */
  type(uri: string, line: number, start: number, end: number, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    const range = { start: { line, character: start }, end: { line, character: end } };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells what a watcher saw: 1 created, 2 changed, 3 deleted. */
  watched(...changes: { readonly uri: string; readonly type: 1 | 2 | 3 }[]): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Asks about a place of a file. */
  ask<R>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri }, position: { line, character }, ...more });
  }

  /** What was published of a file, as `code@line` with lines counted from 1. */
  codes(uri: string): string[] {
    return (this.diagnostics.get(uri) ?? []).map(({ code, range }) => `${code}@${range.start.line + 1}`);
  }

  async until(what: string, condition: () => boolean): Promise<void> {
    const deadline = Date.now() + patience();
    while (!condition()) {
      const left = deadline - Date.now();
      assert.ok(
        left > 0 && this.#server.exitCode === null,
        `${what} did not come. State: ${JSON.stringify(this.state)} Log: ${this.logged.join('\n')} Published: ${JSON.stringify([...this.diagnostics.keys()].map((uri) => [uri, this.codes(uri)]))}`,
      );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<number | null> {
    const { exitCode, signalCode } = this.#server;
    assert.ok(
      exitCode === null && signalCode === null,
      `the server had ended, with ${exitCode ?? signalCode}. Log: ${this.logged.join('\n')}`,
    );
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((resolve) => this.#server.once('exit', resolve));
    await this.connection.sendNotification('exit');
    return ended;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
