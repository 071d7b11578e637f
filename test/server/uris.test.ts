import assert from 'node:assert/strict';
import { fsPathOf, isUntitled, pathInFolder, uriInFolder } from '../../src/server/uris.ts';

describe('fsPathOf', () => {
  const cases: [uri: string, windows: boolean, path: string | undefined][] = [
    ['file:///home/me/a%20b', false, '/home/me/a b'],
    ['file:///home/me/%C3%A4.md', false, '/home/me/ä.md'],
    ['file://localhost/home', false, '/home'],
    ['file:///100%', false, '/100%'],
    ['file:///', false, '/'],
    ['file:///c%3A/a/b', true, String.raw`c:\a\b`],
    ['file:///C:/a/b', true, String.raw`c:\a\b`],
    ['file:///c%3A', true, 'c:\\'],
    ['file:///c:/', true, 'c:\\'],
    ['file://server/share/a', true, String.raw`\\server\share\a`],
    ['untitled:Untitled-1', false, undefined],
    ['vscode-vfs://github/a/b', false, undefined],
    ['no uri', false, undefined],
  ];
  for (const [uri, windows, path] of cases) {
    it(`${uri} ${windows ? 'on Windows' : 'elsewhere'}`, () => assert.equal(fsPathOf(uri, windows), path));
  }
});

describe('pathInFolder', () => {
  const cases: [folder: string, uri: string, path: string | undefined][] = [
    ['file:///p', 'file:///p/docs/a.md', 'docs/a.md'],
    ['file:///p/', 'file:///p/docs/a.md', 'docs/a.md'],
    ['file:///p', 'file:///p', ''],
    ['file:///p', 'file:///p/docs/', 'docs'],
    ['file:///p', 'file:///pq/a.md', undefined],
    ['file:///P', 'file:///p/a.md', undefined],
    ['file:///p', 'untitled:a', undefined],
    ['file:///c%3A/p', 'file:///C:/p/docs/a%20b.md', 'docs/a b.md'],
    ['file:///C:/p', 'file:///c%3A/p/a.md', 'a.md'],
    ['file:///p/a%28b%29', 'file:///p/a(b)/c', 'c'],
    ['file://server/share', 'file://server/share/a', 'a'],
    ['file://server/share', 'file:///share/a', undefined],
    ['file:///', 'file:///a/b', 'a/b'],
    ['vscode-vfs://github/me/shop', 'vscode-vfs://github/me/shop/docs/a%20b.md', 'docs/a b.md'],
    ['vscode-vfs://github%2B7b/me/shop', 'vscode-vfs://github+7b/me/shop', ''],
    ['vscode-vfs://github/me/shop', 'vscode-vfs://gitlab/me/shop/a.md', undefined],
    ['vscode-vfs://github/me/shop', 'file:///me/shop/a.md', undefined],
    ['memfs:/', 'memfs:/docs/a.md', 'docs/a.md'],
    ['memfs:/shop', 'MEMFS:/shop/C:/a.md', 'C:/a.md'],
    ['memfs:/shop?at=main', 'memfs:/shop/a.md?at=main', 'a.md'],
  ];
  for (const [folder, uri, path] of cases) {
    it(`${uri} in ${folder}`, () => assert.equal(pathInFolder(folder, uri), path));
  }
});

describe('uriInFolder', () => {
  const cases: [folder: string, path: string, uri: string][] = [
    ['file:///p', 'docs/a.md', 'file:///p/docs/a.md'],
    ['file:///c%3A/p/', 'a.md', 'file:///c%3A/p/a.md'],
    ['file:///p', "docs/a b (it's)#1.md", 'file:///p/docs/a%20b%20%28it%27s%29%231.md'],
    ['file:///p', 'ä/50%.md', 'file:///p/%C3%A4/50%25.md'],
    ['file:///', 'tmp/p', 'file:///tmp/p'],
    ['memfs:/', 'docs/a.md', 'memfs:/docs/a.md'],
    ['vscode-vfs://github/me/shop/', 'a.md', 'vscode-vfs://github/me/shop/a.md'],
    ['memfs:/shop?at=main', 'a.md', 'memfs:/shop/a.md?at=main'],
  ];
  for (const [folder, path, uri] of cases) {
    it(path, () => {
      assert.equal(uriInFolder(folder, path), uri);
      assert.equal(pathInFolder(folder, uri), path, 'and back');
    });
  }
});

describe('isUntitled', () => {
  it('is told by the scheme', () => {
    assert.equal(isUntitled('untitled:Untitled-1'), true);
    assert.equal(isUntitled('file:///untitled:1'), false);
  });
});
