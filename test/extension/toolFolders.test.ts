import assert from 'node:assert/strict';
import { folderAsked, toolFolders } from '../../src/extension/agents/toolFolders.ts';

const SHOP = { name: 'shop', scheme: 'file', uri: 'file:///home/me/shop' };
const WEB = { name: 'web', scheme: 'memfs', uri: 'memfs:/web' };
const DESKTOP = { startsServers: true, trusted: true, leftAlone: false };

// @verifies RT-7.8/AC3~4b750d
describe('the folders about which the language server answers agents', () => {
  const rows: readonly (readonly [where: string, starting: Parameters<typeof toolFolders>[1], names: readonly string[]])[] = [
    ['on a desktop: those without a disk', DESKTOP, ['web']],
    ['in a host without servers for agents, or a browser: all', { ...DESKTOP, startsServers: false }, ['shop', 'web']],
    ['in Restricted Mode: all', { ...DESKTOP, trusted: false }, ['shop', 'web']],
    ['where ReqTrace is turned off: none', { startsServers: false, trusted: false, leftAlone: true }, []],
  ];
  for (const [where, starting, names] of rows)
    it(where, () => {
      assert.deepEqual(
        toolFolders([SHOP, WEB], starting).map(({ name }) => name),
        names,
      );
    });

  it('are told apart by their names, or by their URIs', () => {
    assert.equal(folderAsked([SHOP], {}), SHOP);
    assert.equal(folderAsked([SHOP, WEB], { folder: 'web' }), WEB);
    assert.equal(folderAsked([SHOP, WEB], {}), 'Say in "folder" which workspace folder is meant: shop, web.');
    assert.equal(folderAsked([SHOP], { folder: 'other' }), 'Say in "folder" which workspace folder is meant: shop.');
    const twin = { ...WEB, name: 'shop' };
    assert.equal(
      folderAsked([SHOP, twin], { folder: 'shop' }),
      `Say in "folder" which workspace folder is meant: ${SHOP.uri}, ${twin.uri}.`,
    );
    assert.equal(folderAsked([SHOP, twin], { folder: twin.uri }), twin);
    assert.equal(folderAsked([], {}), 'ReqTrace answers about no folder here.');
  });
});
