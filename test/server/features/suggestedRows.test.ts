import assert from 'node:assert/strict';
import type { TreeNode } from '../../../src/server/protocol.ts';
import { TREE_CHILDREN, TREE_TOOLTIP } from '../../../src/server/protocol.ts';
import { Client, TestFolder } from '../../support/server/client.ts';

const FILES = {
  'docs/stock.md':
    '## REQ-1: Reservations\n\n**Acceptance Criteria**:\n\n- AC1: Reserving takes units\n- AC2: Releasing a reservation puts units back\n\n## REQ-2: Zebras\n\n**Acceptance Criteria**:\n\n- Grazing\n',
  'src/stock.ts':
    '// @implements REQ-1/AC1\nexport function reserve(): void {\n  take();\n}\n\n/** Puts units of a released reservation back. */\nexport function release(): void {\n  put();\n}\n',
};
const RELEASE = FILES['src/stock.ts'].split('\n').length - 4;

describe('the group Suggested', () => {
  let client: Client;
  let folder: TestFolder;

  async function started(files: Readonly<Record<string, string>>): Promise<void> {
    client = Client.ofServerHere();
    folder = new TestFolder(files);
    await client.start([folder], { settings: {} });
  }

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  function children(id?: string, more: object = {}): Promise<TreeNode[]> {
    const options = { groupBy: 'folder', unmetOnly: false, ...more };
    return client.connection.sendRequest(TREE_CHILDREN, { ...(id !== undefined && { id }), options });
  }

  async function group(more: object = {}): Promise<TreeNode | undefined> {
    return (await children(undefined, more)).find(({ kind }) => kind === 'suggested');
  }

  // @verifies RT-12.1/AC11~0ea4d1
  it('has the open criteria with what may meet them, and leads there', async () => {
    await started(FILES);
    for (const groupBy of ['folder', 'document', 'status']) {
      const row = await group({ groupBy });
      assert.equal(row?.accessibleLabel, 'Suggested, code that may meet criteria');
      const [found, ...others] = await children(row?.id, { groupBy });
      assert.deepEqual(
        [found?.label, found?.description, found?.status, found?.hasChildren, found?.item?.key],
        ['REQ-1/AC2 Releasing a reservation puts units back', 'strong · release()', 'unmet', true, 'docs/stock#REQ-1/AC2'],
      );
      assert.equal(
        found?.accessibleLabel,
        'REQ-1/AC2 Releasing a reservation puts units back, unmet: no implementation and no test, strong · release()',
      );
      assert.deepEqual(
        others.filter(({ label }) => label.includes('REQ-2') || label.includes('REQ-1/AC2')),
        [],
      );
      const [code] = await children(found?.id, { groupBy });
      assert.match(code?.accessibleLabel ?? '', /^release\(\), suggested code, strong · src\/stock\.ts:7 · back, puts/u);
      assert.deepEqual(
        [code?.kind, code?.target?.uri, code?.target?.range.start.line, code?.hasChildren, code?.item],
        ['suggestion', folder.uriOf('src/stock.ts'), RELEASE, false, undefined],
      );
      assert.deepEqual(code?.suggestion, {
        folder: folder.uri,
        key: 'docs/stock#REQ-1/AC2',
        uri: folder.uriOf('src/stock.ts'),
        position: { line: RELEASE, character: 0 },
      });
      assert.match(await client.connection.sendRequest<string>(TREE_TOOLTIP, { id: code?.id }), /suggested code, strong/u);
    }
    assert.equal(client.state.folders[0]?.counts.met, 0);
  });

  it('follows the filter, and says so where nothing fits', async () => {
    await started(FILES);
    assert.equal((await children((await group({ text: 'releasing' }))?.id, { text: 'releasing' })).length, 1);
    const row = await group({ text: 'zebras' });
    assert.deepEqual(
      (await children(row?.id, { text: 'zebras' })).map(({ kind, label, hasChildren }) => [kind, label, hasChildren]),
      [['note', 'No function and no test fits', false]],
    );
    assert.equal(await group({ text: 'nowhere' }), undefined);
  });

  // @verifies RT-12.1/AC11~0ea4d1
  it('is worked out again after a change, if somebody unfolded it', async () => {
    await started(FILES);
    const uri = folder.uriOf('src/stock.ts');
    await client.open(uri, FILES['src/stock.ts'], 'typescript');
    const row = await group();
    client.treeChanges.length = 0;
    await client.type(uri, RELEASE, 0, 0, '// @implements REQ-1/AC2\n');
    await client.until('a change of the tree', () => client.treeChanges.length > 0);
    assert.ok(!client.treeChanges.some(({ ids }) => ids?.includes(row?.id ?? '')), 'nobody unfolded it yet');
    assert.deepEqual(
      (await children(row?.id)).filter(({ label }) => label.includes('AC2')),
      [],
    );
    client.treeChanges.length = 0;
    await client.type(uri, RELEASE, 0, 24, '// nothing');
    await client.until('the group to be drawn again', () => client.treeChanges.some(({ ids }) => ids?.includes(row?.id ?? '') === true));
    assert.equal((await children(row?.id))[0]?.description, 'strong · release()');
  });

  for (const [why, files] of [
    [
      'nothing is missing',
      { 'docs/stock.md': '## REQ-1: Reservations\n', 'a.ts': '// @implements REQ-1\n', 'a.test.ts': '// @verifies REQ-1\n' },
    ],
    ['there is no code', { 'docs/stock.md': FILES['docs/stock.md'] }],
  ] as const)
    it(`is left out where ${why}`, async () => {
      await started(files);
      assert.equal(await group(), undefined);
    });
});
