import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';

const js = (...titles: readonly string[]): string => titles.map((title) => `it(${title}, () => { f(); });\n`).join('');
const grouped = (group: string, title: string): string => `describe('${group}', () => {\n  it('${title}', () => { f(); });\n});\n`;
const FILE = 'classname="test/a.test.js"';

/** What is shown, path and text of the tests, the results, and what is said of each link: that a title names the same item makes it no title of the same test. */
const CASES: readonly (readonly [what: string, path: string, code: string, results: string, outcome: string])[] = [
  ['the very title', 'test/a.test.js', js("'IP-1/AC1 adds'"), junit(`passed ${FILE} name="IP-1/AC1 adds"`), 'AC1 passed'],
  ['a title that was reworded', 'test/a.test.js', js("'IP-1/AC1 adds'"), junit(`passed ${FILE} name="IP-1/AC1 takes"`), 'AC1 nothing'],
  [
    'a title that was reworded and failed',
    'test/a.test.js',
    js("'IP-1/AC1 adds'"),
    junit(`failed ${FILE} name="IP-1/AC1 takes"`),
    'AC1 nothing',
  ],
  [
    'a title that was reworded, without a file',
    'test/a.test.js',
    js("'IP-1/AC1 adds'"),
    junit('passed name="IP-1/AC1 takes"'),
    'AC1 nothing',
  ],
  ['a title that goes on', 'test/a.test.js', js("'IP-1/AC1 adds'"), junit(`passed ${FILE} name="IP-1/AC1 adds two"`), 'AC1 nothing'],
  ['a title that ends sooner', 'test/a.test.js', js("'IP-1/AC1 adds two'"), junit(`passed ${FILE} name="IP-1/AC1 adds"`), 'AC1 nothing'],
  [
    'the id behind another title',
    'test/a.test.js',
    js("'adds (IP-1/AC1)'"),
    junit(`passed ${FILE} name="takes (IP-1/AC1)"`),
    'AC1 nothing',
  ],
  [
    'two tests of one item, of which one ran',
    'test/a.test.js',
    js("'IP-1/AC1 adds'", "'IP-1/AC1 takes'"),
    junit(`passed ${FILE} name="IP-1/AC1 takes"`),
    'AC1 nothing, AC1 passed',
  ],
  [
    'two results that name the item',
    'test/a.test.js',
    js("'IP-1/AC1 adds'"),
    junit(`passed ${FILE} name="IP-1/AC1 takes"`, `passed ${FILE} name="IP-1/AC1 gives"`),
    'AC1 nothing',
  ],
  [
    'a criterion in a group',
    'test/a.test.js',
    grouped('IP-1', 'AC1 adds'),
    junit(`passed ${FILE} name="IP-1 &gt; AC1 takes"`),
    'AC1 nothing',
  ],
  [
    'a group that was reworded',
    'test/a.test.js',
    grouped('small', 'IP-1/AC1 adds'),
    junit(`passed ${FILE} name="large &gt; IP-1/AC1 adds"`),
    'AC1 nothing',
  ],
  [
    'the name of a function',
    'tests/test_a.py',
    'def test_IP_1__AC1_adds():\n    f()\n',
    junit('passed classname="tests.test_a" name="test_IP_1__AC1_takes"'),
    'AC1 nothing',
  ],
  [
    'a title that goes on when it runs',
    'test/a.test.js',
    js("'IP-1/AC1 adds ' + n"),
    junit(`passed ${FILE} name="IP-1/AC1 adds 1"`, `failed ${FILE} name="IP-1/AC1 adds 2"`),
    'AC1 failed',
  ],
  [
    'a title that goes on when it runs, reworded',
    'test/a.test.js',
    js("'IP-1/AC1 adds ' + n"),
    junit(`passed ${FILE} name="IP-1/AC1 takes 1"`),
    'AC1 nothing',
  ],
  [
    'letters that a tool leaves out',
    'test/a.test.js',
    js("'IP-1/AC1 größe: 1/2'"),
    junit('passed classname="IP 1" name="IP 1 AC1 gr e 1 2"'),
    'AC1 passed',
  ],
  [
    'letters that a tool leaves out, failed',
    'tests/testthat/test-a.R',
    'test_that("IP-1/AC1 größe", {\n  f()\n})\n',
    junit('failed classname="a" name="IP_1_AC1_gre"'),
    'AC1 failed',
  ],
  [
    'letters that a tool leaves out, of another title',
    'test/a.test.js',
    js("'IP-1/AC1 größe: 1/2'"),
    junit('passed classname="IP 1" name="IP 1 AC1 gr e 1 3"'),
    'AC1 nothing',
  ],
  [
    'quotes that a tool leaves out',
    'test/a.bats',
    '@test "IP-1/AC1 says \\"no\\"" {\n  f\n}\n',
    junit('passed suite="a.bats" classname="a.bats" name="IP-1/AC1 says no"'),
    'AC1 passed',
  ],
];

describe('results that name the item of a test', () => {
  for (const [what, path, code, results, outcome] of CASES)
    it(`are of the test if they have its title: ${what}`, () => {
      const found = linkResults({ [path]: code }, { 'results.xml': results });
      assert.equal(found, outcome);
    });
});
