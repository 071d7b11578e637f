import assert from 'node:assert/strict';
import type { ItemPlaces, TreeNode } from '../../src/server/protocol.ts';
import { ITEM_PLACES, TREE_CHILDREN, TREE_PATH, TREE_TOOLTIP } from '../../src/server/protocol.ts';
import { servedFolder, TEST } from '../support/server/servedFolder.ts';

describe('the tree of the language server', () => {
  const served = servedFolder();

  it('draws the tree', async () => {
    await served.client.start([served.folder]);
    const options = { groupBy: 'document', unmetOnly: false };
    const children = (id?: string, more: object = {}): Promise<TreeNode[]> =>
      served.client.connection.sendRequest(TREE_CHILDREN, { ...(id !== undefined && { id }), options: { ...options, ...more } });
    const [document] = await children();
    assert.deepEqual([document?.label, document?.description, document?.open], ['launch.md', '1/2 met · docs', 1]);
    assert.ok(document);
    const [requirement] = await children(document.id);
    assert.equal(requirement?.status, 'partial');
    assert.equal(requirement.accessibleLabel, 'IP-1.1 Reserve stock, partial, 1 of 2 criteria met');
    const [met, unmet] = await children(requirement.id);
    assert.deepEqual([met?.status, unmet?.status], ['met', 'partial']);
    const links = await children(met?.id);
    assert.deepEqual(
      links.map(({ link, target, test }) => [link, target?.uri, target?.range.start.line, test?.range.start.line]),
      [
        ['verifies', served.folder.uriOf('test/stock.test.ts'), 0, 1],
        ['implements', served.folder.uriOf('src/stock.ts'), 0, undefined],
      ],
    );
    assert.deepEqual(
      (await children(requirement.id, { unmetOnly: true })).map(({ id }) => id),
      [unmet?.id, ...(await children(requirement.id)).slice(2).map(({ id }) => id)],
    );
    assert.match(await served.client.connection.sendRequest<string>(TREE_TOOLTIP, { id: unmet?.id }), /no test/u);
    const path = await served.client.connection.sendRequest<TreeNode[]>(TREE_PATH, {
      folder: served.folder.uri,
      key: 'docs/launch#IP-1.1/AC2',
      options,
    });
    assert.deepEqual(
      path.map(({ id }) => id),
      [document.id, requirement.id, unmet?.id],
    );
    const byUri = await served.client.connection.sendRequest<TreeNode[]>(TREE_PATH, {
      uri: served.folder.uriOf('docs/launch.md'),
      options,
    });
    assert.deepEqual(
      byUri.map(({ id }) => id),
      [document.id],
    );
    const places = await served.client.connection.sendRequest<ItemPlaces>(ITEM_PLACES, met?.item);
    assert.deepEqual(
      [places.id, places.annotation, places.code.length, places.tests.length, places.stale.length],
      ['IP-1.1/AC1', '@implements IP-1.1/AC1', 1, 1, 0],
    );
    assert.equal(places.tests[0]?.range.start.line, 0);
    assert.deepEqual(await children('gone'), []);
    assert.equal(await served.client.connection.sendRequest(TREE_TOOLTIP, { id: 'gone' }), null);
  });

  it('says which rows of the tree changed', async () => {
    served.folder.write('docs/pay.md', '## PAY-7: Pay\n');
    await served.client.start([served.folder]);
    const [launch] = await served.client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, {
      options: { groupBy: 'document', unmetOnly: false },
    });
    const uri = served.folder.uriOf('test/stock.test.ts');
    await served.client.open(uri, TEST, 'typescript');
    served.client.treeChanges.length = 0;
    await served.client.type(uri, 0, 23, 23, ', AC2');
    await served.client.until('a change of the tree', () => served.client.treeChanges.length > 0);
    assert.deepEqual(served.client.treeChanges, [{ ids: [launch?.id] }]);
  });

  it('draws all rows again when a row comes or goes', async () => {
    served.folder.write('docs/pay.md', '## PAY-7: Pay\n');
    served.folder.write('src/pay.ts', '// nothing\n');
    served.folder.write('test/pay.test.ts', '// @verifies PAY-7\n');
    await served.client.start([served.folder]);
    const rows = async (groupBy: string, unmetOnly: boolean): Promise<string[]> =>
      (await served.client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy, unmetOnly } })).map(
        ({ label, description }) => `${label} ${description}`,
      );
    const suggested = 'Suggested code that may meet criteria';
    assert.deepEqual(await rows('document', true), ['launch.md 1/2 met · docs', 'pay.md 0/1 met · docs', suggested]);
    const uri = served.folder.uriOf('src/pay.ts');
    await served.client.open(uri, '// nothing\n', 'typescript');
    served.client.treeChanges.length = 0;
    await served.client.type(uri, 0, 3, 10, '@implements PAY-7');
    await served.client.until('a change of the tree', () => served.client.treeChanges.length > 0);
    assert.deepEqual(served.client.treeChanges, [{}]);
    assert.deepEqual(await rows('document', true), ['launch.md 1/2 met · docs', suggested]);
    const groups = await rows('status', false);
    served.client.treeChanges.length = 0;
    await served.client.type(uri, 0, 3, 20, 'nothing');
    await served.client.until('another change of the tree', () => served.client.treeChanges.length > 0);
    assert.deepEqual(served.client.treeChanges, [{}]);
    assert.notDeepEqual(await rows('status', false), groups);
  });

  it('has a row for each of several folders', async () => {
    await served.client.start([served.folder, served.folderOf({})]);
    const rows = await served.client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, {
      options: { groupBy: 'document', unmetOnly: false },
    });
    assert.deepEqual(
      rows.map(({ kind, label, description, hasChildren }) => [kind, label, description, hasChildren]),
      [
        ['folder', 'folder 1', '1/2 met', true],
        ['folder', 'folder 2', 'no requirements', false],
      ],
    );
  });
});
