import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  InitializeResult,
  Location,
  LocationLink,
  MarkupContent,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLIENT_FILES, CLIENT_STEPS, EXTERNAL } from '../support/clients/script.ts';
import { bundle } from '../support/server/bundle.ts';
import { Client, EVERYTHING, TestFolder } from '../support/server/client.ts';

/** A client of the protocol and no more, which does what a person does in an editor. */
class ScriptedClient {
  readonly #client: Client;
  readonly #folder: TestFolder;
  readonly #capabilities: ClientCapabilities;
  #can: InitializeResult['capabilities'] = {};

  constructor(client: Client, folder: TestFolder, capabilities: ClientCapabilities) {
    this.#client = client;
    this.#folder = folder;
    this.#capabilities = capabilities;
  }

  async run(): Promise<Record<string, unknown>> {
    const { connection } = this.#client;
    const asked = { processId: null, rootUri: this.#folder.uri, capabilities: this.#capabilities };
    this.#can = (await connection.sendRequest<InitializeResult>('initialize', asked)).capabilities;
    await connection.sendNotification('initialized', {});
    return {
      diagnostics: await this.#opened('src/wrong.js'),
      late: await this.#opened('src/late.js'),
      hover: ((await this.#ask<Hover>('hover', 'test/stock.test.js')).contents as MarkupContent).value,
      definition: await this.#definition(),
      completion: await this.#completion(),
      ...(this.#can.codeActionProvider ? { action: await this.#action() } : {}),
      rename: this.#after('src/stock.js', await this.#ask<WorkspaceEdit>('rename', 'src/stock.js', { newName: 'IP-7' })),
      external: await this.#external(),
    };
  }

  /** As a client does that keeps nothing of files that are not open. */
  async #opened(file: string): Promise<readonly string[]> {
    const uri = this.#folder.uriOf(file);
    this.#client.diagnostics.delete(uri);
    await this.#client.open(uri, CLIENT_FILES[file] ?? '');
    await this.#client.until(`a diagnostic of ${file}`, () => this.#client.diagnostics.has(uri) && this.#client.codes(uri).length > 0);
    return (this.#client.diagnostics.get(uri) ?? []).map(({ message }) => (typeof message === 'string' ? message : message.value));
  }

  #ask<T>(method: string, file: string, more: object = {}): Promise<T> {
    return this.#client.ask<T>(`textDocument/${method}`, this.#folder.uriOf(file), 0, 15, more);
  }

  async #definition(): Promise<string> {
    const [place] = [await this.#ask<(Location | LocationLink)[] | Location>('definition', 'test/stock.test.js')].flat();
    const [uri, range] = place && 'targetUri' in place ? [place.targetUri, place.targetSelectionRange] : [place?.uri, place?.range];
    return `${uri?.split('/').at(-1)}:${(range?.start.line ?? -1) + 1}`;
  }

  async #completion(): Promise<readonly string[]> {
    await this.#client.open(this.#folder.uriOf('src/new.js'), '');
    await this.#client.type(this.#folder.uriOf('src/new.js'), 0, 0, 0, '// @implements ');
    const { items }: { items: readonly CompletionItem[] } = await this.#ask<CompletionList>('completion', 'src/new.js');
    return items.map(({ label }) => label);
  }

  async #action(): Promise<string> {
    await this.#opened('src/other.js');
    const at = { line: 0, character: 15 };
    const more = {
      range: { start: at, end: at },
      context: { diagnostics: this.#client.diagnostics.get(this.#folder.uriOf('src/other.js')) },
    };
    const found = (await this.#ask<CodeAction[]>('codeAction', 'src/other.js', more)).find(({ title }) => title === 'Change to IP-1.1');
    assert.ok(found);
    const whole = found.edit ? found : await this.#client.connection.sendRequest<CodeAction>('codeAction/resolve', found);
    return this.#after('src/other.js', whole.edit ?? {});
  }

  /** The first line of a file after an edit, which has to be of a form that the client takes. */
  #after(file: string, edit: WorkspaceEdit): string {
    const uri = this.#folder.uriOf(file);
    const takesDocuments = this.#capabilities.workspace?.workspaceEdit?.documentChanges === true;
    assert.ok(takesDocuments || edit.documentChanges === undefined);
    const changed = (edit.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'textDocument' in change);
    const edits = edit.changes?.[uri] ?? changed.filter((one) => one.textDocument.uri === uri).flatMap((one) => one.edits as TextEdit[]);
    return TextDocument.applyEdits(TextDocument.create(uri, 'javascript', 1, CLIENT_FILES[file] ?? ''), edits).split('\n')[0] ?? '';
  }

  async #external(): Promise<string> {
    this.#folder.write(EXTERNAL.file, EXTERNAL.text);
    const watches = this.#client.registered.some((one) => JSON.stringify(one).includes('workspace/didChangeWatchedFiles'));
    assert.equal(watches, this.#capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true);
    if (watches) await this.#client.watched({ uri: this.#folder.uriOf(EXTERNAL.file), type: 1 });
    await this.#client.until('the change on the disk', () => this.#client.codes(this.#folder.uriOf('src/late.js')).length === 0);
    return 'seen';
  }
}

/** The script that the clients of `npm run clients`, Neovim and CodeMirror run, in clients that are nothing but the protocol. */
describe('a scripted client', () => {
  // Without `codeActionLiteralSupport` there are only commands, and to run one it would have to take edits.
  const CLIENTS: readonly (readonly [what: string, capabilities: ClientCapabilities, cannot: readonly string[]])[] = [
    ['declares nothing', {}, ['action']],
    ['declares everything of LSP 3.18', EVERYTHING, []],
  ];
  for (const [what, capabilities, cannot] of CLIENTS) {
    // @verifies RT-8.1/AC10~286fc6
    it(`that ${what} gets through the script`, async () => {
      const folder = new TestFolder(CLIENT_FILES);
      const client = Client.ofProcess([await bundle('src/server/main.ts'), '--stdio'], { REQTRACE_CACHE_DIR: '' });
      try {
        const seen = await new ScriptedClient(client, folder, capabilities).run();
        const missed = Object.entries(CLIENT_STEPS).filter(([step, expected]) => !expected.test(JSON.stringify(seen[step]) ?? ''));
        assert.deepEqual(
          missed.map(([step]) => step),
          cannot,
          JSON.stringify(seen),
        );
      } finally {
        await client.stop();
        folder.remove();
      }
    });
  }
});
