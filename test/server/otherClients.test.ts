import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, InitializeResult, MarkupContent, WorkspaceEdit } from 'vscode-languageserver';
import { Client, EVERYTHING, TestFolder } from '../support/server/client.ts';
import { bundle } from '../support/server/bundle.ts';

const DOCUMENT = '# IP-1: Stock\n\n**Acceptance Criteria**:\n\n- Never below zero\n';
const FILES = {
  'docs/a.md': DOCUMENT,
  'src/a.ts': '// @implements IP-1/AC1\n',
  'src/b.ts': '// @implements IP-8\n',
  'src/c.ts': '// @implements IP-9\n',
};

/** Clients that do less than VS Code, or do it in another way. */
describe('a client that', () => {
  let server: string;
  let client: Client;
  let folder: TestFolder;
  before(async () => {
    server = await bundle('src/server/main.ts');
  });
  beforeEach(() => {
    client = Client.ofProcess([server, '--stdio'], { REQTRACE_CACHE_DIR: '' });
    folder = new TestFolder(FILES);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const known = (file: string) => () => (client.diagnostics.get(folder.uriOf(file)) ?? []).length > 0;

  it('keeps only what it hears of open files is told of each file that is opened', async () => {
    await client.start([folder]);
    await client.until('the finding', known('src/c.ts'));
    for (const opening of [1, 2, 3]) {
      client.publications.length = 0;
      await client.open(folder.uriOf('src/c.ts'), FILES['src/c.ts']);
      const told = () => client.publications.find(({ uri }) => uri === folder.uriOf('src/c.ts'));
      await client.until(`opening ${opening}`, () => told() !== undefined);
      assert.deepEqual([told()?.version, told()?.diagnostics.length], [1, 1]);
      await client.close(folder.uriOf('src/c.ts'));
    }
  });

  it('drops what was said of an older text is told again after each edit', async () => {
    await client.start([folder]);
    await client.open(folder.uriOf('src/c.ts'), FILES['src/c.ts']);
    const versions = () =>
      client.publications
        .filter(({ uri, version }) => uri === folder.uriOf('src/c.ts') && version !== undefined)
        .map(({ version }) => version);
    await client.until('the first', () => versions().includes(1));
    await client.type(folder.uriOf('src/c.ts'), 0, 19, 19, ' because');
    await client.until('the second', () => versions().includes(2));
    assert.deepEqual(client.publications.at(-1)?.diagnostics.length, 1);
  });

  // @verifies RT-8.1/AC3~3d5e82
  it('has no views hears nothing but what the protocol knows', async () => {
    const heard: string[] = [];
    client.connection.onUnhandledNotification(({ method }) => heard.push(method));
    await client.initialize([folder], { options: { views: false } });
    await client.until('the finding', known('src/c.ts'));
    folder.write('src/c.ts', '// @implements IP-1\n');
    await client.watched({ uri: folder.uriOf('src/c.ts'), type: 2 });
    await client.until('the change', () => !known('src/c.ts')());
    assert.deepEqual([client.state.folders, client.treeChanges, client.decorationChanges, heard], [[], [], [], []]);
  });

  const ROOTS: readonly (readonly [what: string, params: (folder: TestFolder) => object])[] = [
    ['names a root by its URI', ({ uri }) => ({ rootUri: uri })],
    ['names a root by its URI and no folders', ({ uri }) => ({ rootUri: uri, workspaceFolders: [] })],
    ['names a root by its URI and null for folders', ({ uri }) => ({ rootUri: uri, workspaceFolders: null })],
    ['names a root by its path', ({ path }) => ({ rootPath: path, rootUri: null })],
    ['names a root by its path alone', ({ path }) => ({ rootPath: path })],
  ];
  for (const [what, params] of ROOTS) {
    // @verifies RT-8.1/AC4~0f111b
    it(`${what} is answered`, async () => {
      await client.connection.sendRequest('initialize', { processId: null, capabilities: {}, ...params(folder) });
      await client.connection.sendNotification('initialized', {});
      await client.until('the finding', known('src/c.ts'));
    });
  }

  it('names no root is answered in the folder of the first file that it opens', async () => {
    folder.write('reqtrace.yaml', 'version: 1\n');
    await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.connection.sendNotification('initialized', {});
    await client.open('untitled:Untitled-1', 'x');
    await client.open(folder.uriOf('src/a.ts'), FILES['src/a.ts']);
    await client.until('the finding', known('src/c.ts'));
    assert.ok(client.logged.some((line) => line.includes(folder.path)));
  });

  it('does not watch files is told of what happens to them all the same', async () => {
    folder.write('docs/deep/b.md', '# IP-7: B\n');
    await client.connection.sendRequest('initialize', { processId: null, rootUri: folder.uri, capabilities: {} });
    await client.connection.sendNotification('initialized', {});
    await client.until('the finding', known('src/c.ts'));
    const codes = (file: string) => () => client.codes(folder.uriOf(file)).join();
    const steps: readonly (readonly [what: string, change: () => void, file: string, findings: string])[] = [
      ['a file written', () => folder.write('src/c.ts', '// @implements IP-1\n'), 'src/c.ts', ''],
      ['a new file', () => folder.write('src/new.ts', '// @implements IP-6\n'), 'src/new.ts', 'unknown-reference@1'],
      ['a file in a new folder', () => folder.write('lib/new/d.ts', '// @implements IP-5\n'), 'lib/new/d.ts', 'unknown-reference@1'],
      ['and written again', () => folder.write('lib/new/d.ts', '// @implements IP-1\n'), 'lib/new/d.ts', ''],
      ['a document', () => folder.write('docs/deep/b.md', '# IP-6: B\n'), 'src/new.ts', ''],
      ['a folder that is gone', () => folder.remove('docs/deep'), 'src/new.ts', 'unknown-reference@1'],
      ['and back', () => folder.write('docs/deep/b.md', '# IP-6: B\n'), 'src/new.ts', ''],
      ['and written again', () => folder.write('docs/deep/b.md', '# IP-3: B\n'), 'src/new.ts', 'unknown-reference@1'],
    ];
    for (const [what, change, file, findings] of steps) {
      change();
      await client.until(what, () => codes(file)() === findings);
    }
  });

  const ASKED = [
    ['declares nothing', {}, 'plaintext', ['changes']],
    ['declares everything of LSP 3.18', EVERYTHING, 'markdown', ['documentChanges', 'changeAnnotations']],
  ] as const;
  for (const [what, capabilities, format, edit] of ASKED) {
    // @verifies RT-8.1/AC10~286fc6
    it(`${what} gets what it can take`, async () => {
      const { connection } = client;
      connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => null));
      connection.onRequest('client/registerCapability', () => {
        if (what === 'declares nothing') throw new Error('nothing can be registered');
        return null;
      });
      folder.write('docs/a.md', DOCUMENT.replace('zero', '**zero** in `a_b`'));
      const initialized: InitializeResult = await connection.sendRequest('initialize', {
        processId: null,
        rootUri: folder.uri,
        capabilities,
      });
      await connection.sendNotification('initialized', {});
      await client.until('the finding', known('src/c.ts'));
      const isFull = format === 'markdown';
      const { documentSymbolProvider, codeActionProvider, hoverProvider } = initialized.capabilities;
      // An outline is offered once somebody wants it.
      assert.deepEqual([documentSymbolProvider, codeActionProvider !== undefined, hoverProvider], [undefined, isFull, true]);
      const [uri, textDocument] = [folder.uriOf('src/a.ts'), { uri: folder.uriOf('src/a.ts') }];
      await client.open(uri, FILES['src/a.ts']);
      const position = { line: 0, character: 17 };
      const hover: Hover = await connection.sendRequest('textDocument/hover', { textDocument, position });
      const { kind, value } = hover.contents as MarkupContent;
      assert.deepEqual([kind, value.includes('**'), value.includes('](')], [format, isFull, isFull]);
      const list: CompletionList = await connection.sendRequest('textDocument/completion', {
        textDocument,
        position: { line: 0, character: 19 },
      });
      const [item] = list.items.filter(({ data }) => data !== undefined);
      const { documentation } = await connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.equal((documentation as MarkupContent).kind, format);
      const renamed: WorkspaceEdit = await connection.sendRequest('textDocument/rename', { textDocument, position, newName: 'IP-7' });
      assert.deepEqual(
        ['changes', 'documentChanges', 'changeAnnotations'].filter((key) => key in renamed),
        edit,
      );
      const definition = await connection.sendRequest<readonly object[] | object>('textDocument/definition', { textDocument, position });
      assert.ok(JSON.stringify(definition).includes('docs/a.md'));
      const asked = {
        textDocument: { uri: folder.uriOf('src/b.ts') },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      };
      if (isFull) assert.ok(Array.isArray(await connection.sendRequest('textDocument/codeAction', asked)));
    });
  }
});
