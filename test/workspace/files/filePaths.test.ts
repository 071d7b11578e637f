import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { toFilePath, toSystemPath } from '../../../src/workspace/files/filePaths.ts';
import { PathCase, isUnder } from '../../../src/workspace/files/pathCase.ts';
import type { PathRules } from '../../../src/workspace/files/filePaths.ts';

describe('toFilePath', () => {
  const cases: readonly [rules: PathRules, root: string, path: string, expected: string | undefined][] = [
    [posix, '/work', '/work/docs/a.md', 'docs/a.md'],
    [posix, '/work', 'docs/a.md', 'docs/a.md'],
    [posix, '/work', './docs//x/../a.md', 'docs/a.md'],
    [posix, '/work', '/work', ''],
    [posix, '/work', '/workshop/a.md', undefined],
    [posix, '/work', '../a.md', undefined],
    [posix, '/work', '/etc/passwd', undefined],
    [posix, '/work', '..a/b.md', '..a/b.md'],
    [posix, '/work', 'a\\b.md', 'a\\b.md'],
    [posix, '/', '/a.md', 'a.md'],
    [win32, 'C:\\work', 'C:\\work\\docs\\a.md', 'docs/a.md'],
    [win32, 'C:\\work', 'c:\\WORK\\docs\\a.md', 'docs/a.md'],
    [win32, 'C:\\work', 'C:/work/docs/a.md', 'docs/a.md'],
    [win32, 'C:\\work', 'docs/sub\\a.md', 'docs/sub/a.md'],
    [win32, 'C:\\work', 'D:\\work\\a.md', undefined],
    [win32, 'C:\\work', '..\\a.md', undefined],
    [win32, 'C:\\work', 'C:\\workshop\\a.md', undefined],
    [win32, '\\\\server\\share\\work', '\\\\server\\share\\work\\a.md', 'a.md'],
    [win32, '\\\\server\\share\\work', '\\\\other\\share\\work\\a.md', undefined],
    [win32, 'C:\\', 'C:\\a.md', 'a.md'],
  ];
  for (const [rules, root, path, expected] of cases) {
    it(`${path} in ${root} is ${expected ?? 'outside'}`, () => assert.equal(toFilePath(root, path, rules), expected));
  }
});

describe('toSystemPath', () => {
  const cases: readonly [rules: PathRules, root: string, path: string, expected: string][] = [
    [posix, '/work', 'docs/a.md', '/work/docs/a.md'],
    [posix, '/work', '', '/work'],
    [win32, 'C:\\work', 'docs/a.md', 'C:\\work\\docs\\a.md'],
    [win32, '\\\\server\\share', 'a.md', '\\\\server\\share\\a.md'],
  ];
  for (const [rules, root, path, expected] of cases)
    it(`${path} in ${root} is ${expected}`, () => assert.equal(toSystemPath(root, path, rules), expected));
});

describe('PathCase', () => {
  it('gives the listed spelling where letter case does not count', () => {
    const paths = new PathCase(true);
    paths.learn(['docs/Launch.md', 'Src/cart.ts']);
    assert.equal(paths.spelling('DOCS/launch.MD'), 'docs/Launch.md');
    assert.equal(paths.spelling('Docs'), 'docs');
    assert.equal(paths.spelling('src/new/Deep.ts'), 'Src/new/Deep.ts');
    assert.equal(paths.spelling('other/A.md'), 'other/A.md');
  });

  it('lets a file come back in another spelling', () => {
    const paths = new PathCase(true);
    paths.learn(['docs/a.md']);
    paths.forget('docs/a.md');
    paths.learn(['docs/A.md']);
    assert.equal(paths.spelling('docs/a.md'), 'docs/A.md');
  });

  it('keeps spellings apart where letter case counts', () => {
    const paths = new PathCase(false);
    paths.learn(['docs/A.md']);
    assert.equal(paths.spelling('docs/a.md'), 'docs/a.md');
  });
});

describe('isUnder', () => {
  it('is true for a path and for what lies in a folder', () => {
    const paths = new Set(['docs', 'src/a.ts']);
    assert.deepEqual(
      ['docs', 'docs/a/b.md', 'src/a.ts', 'src/a.tsx', 'docs2/a.md', 'src'].map((path) => isUnder(path, paths)),
      [true, true, true, false, false, false],
    );
  });
});
