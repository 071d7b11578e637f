import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, LocationLink, SymbolInformation } from 'vscode-languageserver/node';
import type { TreeNode } from '../../src/server/protocol.ts';
import { TREE_CHILDREN, TREE_PATH, TREE_TOOLTIP } from '../../src/server/protocol.ts';
import { bundle } from '../support/server/bundle.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const DOCUMENT =
  '## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n- An order of more is rejected\n';
const TYPED = '// @verifies IP-1.1/AC1\n// @implements \n';

describe('while the bulk of the files is being read, the language server', () => {
  const folder = new TestFolder({ 'docs/launch.md': DOCUMENT, 'src/broken.ts': '// @implements IP-1.9\n', 'test/typed.test.ts': '' });
  for (let at = 0; at < 250; at += 1)
    folder.write(`src/file${at}.ts`, at === 7 ? '// @implements IP-1.1\nexport function reserve() {}\n' : 'const a = 1;\n');
  const options = { groupBy: 'status', unmetOnly: true };
  const uri = folder.uriOf('test/typed.test.ts');
  let client: Client;

  const rows = (id?: string): Promise<TreeNode[]> => client.connection.sendRequest(TREE_CHILDREN, { id, options });

  before(async () => {
    client = Client.ofProcess([await bundle('test/support/server/haltingServer.ts'), '--stdio'], {
      GO_ON: `${folder.path}/out/go-on`,
    });
    await client.initialize([folder], { open: { [uri]: TYPED } });
    await client.until('the documents', () => client.treeChanges.length > 0);
  });

  after(async () => {
    await client.stop();
    folder.remove();
  });

  // @verifies RT-8.1/AC7~b115b9
  it('says that it is indexing, and counts nothing', () => {
    assert.deepEqual(
      client.state.folders.map(({ phase, counts }) => [phase, counts.unmet]),
      [['indexing', 0]],
    );
  });

  // @verifies RT-8.1/AC7~b115b9
  it('lists requirements by document without a status, whatever the view groups and filters by', async () => {
    const [document] = await rows();
    assert.deepEqual([document?.label, document?.description, document?.status], ['launch.md', 'indexing', undefined]);
    const [requirement] = await rows(document?.id);
    assert.deepEqual(
      [requirement?.label, requirement?.description, requirement?.status, requirement?.accessibleLabel],
      ['IP-1.1 Reserve stock', undefined, undefined, 'IP-1.1 Reserve stock, indexing'],
    );
    const criteria = await rows(requirement?.id);
    assert.deepEqual(
      criteria.map(({ description, status }) => [description, status]),
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
    assert.ok(criteria.every(({ accessibleLabel }) => accessibleLabel.endsWith(', indexing')));
    const tooltip = await client.connection.sendRequest<string>(TREE_TOOLTIP, { id: requirement?.id });
    assert.match(tooltip, /^\*\*IP-1\.1 Reserve stock\*\*: indexing\n/u);
    const path = await client.connection.sendRequest<TreeNode[]>(TREE_PATH, { folder: folder.uri, key: requirement?.item?.key, options });
    assert.deepEqual(
      path.map(({ id }) => id),
      [document?.id, requirement?.id],
    );
  });

  it('hovers without a status, jumps, completes and finds requirements', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 16);
    assert.match(JSON.stringify(hover.contents), /IP-1\.1\/AC1\*\*: indexing.*An order of all the stock is accepted/u);
    assert.doesNotMatch(JSON.stringify(hover.contents), /unmet|not implemented/u);
    const [definition] = await client.ask<LocationLink[]>('textDocument/definition', uri, 0, 16);
    assert.equal(definition?.targetUri, folder.uriOf('docs/launch.md'));
    const list = await client.ask<CompletionList>('textDocument/completion', uri, 1, 15);
    const shown = await Promise.all(
      list.items.map((item) => client.connection.sendRequest<CompletionItem>('completionItem/resolve', item)),
    );
    assert.deepEqual(
      shown.map(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
      [['IP-1.1', 'indexing', 'Reserve stock']],
    );
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'reserve' });
    assert.equal(symbols.length, 1);
  });

  it('keeps to itself what it cannot know yet', async () => {
    assert.deepEqual(client.published, []);
    assert.equal(
      await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: folder.uriOf('docs/launch.md') } }),
      null,
    );
    assert.equal(await client.ask('textDocument/references', uri, 0, 16, { context: { includeDeclaration: true } }), null);
  });

  it('says everything when all is read, texts of editors and what was typed meanwhile included', async () => {
    await client.type(uri, 1, 0, 15, '// @verifies IP-1.1/AC2');
    folder.write('out/go-on', '');
    await client.until('the index', () => client.state.folders[0]?.phase === 'ready' && client.state.folders[0].counts.met === 2);
    await client.until('the finding', () => client.codes(folder.uriOf('src/broken.ts')).includes('unknown-reference@1'));
    assert.match(JSON.stringify((await client.ask<Hover>('textDocument/hover', uri, 0, 16)).contents), /✓ met/u);
    assert.deepEqual(await rows(), []);
  });
});
