import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { AGENT_PROMPT } from '../../src/server/agentProtocol.ts';
import type { AgentPrompt } from '../../src/server/agentProtocol.ts';
import type { ListedItem, PinnedTexts, Place, PlacedDecoration, PlacedDocumentStatus } from '../../src/server/protocol.ts';
import type { ScaffoldedTest } from '../../src/server/scaffoldProtocol.ts';
import { ANNOTATE, DECORATIONS, DOCUMENT_STATUSES, ITEMS, NEXT_UNMET, PERMALINK, PINNED_TEXTS } from '../../src/server/protocol.ts';
import { SCAFFOLD_TEST } from '../../src/server/scaffoldProtocol.ts';
import type { ClientOptions } from '../support/server/client.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const LAUNCH =
  '# Launch\n\n## IP-1.1: Reserve stock\n\n**Covers**: SYS-1\n\n**Acceptance Criteria**:\n- AC1: An order of all the stock is accepted\n- An order of more is rejected\n';
const FILES = {
  'docs/launch.md': LAUNCH,
  'docs/system.md': '## SYS-1: System\n\nSee [launch](launch.md).\n',
  'src/stock.ts': '// @implements launch#IP-1.1\nexport function reserve() {}\n',
  'test/stock.test.ts': '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n',
};
/** As VS Code says of itself. */
const ABLE: NonNullable<ClientOptions['capabilities']> = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'], changeAnnotationSupport: {} } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('features of the language server', () => {
  let client: Client;
  let folder: TestFolder;

  beforeEach(() => {
    client = Client.ofServerHere();
    folder = new TestFolder(FILES);
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      client.logged.filter((line) => /error/iu.test(line)),
      [],
    );
    folder.remove();
  });

  const ask = <R>(method: string, path: string, more: object = {}): Promise<R> =>
    client.connection.sendRequest<R>(method, { textDocument: { uri: folder.uriOf(path) }, ...more });

  /** The actions at a place of a file, by title. */
  async function actionsAt(path: string, line: number, character: number, only?: string[]): Promise<Map<string, CodeAction>> {
    const position = { line, character };
    const found = await ask<CodeAction[] | null>('textDocument/codeAction', path, {
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
    return new Map((found ?? []).map((action) => [action.title, action]));
  }

  // @verifies RT-8.1/AC8~9056ff
  it('renames in every file, with what changes code in a group of its own', async () => {
    await client.start([folder], { capabilities: ABLE });
    assert.deepEqual(await client.ask('textDocument/prepareRename', folder.uriOf('src/stock.ts'), 0, 23), {
      range: { start: { line: 0, character: 22 }, end: { line: 0, character: 28 } },
      placeholder: 'IP-1.1',
    });
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', folder.uriOf('src/stock.ts'), 0, 23, { newName: 'IP-7' });
    const changes = (edit.documentChanges ?? []).map((change) => {
      assert.ok('textDocument' in change);
      return `${decodeURIComponent(change.textDocument.uri).split('/').at(-1)} ${change.edits.map((one) => `${'newText' in one ? one.newText : ''}${'annotationId' in one ? ' in code' : ''}`).join()}`;
    });
    assert.deepEqual(changes.sort(), ['launch.md IP-7', 'stock.test.ts IP-7 in code', 'stock.ts IP-7 in code']);
    assert.deepEqual(
      Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
      [false],
    );
    await assert.rejects(
      client.ask('textDocument/rename', folder.uriOf('src/stock.ts'), 0, 23, { newName: 'no id' }),
      /"no id" is not a valid ID/u,
    );
    await assert.rejects(client.ask('textDocument/prepareRename', folder.uriOf('docs/launch.md'), 8, 8), /counted by its position/u);
    assert.equal(await client.ask('textDocument/prepareRename', folder.uriOf('src/stock.ts'), 1, 3), null);
  });

  // @verifies RT-8.1/AC5~9e4263
  it('gives plain changes to a client that knows no others', async () => {
    await client.start([folder]);
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', folder.uriOf('src/stock.ts'), 0, 23, { newName: 'IP-7' });
    assert.equal(Object.keys(edit.changes ?? {}).length, 3);
    assert.equal(edit.documentChanges, undefined);
  });

  it('says why an item has no address at the forge', async () => {
    await client.start([folder]);
    const address = (key: string): Promise<string> => client.connection.sendRequest(PERMALINK, { folder: folder.uri, key });
    await assert.rejects(address('docs/launch#IP-1.1'), /There is no commit yet/u);
    await assert.rejects(address('docs/launch#IP-9'), /does not exist any more/u);
  });

  it('carries references and links along when a document moves', async () => {
    await client.start([folder]);
    const files = [{ oldUri: folder.uriOf('docs/launch.md'), newUri: folder.uriOf('docs/start.md') }];
    const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(
      edit.changes?.[folder.uriOf('src/stock.ts')]?.map(({ newText }) => newText),
      ['start'],
    );
    assert.deepEqual(
      edit.changes?.[folder.uriOf('docs/system.md')]?.map(({ newText }) => newText),
      ['start.md'],
    );
  });

  it('has lenses, each kind off by a setting', async () => {
    await client.start([folder], { settings: { codeLens: { code: false } }, options: { trusted: true, showPlaces: 'show' } });
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', 'docs/launch.md');
    const parts = await Promise.all(lenses.slice(0, 3).map((one) => client.connection.sendRequest<CodeLens>('codeLens/resolve', one)));
    assert.deepEqual(
      parts.map(({ command }) => [command?.title, command?.command, command?.arguments?.[2]?.length]),
      [
        ['1 implementation', 'show', 1],
        ['1 test', 'show', 1],
        ['1/2 met', 'show', 1],
      ],
    );
    assert.equal(await ask('textDocument/codeLens', 'src/stock.ts'), null);
    client.settings = { codeLens: { documents: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await ask('textDocument/codeLens', 'docs/launch.md'), null);
    assert.equal((await ask<CodeLens[]>('textDocument/codeLens', 'src/stock.ts')).length, 1);
  });

  it('has hints and an outline of its own only where they are wanted', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const capabilities = { textDocument: { documentSymbol: { dynamicRegistration: true } } };
    await client.start([folder], { settings: {}, capabilities });
    assert.equal(await ask('textDocument/inlayHint', 'src/stock.ts', { range }), null);
    assert.equal(await ask('textDocument/documentSymbol', 'docs/launch.md'), null);
    const offers = (): boolean => JSON.stringify(client.registered).includes('textDocument/documentSymbol');
    assert.equal(offers(), false);
    client.settings = { inlayHints: { titles: true }, codeLens: { code: false }, outline: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(
      (await ask<InlayHint[]>('textDocument/inlayHint', 'src/stock.ts', { range })).map(({ label }) => label),
      ['\u00a0Reserve stock'],
    );
    assert.deepEqual(
      (await ask<DocumentSymbol[]>('textDocument/documentSymbol', 'docs/launch.md')).map(({ name }) => name),
      ['IP-1.1 Reserve stock'],
    );
    await client.until('the outline', offers);
    client.settings = {};
    client.registered.length = 0;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('the outline is taken back', () =>
      client.unregistered.some((request) => JSON.stringify(request).includes('textDocument/documentSymbol')),
    );
  });

  it('has highlights, links, folds and symbols', async () => {
    await client.start([folder]);
    const highlights = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', folder.uriOf('docs/launch.md'), 2, 5);
    assert.equal(highlights.length, 1);
    const links = await ask<DocumentLink[]>('textDocument/documentLink', 'docs/system.md');
    assert.deepEqual(
      links.map(({ target }) => target),
      [folder.uriOf('docs/launch.md')],
    );
    assert.deepEqual(await ask<FoldingRange[]>('textDocument/foldingRange', 'docs/launch.md'), [{ startLine: 2, endLine: 8 }]);
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'rsrv' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['IP-1.1 Reserve stock'],
    );
  });

  it('has a hierarchy of documents', async () => {
    await client.start([folder]);
    const [item] = await client.ask<TypeHierarchyItem[]>('textDocument/prepareTypeHierarchy', folder.uriOf('docs/launch.md'), 2, 5);
    const [higher] = await client.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item });
    assert.equal(higher?.name, 'SYS-1 System');
    const [lower] = await client.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: higher });
    assert.equal(lower?.name, 'IP-1.1 Reserve stock');
  });

  it('tells what to mark, what there is and where the next gap is', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/stock.ts');
    const marks = await client.connection.sendRequest<PlacedDecoration[]>(DECORATIONS, { uri });
    assert.deepEqual(
      marks.map(({ status, use }) => [status, use]),
      [['partial', 'reference']],
    );
    const statuses = await client.connection.sendRequest<PlacedDocumentStatus[]>(DOCUMENT_STATUSES);
    assert.deepEqual(
      statuses.map(({ open }) => open),
      [1, 1],
    );
    const items = await client.connection.sendRequest<ListedItem[]>(ITEMS);
    assert.deepEqual(
      items.map(({ id, status, code }) => [id, status, code?.uri === uri]),
      [
        ['IP-1.1', 'partial', true],
        ['IP-1.1/AC1', 'met', true],
        ['IP-1.1/AC2', 'partial', true],
        ['SYS-1', 'partial', false],
      ],
    );
    const next = await client.connection.sendRequest<Place>(NEXT_UNMET, { uri, position: { line: 0, character: 0 }, direction: 'next' });
    assert.deepEqual([next.uri, next.range.start.line], [folder.uriOf('docs/launch.md'), 8]);
    await client.open(uri, '// @implements launch#IP-1.1\n', 'typescript');
    await client.type(uri, 0, 0, 0, ' ');
    await client.until('the marks to change', () => client.decorationChanges.some(({ uris }) => uris?.includes(uri)));
  });

  it('does an action when it is chosen', async () => {
    await client.start([folder], { capabilities: ABLE });
    const actions = await actionsAt('docs/launch.md', 8, 8);
    assert.deepEqual(
      [...actions.keys()],
      [
        'Write a test for IP-1.1/AC2',
        'Waive IP-1.1/AC2 in reqtrace.yaml, with a reason to be written there',
        'Write the IDs of all criteria of IP-1.1',
      ],
    );
    const waive = actions.get('Waive IP-1.1/AC2 in reqtrace.yaml, with a reason to be written there');
    assert.equal(waive?.edit, undefined);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', waive);
    assert.deepEqual(resolved.edit?.documentChanges?.[0], {
      kind: 'create',
      uri: folder.uriOf('reqtrace.yaml'),
      options: { ignoreIfExists: true },
    });
    assert.equal(client.shown.length, 0);
  });

  it('does an action at once for a client that cannot ask later, and none that the client could not do', async () => {
    await client.start([folder]);
    const actions = await actionsAt('docs/launch.md', 8, 8);
    assert.deepEqual([...actions.keys()], ['Write a test for IP-1.1/AC2', 'Write the IDs of all criteria of IP-1.1']);
    assert.ok([...actions.values()].every(({ edit }) => edit?.changes));
  });

  it('calls commands of the client where a person is asked first', async () => {
    await client.start([folder], {
      options: { trusted: true, actions: { createAnnotation: 'annotate', scaffoldTest: 'scaffold', implementWithAgent: 'implement' } },
    });
    const actions = await actionsAt('docs/launch.md', 8, 8);
    const address = { folder: folder.uri, key: 'docs/launch#IP-1.1/AC2' };
    const called = [...actions.values()].flatMap(({ command }) => (command ? [[command.command, command.arguments?.[0]]] : []));
    assert.deepEqual(called, [
      ['scaffold', address],
      ['annotate', address],
      ['implement', address],
    ]);
  });

  it('asks an agent for what is open, with what it has to know', async () => {
    await client.start([folder]);
    const address = { folder: folder.uri, key: 'docs/launch#IP-1.1/AC2' };
    const { prompt } = await client.connection.sendRequest<AgentPrompt>(AGENT_PROMPT, address);
    for (const part of [/^Implement IP-1\.1\/AC2\. .* docs\/launch\.md:9, quoted/u, /^> \S/mu, /`@verifies IP-1\.1\/AC2`/u, /check_claim/u])
      assert.match(prompt, part);
    await assert.rejects(client.connection.sendRequest(AGENT_PROMPT, { ...address, key: 'gone' }), /gone/u);
  });

  it('knows the keys of reqtrace.yaml', async () => {
    folder.write('reqtrace.yaml', 'siteRoot: docs\nsite');
    await client.start([folder]);
    const uri = folder.uriOf('reqtrace.yaml');
    await client.open(uri, 'siteRoot: docs\nne', 'yaml');
    const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 3);
    assert.match(JSON.stringify(hover.contents), /Folder that a link beginning with/u);
    const list = await client.ask<CompletionList>('textDocument/completion', uri, 1, 2);
    assert.ok(list.items.some(({ label }) => label === 'needs'));
  });

  it('fixes all that needs no thought, only when asked to', async () => {
    folder.write('src/list.ts', '// @implements IP-1.1,\n');
    await client.start([folder]);
    assert.equal((await actionsAt('src/list.ts', 0, 0)).size, 0);
    for (const kind of ['source.fixAll', 'source.fixAll.reqtrace', 'source']) {
      const [action] = (await actionsAt('src/list.ts', 0, 0, [kind])).values();
      assert.deepEqual(
        action?.edit?.changes?.[folder.uriOf('src/list.ts')]?.map(({ newText }) => newText),
        [''],
        kind,
      );
    }
  });

  it('annotates and writes tests on request, or says why not', async () => {
    await client.start([folder]);
    const address = { folder: folder.uri, key: 'docs/launch#IP-1.1/AC2' };
    const uri = folder.uriOf('src/stock.ts');
    const edit = await client.connection.sendRequest<WorkspaceEdit>(ANNOTATE, { ...address, uri, position: { line: 1, character: 3 } });
    assert.deepEqual(
      edit.changes?.[uri]?.map(({ newText }) => newText),
      [', IP-1.1/AC2'],
    );
    const test = await client.connection.sendRequest<ScaffoldedTest>(SCAFFOLD_TEST, address);
    assert.deepEqual([test.uri, test.line], [folder.uriOf('test/stock.test.ts'), 3]);
    await assert.rejects(client.connection.sendRequest(SCAFFOLD_TEST, { ...address, uri }), /src\/stock\.ts is not a test file/u);
    await assert.rejects(
      client.connection.sendRequest(ANNOTATE, { ...address, key: 'gone', uri, position: { line: 0, character: 0 } }),
      /gone does not exist any more/u,
    );
  });

  describe('with git', () => {
    function git(...args: string[]): void {
      const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
      const { status, stderr } = spawnSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
        cwd: folder.path,
        encoding: 'utf8',
        env,
      });
      assert.equal(status, 0, stderr);
    }

    beforeEach(() => {
      // The pin of "An order of more is rejected", which then changes.
      folder.write('src/stock.ts', '// @implements IP-1.1/AC2~17b20c\n');
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '-m', 'first');
      folder.write('docs/launch.md', LAUNCH.replace('is rejected', 'waits'));
      git('commit', '--quiet', '-am', 'second');
    });

    it('shows what a stale link was pinned to', async () => {
      await client.start([folder]);
      const uri = folder.uriOf('src/stock.ts');
      const texts = await client.connection.sendRequest<PinnedTexts>(PINNED_TEXTS, { uri, position: { line: 0, character: 18 } });
      assert.deepEqual([texts.id, texts.before, texts.now], ['IP-1.1/AC2', 'An order of more is rejected', 'An order of more waits']);
      assert.match(JSON.stringify(texts.edit), /IP-1\.1\/AC2~[0-9a-f]{6}/u);
      // What git was asked for once is known from then on.
      const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 18);
      assert.match(JSON.stringify(hover.contents), /Pinned to: An order of more is rejected.*Reads now: An order of more waits/u);
      const [title] = (await actionsAt('src/stock.ts', 0, 18)).keys();
      assert.equal(title, 'Pin to the present text of IP-1.1/AC2: "An order of more is rejected" is now "An order of more waits"');
    });

    it('runs no git in a folder that is not trusted', async () => {
      await client.start([folder], { options: { trusted: false } });
      const texts = await client.connection.sendRequest<PinnedTexts>(PINNED_TEXTS, {
        uri: folder.uriOf('src/stock.ts'),
        position: { line: 0, character: 18 },
      });
      assert.equal(texts.before, undefined);
    });
  });
});
