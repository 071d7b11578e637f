import assert from 'node:assert/strict';
import { itemLink, itemOfLink } from '../../../src/extension/tree/itemLinks.ts';

const SHOP = 'file:///home/ann/my%20shop';

describe('links to items', () => {
  it('lead to what they were made of, on another machine too', () => {
    const key = 'docs/a+b=c 100%#IP-1.1.1/AC2 & more?';
    const link = new URL(itemLink({ folder: SHOP, key }, 'vscode', 'reqtrace.reqtrace'));
    assert.equal(link.href.split('?', 1)[0], 'vscode://reqtrace.reqtrace/item');
    const uri = { path: link.pathname, query: decodeURIComponent(link.search.slice(1)) };
    const elsewhere = ['file:///c%3A/work/api', 'file:///c%3A/work/my%20shop'];
    assert.deepEqual(itemOfLink(uri, elsewhere), { folder: elsewhere[1], key });
    assert.deepEqual(itemOfLink(uri, ['file:///srv/checkout']), { folder: 'file:///srv/checkout', key });
    assert.equal(itemOfLink(uri, []), undefined);
  });

  it('are nothing without a key or with another path', () => {
    for (const uri of [
      { path: '/item', query: 'folder=x' },
      { path: '/other', query: 'key=a' },
      { path: '', query: '' },
    ])
      assert.equal(itemOfLink(uri, [SHOP]), undefined, uri.path);
  });
});
