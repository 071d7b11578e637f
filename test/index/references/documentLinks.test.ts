import assert from 'node:assert/strict';
import { linkTargets } from '../../../src/index/references/documentLinks.ts';

describe('linkTargets', () => {
  for (const [target, files, folder] of [
    ['b', ['docs/b', 'docs/b.md', 'docs/b.markdown', 'docs/b/index.md', 'docs/b/README.md'], 'docs/b'],
    ['b/', ['docs/b.md', 'docs/b.markdown', 'docs/b/index.md', 'docs/b/README.md'], 'docs/b'],
    ['../b.html', ['b.html', 'b.md', 'b.html.md', 'b.html.markdown', 'b.html/index.md', 'b.html/README.md'], 'b.html'],
    ['/x', ['site/x', 'site/x.md', 'site/x.markdown', 'site/x/index.md', 'site/x/README.md'], 'site/x'],
    ['..', ['index.md', 'README.md'], ''],
    ['.', ['docs', 'docs.md', 'docs.markdown', 'docs/index.md', 'docs/README.md'], 'docs'],
  ] as const) {
    it(`${target} of docs/a.md`, () => assert.deepEqual(linkTargets(target, 'docs/a.md', 'site'), { kind: 'inside', files, folder }));
  }

  it('keeps a document of the root inside', () => {
    assert.equal(linkTargets('b.md', 'a.md', '').kind, 'inside');
    assert.equal(linkTargets('../b.md', 'a.md', '').kind, 'outside');
    assert.equal(linkTargets('/../b.md', 'docs/a.md', '').kind, 'outside');
  });

  it('copes with hostile targets', () => {
    for (const [target, kind] of [
      ['?'.repeat(100_000), 'elsewhere'],
      ['../'.repeat(100_000), 'outside'],
      ['%'.repeat(100_000), 'inside'],
      ['a:'.repeat(50_000), 'elsewhere'],
    ] as const) {
      assert.equal(linkTargets(target, 'docs/a.md', '').kind, kind);
    }
    assert.deepEqual(linkTargets('', 'a.md', ''), { kind: 'elsewhere' });
  });
});
