import assert from 'node:assert/strict';
import { extensionOf, fileName, folderOf, inFolder, upwards } from '../../src/text/paths.ts';

describe('paths', () => {
  for (const [path, folder, name, extension] of [
    ['docs/plan/a.md', 'docs/plan', 'a.md', 'md'],
    ['a.test.ts', '', 'a.test.ts', 'ts'],
    ['Makefile', '', 'Makefile', 'Makefile'],
    ['docs/', 'docs', '', 'docs/'],
    ['', '', '', ''],
  ] as const) {
    it(`takes "${path}" apart`, () => {
      assert.equal(folderOf(path), folder);
      assert.equal(fileName(path), name);
      assert.equal(extensionOf(path), extension);
    });
  }

  it('puts a name into a folder, of which the root is the empty one', () => {
    assert.equal(inFolder('docs/plan', 'a.md'), 'docs/plan/a.md');
    assert.equal(inFolder('', 'a.md'), 'a.md');
  });

  it('goes up from a path to the outermost folder', () => {
    assert.deepEqual([...upwards('docs/plan/a.md')], ['docs/plan/a.md', 'docs/plan', 'docs']);
    assert.deepEqual([...upwards('a.md')], ['a.md']);
    assert.deepEqual([...upwards('/tmp/a.md')], ['/tmp/a.md', '/tmp']);
    assert.deepEqual([...upwards('')], []);
  });
});
