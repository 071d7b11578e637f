import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { CodeAction, CompletionItem, CompletionList, Hover, Location, LocationLink } from 'vscode-languageserver/node';
import type { TreeNode } from '../../src/server/protocol.ts';
import { PROPOSE_CONFIGURATION, REFRESH, TREE_CHILDREN, TREE_PATH, TREE_TOOLTIP, TRUST_GRANTED } from '../../src/server/protocol.ts';
import { bundle } from '../support/server/bundle.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const LAUNCH = [
  '# Launch',
  '',
  '## IP-1.1: Reserve stock',
  '',
  '**Acceptance Criteria**:',
  '- An order of all the stock is accepted',
  '- An order of more is rejected',
  '',
].join('\n');
const STOCK = '// @implements IP-1.1\nexport function reserve() {}\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n';
const FILES = { 'docs/launch.md': LAUNCH, 'src/stock.ts': STOCK, 'test/stock.test.ts': TEST };

describe('the language server', () => {
  let server: string;
  let client: Client;
  let folder: TestFolder;
  const folders: TestFolder[] = [];

  function folderOf(files: Readonly<Record<string, string>>): TestFolder {
    const made = new TestFolder(files);
    folders.push(made);
    return made;
  }

  before(async () => {
    server = await bundle('src/server/main.ts');
  });

  beforeEach(() => {
    client = new Client([server, '--stdio']);
    folder = folderOf(FILES);
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    for (const made of folders.splice(0)) made.remove();
  });

  it('says what it can do', async () => {
    const { capabilities, serverInfo } = await client.start([folder]);
    assert.equal(serverInfo?.name, 'reqtrace');
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['@', ' ', '-', '.', '/', '#']);
    assert.match(JSON.stringify(client.registered), /workspace\/didChangeWatchedFiles.*\*\*\/\*/u);
  });

  it('tells the state of each folder', async () => {
    await client.start([folder, folderOf({ 'src/a.ts': '' })]);
    assert.deepEqual(
      client.state.folders.map(({ name, phase, counts }) => [name, phase, counts.met, counts.partial]),
      [
        ['folder 1', 'ready', 1, 1],
        ['folder 2', 'empty', 0, 0],
      ],
    );
  });

  it('fails a folder that is gone, with a message', async () => {
    const gone = folderOf({});
    gone.remove();
    await client.start([gone]);
    const [state] = client.state.folders;
    assert.equal(state?.phase, 'failed');
    assert.ok(state.message);
  });

  it('publishes diagnostics of closed files, with pages where the client names them', async () => {
    folder.write('src/a.ts', '// @implements IP-9.9\n');
    await client.start([folder], { options: { trusted: true, findingPages: 'file:///pages' } });
    const uri = folder.uriOf('src/a.ts');
    await client.until('the finding', () => client.diagnostics.has(uri));
    assert.deepEqual(client.codes(uri), ['unknown-reference@1']);
    assert.equal(client.diagnostics.get(uri)?.[0]?.codeDescription?.href, 'file:///pages/unknown-reference.md');
    assert.equal(client.published.filter((one) => one === uri).length, 1, 'once');
  });

  it('answers hover, definition and references', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('test/stock.test.ts');
    await client.open(uri, TEST, 'typescript');
    const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 16);
    assert.match(JSON.stringify(hover.contents), /An order of all the stock is accepted/u);
    const [definition] = await client.ask<LocationLink[]>('textDocument/definition', uri, 0, 16);
    assert.equal(definition?.targetUri, folder.uriOf('docs/launch.md'));
    assert.equal(definition?.targetSelectionRange.start.line, 5);
    const references = await client.ask<Location[]>('textDocument/references', folder.uriOf('docs/launch.md'), 5, 8, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ uri: at }) => at),
      [folder.uriOf('docs/launch.md'), uri],
    );
    assert.equal(await client.ask('textDocument/hover', uri, 1, 3), null);
  });

  it('gives plain places to a client that knows no others', async () => {
    await client.start([folder], { linkSupport: false });
    const [definition] = await client.ask<Location[]>('textDocument/definition', folder.uriOf('src/stock.ts'), 0, 17);
    assert.equal(definition?.uri, folder.uriOf('docs/launch.md'));
    assert.equal(definition?.range.start.line, 2);
  });

  it('completes in unsaved text and documents what is chosen', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/new.py');
    await client.open(uri, '# @implements \n', 'python');
    const list = await client.ask<CompletionList>('textDocument/completion', uri, 0, 14);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['IP-1.1'],
    );
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0]);
    assert.match(JSON.stringify(resolved.documentation), /Reserve stock/u);
    assert.equal(await client.ask('textDocument/completion', uri, 0, 1), null);
  });

  it('serves text that was never saved, without findings', async () => {
    await client.start([folder]);
    await client.open('untitled:Untitled-1', '# @implements IP-1.1\n# @implements \n', 'python');
    const hover = await client.ask<Hover>('textDocument/hover', 'untitled:Untitled-1', 0, 16);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
    const list = await client.ask<CompletionList>('textDocument/completion', 'untitled:Untitled-1', 1, 14);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['IP-1.1'],
    );
    assert.equal(client.diagnostics.has('untitled:Untitled-1'), false);
  });

  it('answers null for what it does not know', async () => {
    await client.start([folder]);
    for (const uri of ['file:///elsewhere/a.ts', folder.uriOf('gone.ts'), 'untitled:Untitled-9', 'git:/a.ts', 'no uri']) {
      for (const method of ['textDocument/hover', 'textDocument/definition', 'textDocument/completion']) {
        assert.equal(await client.ask(method, uri, 3, 3), null, `${method} ${uri}`);
      }
    }
  });

  it('fixes a reference', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    await client.open(uri, '// @implements IP-1.2\n', 'typescript');
    await client.until('the finding', () => client.codes(uri).length > 0);
    const range = { start: { line: 0, character: 17 }, end: { line: 0, character: 17 } };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: client.diagnostics.get(uri) ?? [] },
    });
    const edit = actions[0]?.edit?.changes?.[uri]?.[0];
    assert.equal(edit?.newText, 'IP-1.1');
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'unknown-reference');
  });

  it('counts unsaved text at once, and the disk again when the editor is closed', async () => {
    await client.start([folder]);
    const met = (): number | undefined => client.state.folders[0]?.counts.met;
    const uri = folder.uriOf('test/stock.test.ts');
    await client.open(uri, TEST, 'typescript');
    await client.type(uri, 0, 23, 23, ', AC2');
    await client.until('both met', () => met() === 2);
    await client.type(uri, 0, 23, 28, '');
    await client.until('one met', () => met() === 1);
    await client.type(uri, 0, 0, 23, '//');
    await client.until('none met', () => met() === 0);
    await client.close(uri);
    await client.until('what is on disk', () => met() === 1);
  });

  it('answers from the text as it is typed, without waiting for a pause', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/stock.ts');
    await client.open(uri, STOCK, 'typescript');
    void client.type(uri, 0, 0, 0, '// one line above\n');
    const hover = await client.ask<Hover>('textDocument/hover', uri, 1, 17);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
  });

  it('says which version of a text its findings are of, and never says it of another', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    const versions = (): (number | undefined)[] => client.publications.flatMap((one) => (one.uri === uri ? [one.version] : []));
    await client.open(uri, '// @implements IP-9.1\n', 'typescript');
    await client.until('the finding of the first text', () => versions().includes(1));
    for (let version = 2; version <= 8; version += 1) {
      void client.type(uri, 0, 20, 21, String(version));
      // Findings of other files are published while this one waits to be read; and a question does not wait.
      folder.write('src/b.ts', `// @implements IP-8.${version}\n`);
      void client.watched({ uri: folder.uriOf('src/b.ts'), type: 2 });
      if (version % 3 === 0) await client.ask<Hover>('textDocument/hover', uri, 0, 16);
    }
    await client.until('the finding of the last text', () => versions().includes(8));
    for (const { version, diagnostics } of client.publications.filter((one) => one.uri === uri && one.version !== undefined))
      for (const { message } of diagnostics) assert.match(JSON.stringify(message), new RegExp(`IP-9\\.${version}\\b`, 'u'));
    const other = client.publications.filter((one) => one.uri === folder.uriOf('src/b.ts'));
    assert.ok(other.every(({ version }) => version === undefined));
  });

  it('takes back findings of what is mended', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    await client.open(uri, '// @implements IP-9.9\n', 'typescript');
    await client.until('the finding', () => client.codes(uri).length === 1);
    await client.type(uri, 0, 15, 21, 'IP-1.1');
    await client.until('no finding', () => client.codes(uri).length === 0);
  });

  it('takes up files that other programs write and delete', async () => {
    await client.start([folder]);
    const met = (): number | undefined => client.state.folders[0]?.counts.met;
    folder.write('test/more.test.ts', '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n');
    await client.watched({ uri: folder.uriOf('test/more.test.ts'), type: 1 });
    await client.until('both met', () => met() === 2);
    folder.remove('test');
    await client.watched({ uri: folder.uriOf('test'), type: 3 });
    await client.until('none met', () => met() === 0);
    folder.remove('docs');
    await client.watched({ uri: folder.uriOf('docs'), type: 3 });
    await client.until('no requirements', () => client.state.folders[0]?.phase === 'empty');
    await client.until('dangling references', () => client.codes(folder.uriOf('docs/launch.md')).length === 0);
  });

  it('reads everything again after very many changes, and when asked', async () => {
    await client.start([folder]);
    const met = (): number | undefined => client.state.folders[0]?.counts.met;
    folder.write('test/more.test.ts', '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n');
    await client.watched(...Array.from({ length: 201 }, (_, index) => ({ uri: folder.uriOf(`src/${index}.ts`), type: 2 as const })));
    await client.until('both met', () => met() === 2);
    folder.remove('test/more.test.ts');
    await client.connection.sendRequest(REFRESH);
    assert.equal(met(), 1);
  });

  it('keeps folders apart, takes new ones and drops old ones', async () => {
    const second = folderOf({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-7.7\n' });
    await client.start([folder]);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: second.uri, name: 'second' }], removed: [] },
    });
    const finding = second.uriOf('src/a.ts');
    await client.until('the second folder', () => client.state.folders[1]?.phase === 'ready');
    await client.until('its finding', () => client.codes(finding).length === 1);
    assert.deepEqual(
      client.state.folders.map(({ counts }) => counts.met),
      [1, 0],
    );
    const [definition] = await client.ask<LocationLink[]>('textDocument/definition', folder.uriOf('src/stock.ts'), 0, 17);
    assert.equal(definition?.targetUri, folder.uriOf('docs/launch.md'), 'an equal id of the other folder makes nothing ambiguous');
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: second.uri, name: 'second' }] },
    });
    await client.until('its findings taken back', () => client.codes(finding).length === 0);
    await client.until('one folder', () => client.state.folders.length === 1);
  });

  it('keeps the last good configuration while reqtrace.yaml is broken', async () => {
    folder.write('reqtrace.yaml', 'labels: { Contract: CON }\n');
    folder.write('docs/launch.md', `${LAUNCH}\n## Contract 3: Pay\n`);
    await client.start([folder]);
    const partial = (): number => (client.state.folders[0]?.counts.unmet ?? 0) + (client.state.folders[0]?.counts.partial ?? 0);
    assert.equal(partial(), 2);
    const uri = folder.uriOf('reqtrace.yaml');
    await client.open(uri, 'labels: { Contract: CON }\n', 'yaml');
    await client.type(uri, 0, 25, 25, '\nneeds: maybe');
    await client.until('the finding', () => client.codes(uri).length > 0);
    assert.deepEqual(client.codes(uri), ['config-error@2']);
    assert.equal(partial(), 2, 'the last good configuration stays');
    await client.type(uri, 1, 0, 12, '');
    await client.until('no finding', () => client.codes(uri).length === 0);
  });

  it('runs nothing in a folder that is not trusted until it is', async () => {
    await client.start([folder], { options: { trusted: false } });
    assert.equal(client.state.folders[0]?.counts.met, 1);
    await client.connection.sendNotification(TRUST_GRANTED);
    await client.until('the folder read again', () => client.logged.filter((line) => line.includes('indexed in')).length === 2);
    assert.equal(client.state.folders[0]?.counts.met, 1);
  });

  it('proposes a configuration and writes none', async () => {
    await client.start([folder]);
    const text = await client.connection.sendRequest<string>(PROPOSE_CONFIGURATION, { folder: folder.uri });
    assert.match(text, /docs\/launch\.md: 1 requirement, 2 criteria/u);
    assert.deepEqual(readdirSync(folder.path).sort(), ['docs', 'src', 'test']);
    await assert.rejects(
      client.connection.sendRequest(PROPOSE_CONFIGURATION, { folder: 'file:///elsewhere' }),
      /is no folder of the workspace/u,
    );
  });

  it('draws the tree', async () => {
    await client.start([folder]);
    const options = { groupBy: 'document', unmetOnly: false };
    const children = (id?: string, more: object = {}): Promise<TreeNode[]> =>
      client.connection.sendRequest(TREE_CHILDREN, { ...(id !== undefined && { id }), options: { ...options, ...more } });
    const [document] = await children();
    assert.equal(document?.label, 'docs/launch.md');
    assert.equal(document.description, '1/2 met');
    const [requirement] = await children(document.id);
    assert.equal(requirement?.status, 'partial');
    assert.equal(requirement.accessibleLabel, 'IP-1.1 Reserve stock, partial, 1 of 2 criteria met');
    const [met, unmet] = await children(requirement.id);
    assert.deepEqual([met?.status, unmet?.status], ['met', 'partial']);
    const links = await children(met?.id);
    assert.deepEqual(
      links.map(({ link, target }) => [link, target?.uri]),
      [
        ['verifies', folder.uriOf('test/stock.test.ts')],
        ['implements', folder.uriOf('src/stock.ts')],
      ],
    );
    assert.deepEqual(
      (await children(requirement.id, { unmetOnly: true })).map(({ id }) => id),
      [unmet?.id, ...(await children(requirement.id)).slice(2).map(({ id }) => id)],
    );
    assert.match(await client.connection.sendRequest<string>(TREE_TOOLTIP, { id: unmet?.id }), /not tested/u);
    const path = await client.connection.sendRequest<TreeNode[]>(TREE_PATH, { folder: folder.uri, key: 'docs/launch#IP-1.1/AC2', options });
    assert.deepEqual(
      path.map(({ id }) => id),
      [document.id, requirement.id, unmet?.id],
    );
    assert.deepEqual(await children('gone'), []);
    assert.equal(await client.connection.sendRequest(TREE_TOOLTIP, { id: 'gone' }), null);
  });

  it('says which rows of the tree changed', async () => {
    folder.write('docs/pay.md', '## PAY-7: Pay\n');
    await client.start([folder]);
    const [launch] = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy: 'document', unmetOnly: false } });
    const uri = folder.uriOf('test/stock.test.ts');
    await client.open(uri, TEST, 'typescript');
    client.treeChanges.length = 0;
    await client.type(uri, 0, 23, 23, ', AC2');
    await client.until('a change of the tree', () => client.treeChanges.length > 0);
    assert.deepEqual(client.treeChanges, [{ ids: [launch?.id] }]);
  });

  it('draws all rows again when a row comes or goes', async () => {
    folder.write('docs/pay.md', '## PAY-7: Pay\n');
    folder.write('src/pay.ts', '// nothing\n');
    folder.write('test/pay.test.ts', '// @verifies PAY-7\n');
    await client.start([folder]);
    const rows = async (groupBy: string, unmetOnly: boolean): Promise<string[]> =>
      (await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy, unmetOnly } })).map(
        ({ label, description }) => `${label} ${description}`,
      );
    assert.deepEqual(await rows('document', true), ['docs/launch.md 1/2 met', 'docs/pay.md 0/1 met']);
    const uri = folder.uriOf('src/pay.ts');
    await client.open(uri, '// nothing\n', 'typescript');
    client.treeChanges.length = 0;
    await client.type(uri, 0, 3, 10, '@implements PAY-7');
    await client.until('a change of the tree', () => client.treeChanges.length > 0);
    assert.deepEqual(client.treeChanges, [{}]);
    assert.deepEqual(await rows('document', true), ['docs/launch.md 1/2 met']);
    const groups = await rows('status', false);
    client.treeChanges.length = 0;
    await client.type(uri, 0, 3, 20, 'nothing');
    await client.until('another change of the tree', () => client.treeChanges.length > 0);
    assert.deepEqual(client.treeChanges, [{}]);
    assert.notDeepEqual(await rows('status', false), groups);
  });

  it('lets the inner of two folders speak for its files', async () => {
    folder.write('inner/src/a.ts', '// @implements IP-1.1\n');
    const inner = { uri: folder.uriOf('inner') };
    await client.start([folder, inner]);
    const uri = folder.uriOf('inner/src/a.ts');
    assert.equal(await client.ask('textDocument/hover', uri, 0, 17), null, 'the inner folder has no requirement');
    assert.deepEqual(client.codes(uri), []);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: inner.uri, name: 'folder 2' }] },
    });
    const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 17);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
  });

  it('names an open file as the client does', async () => {
    folder.write('src/a (1).ts', '// @implements IP-9.9\n');
    await client.start([folder]);
    const written = `${folder.uri}/src/a (1).ts`;
    const usual = folder.uriOf('src/a%20').replace('a%2520', 'a%20%281%29.ts');
    await client.until('the finding', () => client.codes(usual).length === 1);
    await client.open(written, '// @implements IP-9.9\n', 'typescript');
    await client.until('the finding under the name of the client', () => client.codes(written).length === 1);
    assert.deepEqual(client.codes(usual), [], 'and under no other');
  });

  it('has a row for each of several folders', async () => {
    await client.start([folder, folderOf({})]);
    const rows = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy: 'document', unmetOnly: false } });
    assert.deepEqual(
      rows.map(({ kind, label, description, hasChildren }) => [kind, label, description, hasChildren]),
      [
        ['folder', 'folder 1', '1/2 met', true],
        ['folder', 'folder 2', 'no requirements', false],
      ],
    );
  });
});
