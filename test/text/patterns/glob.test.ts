import assert from 'node:assert/strict';
import { minimatch } from 'minimatch';
import { compileGlob, globFault, matchesGlob } from '../../../src/text/patterns/glob.ts';
import { GlobSet } from '../../../src/text/patterns/globSet.ts';
import { inEnglish } from '../../../src/model/message.ts';

function matches(glob: string, path: string): boolean {
  return compileGlob(glob).some((compiled) => matchesGlob(compiled, path.split('/')));
}

describe('globs', () => {
  const cases: readonly [glob: string, yes: readonly string[], no: readonly string[]][] = [
    ['docs/**/*.md', ['docs/a.md', 'docs/x/y/a.md', 'docs/.hidden/a.md'], ['a.md', 'docs/a.mdx', 'xdocs/a.md', 'docs/a.md/b']],
    ['**', ['a', 'a/b', '.a/b'], []],
    ['docs/**', ['docs/a', 'docs/a/b'], ['docs', 'docsa/b']],
    ['docs/', ['docs/a', 'docs/a/b'], ['docs']],
    ['*.md', ['a.md', '.md'], ['x/a.md']],
    ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/c', 'a/b/b/c/c'], ['a/c', 'a/b/c/d']],
    ['**/{test,tests}/**', ['test/a', 'x/tests/y/a'], ['test', 'x/testing/a']],
    ['v?.[0-9]', ['v1.2'], ['v1.x', 'v12.2', 'v.2']],
    ['[!a-c]x', ['dx', '😀x'], ['ax', 'x']],
    ['[]x]', [']', 'x'], ['a']],
    ['[a-]', ['a', '-'], ['b']],
    ['?.md', ['😀.md'], ['😀😀.md']],
    ['**/*-{a,b}*.{js,ts}', ['x-a1.ts', 'q/-b.js'], ['x-c.ts']],
  ];
  for (const [glob, yes, no] of cases) {
    it(`matches ${glob}`, () => {
      for (const path of yes) assert.ok(matches(glob, path), path);
      for (const path of no) assert.ok(!matches(glob, path), path);
    });
  }

  it('agrees with minimatch on whatever can be written', () => {
    let seed = 7;
    const pick = <Value>(list: readonly Value[]): Value => {
      seed = (seed * 48271) % 2147483647;
      const value = list[seed % list.length];
      assert.ok(value !== undefined);
      return value;
    };
    const parts = [
      'a',
      'b',
      '*',
      '?',
      'a*',
      '*b',
      'a*b*',
      '**',
      '[ab]',
      '{a,b}',
      '.a',
      '*.*',
      'a.b',
      '[!a]b',
      '{a,b}*.{a,b}',
      '{a,{b,ab}}',
    ];
    const names = ['a', 'b', 'ab', 'aab', '.a', 'a.b', 'abab'];
    let matched = 0;
    for (let round = 0; round < 6000; round += 1) {
      const glob = Array.from({ length: 1 + (round % 4) }, () => pick(parts)).join('/');
      const path = Array.from({ length: 1 + (round % 5) }, () => pick(names)).join('/');
      const expected = minimatch(path, glob, { dot: true, noext: true, nocomment: true, nonegate: true });
      assert.equal(matches(glob, path), expected, `${glob} on ${path}`);
      assert.equal(new GlobSet([[glob, 1]]).last(path) !== undefined, expected, `the set of ${glob} on ${path}`);
      if (expected) matched += 1;
    }
    assert.ok(matched > 300, `only ${matched} pairs matched`);
  });

  it('comes to an end on hostile globs and names', () => {
    const stars = `${'*a'.repeat(120)}b`;
    assert.ok(!matches(stars, 'a'.repeat(255)));
    const deep = `${'**/a/'.repeat(60)}b`;
    assert.ok(!matches(deep, 'a/'.repeat(800) + 'a'));
  });

  const faults: readonly [glob: string, words: RegExp][] = [
    ['', /empty/],
    ['/docs/**', /relative/],
    ['C:/docs', /relative/],
    ['docs\\a.md', /"\/" between/],
    ['../x/**', /cannot leave/],
    ['a/{b,..}/c', /cannot leave/],
    ['./a', /"\." or/],
    ['a//b', /empty folder name/],
    ['!a', /must not begin with "!"/],
    ['+(a|b)', /extended/],
    ['{a,b}'.repeat(30), /500 alternatives/],
    ['{1..100000}', /500 alternatives/],
    ['a'.repeat(501), /longer than 500/],
  ];
  for (const [glob, words] of faults) {
    it(`refuses ${glob.slice(0, 20) || 'an empty glob'}`, () => {
      const fault = globFault(glob);
      assert.match(fault ? inEnglish(fault) : '', words);
    });
  }
  it('takes ordinary globs', () => {
    for (const [glob] of cases) assert.equal(globFault(glob), undefined, glob);
  });
});

describe('GlobSet', () => {
  it('finds the last glob that matches, whatever its shape', () => {
    const globs = ['**/*.md', '**/docs/**', '**/README.md', 'docs/**/*.md', '**/x*'].map((glob, at) => [glob, at] as const);
    const set = new GlobSet(globs);
    const expected: Record<string, number | undefined> = {
      'a.md': 0,
      'docs/a.ts': 1,
      'README.md': 2,
      'docs/README.md': 3,
      'docs/x.md': 4,
      'a.ts': undefined,
    };
    for (const [path, value] of Object.entries(expected)) assert.equal(set.last(path)?.value, value, path);
  });

  it('names the glob as it was written, braces included', () => {
    assert.equal(new GlobSet([['**/*.{a,b}', true]]).last('x.b')?.glob, '**/*.{a,b}');
  });
});
