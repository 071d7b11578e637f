import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';

const FILE = 'test/size.test.js';

/** A group that is made once for each row, with one annotated test in it, and the titles of two of its instances. */
const GROUPS: readonly (readonly [what: string, code: string, titles: readonly [first: string, second: string]])[] = [
  ['an array', "describe.each([1, 2])('size %i', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n", ['size 1', 'size 2']],
  [
    'an array, a line each',
    "describe.each([\n  1,\n  2,\n])('size %i', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1', 'size 2'],
  ],
  [
    'a table',
    "describe.each([[1, 'a'], [2, 'b']])('size %i of %s', (n, s) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1 of a', 'size 2 of b'],
  ],
  [
    'a tagged template',
    "describe.each`\n  n    | s\n  ${1} | ${'a'}\n  ${2} | ${'b'}\n`('size $n of $s', ({ n, s }) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1 of a', 'size 2 of b'],
  ],
  [
    'objects',
    "describe.each([{ n: 1 }, { n: 2 }])('size $n', ({ n }) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1', 'size 2'],
  ],
  [
    'fields of objects',
    "describe.each([{ a: { n: 1 } }])('size $a.n', ({ a }) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1', 'size 2'],
  ],
  [
    'the number of the row',
    "describe.each(['a', 'b'])('size %# %s', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 0 a', 'size 1 b'],
  ],
  [
    'JSON',
    "describe.each([{ n: 1 }])('size %j', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size {&quot;n&quot;:1}', 'size {&quot;n&quot;:2}'],
  ],
  ['a suite', "suite.each([1, 2])('size %i', (n) => {\n  // @verifies IP-1/AC1\n  test('fits', () => {});\n});\n", ['size 1', 'size 2']],
  ['for', "describe.for([1, 2])('size %i', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n", ['size 1', 'size 2']],
  [
    'a loop',
    "for (const n of [1, 2]) {\n  describe(`size ${n}`, () => {\n    // @verifies IP-1/AC1\n    it('fits', () => {});\n  });\n}\n",
    ['size 1', 'size 2'],
  ],
  [
    'rows that run beside each other',
    "describe.concurrent.each([1, 2])('size %i', (n) => {\n  // @verifies IP-1/AC1\n  it('fits', () => {});\n});\n",
    ['size 1', 'size 2'],
  ],
];

/** How runners name a test in groups. */
const RUNNERS: readonly (readonly [name: string, written: (group: string) => string])[] = [
  ['jest-junit', (group) => `classname="${group} fits" name="${group} fits" file="${FILE}"`],
  ['Vitest', (group) => `classname="${FILE}" name="${group} &gt; fits"`],
];

describe('a test in a group that is made once for each row', () => {
  for (const [what, code, [first, second]] of GROUPS) {
    for (const [runner, written] of RUNNERS) {
      it(`has the results of its rows: ${what}, as ${runner} writes them`, () => {
        const seen = (...cases: string[]): string => linkResults({ [FILE]: code }, { 'junit.xml': junit(...cases) });
        const [passed, also, failed] = [`passed ${written(first)}`, `passed ${written(second)}`, `failed ${written(second)}`];
        assert.equal(seen(passed, also), 'AC1 passed');
        assert.equal(seen(passed, failed), 'AC1 failed');
        assert.equal(seen(failed, passed), 'AC1 failed');
      });
    }
  }

  it('may be in groups of rows in one another', () => {
    const code =
      "describe.each([1])('size %i', () => {\n  describe.each(['a'])('of %s', () => {\n    // @verifies IP-1/AC1\n    it('fits', () => {});\n  });\n});\n";
    for (const title of [
      'classname="size 1 of a fits" name="size 1 of a fits" file="test/size.test.js"',
      'classname="test/size.test.js" name="size 1 &gt; of a &gt; fits"',
    ])
      assert.equal(linkResults({ [FILE]: code }, { 'junit.xml': junit(`passed ${title}`) }), 'AC1 passed');
  });
});
