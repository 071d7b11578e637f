import assert from 'node:assert/strict';
import { linkResults } from '../../support/index/linkResults.ts';

const PATH = 'test/a.test.ts';

/** Titles as Vitest writes them, behind `-` for one that failed, and as jest-junit does, which names neither the file nor where groups end. */
const vitest = (...titles: readonly string[]): string => report(titles, (title) => `classname="${PATH}" name="${title}"`, PATH);
const jest = (...titles: readonly string[]): string => report(titles, (title) => `classname="${title}" name="${title}"`, 'x');

function report(titles: readonly string[], attributes: (title: string) => string, suite: string): string {
  const cases = titles.map((title) => {
    const escaped = title.replace(/^-- /u, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<testcase ${attributes(escaped)}>${title.startsWith('-- ') ? '<failure/>' : ''}</testcase>`;
  });
  return `<testsuites><testsuite name="${suite}">${cases.join('')}</testsuite></testsuites>`;
}

const top = (own: string, ...others: readonly string[]): string =>
  `// @verifies IP-1/AC1\n${own};\n${others.map((other) => `it('${other}', run);\n`).join('')}`;
const group = (name: string, body: string): string => `describe('${name}', () => {\n${body.replaceAll(/^(?=.)/gmu, '  ')}});\n`;

/** What is in the source, what was run, what is said of the test with the link. */
const CASES: readonly (readonly [what: string, code: string, results: string, outcome: string])[] = [
  ['signs instead of others', top("it('a+b', run)", 'a-b'), vitest('a-b'), 'nothing'],
  ['one sign instead of another', top("it('x < 1', run)", 'x > 1'), vitest('x > 1'), 'nothing'],
  ['a sign less', top("it('adds -1', run)", 'adds 1'), vitest('adds 1'), 'nothing'],
  ['a blank instead of a full stop', top("it('reads 1.10', run)", 'reads 1 10'), vitest('reads 1 10'), 'nothing'],
  ['a group in its title', top("it('works', run)", 'a > works'), vitest('a > works'), 'nothing'],
  ['words before it', top("it('works', run)", 'never: works'), vitest('never: works'), 'nothing'],
  ['other quotes', top("it('says `x`', run)", 'says "x"'), vitest('says "x"'), 'nothing'],
  ['an ending of other signs', top("it('is it so?', run)", 'is it so!'), vitest('is it so!'), 'nothing'],
  ['its own result beside that of the other', top("it('a+b', run)", 'a-b'), vitest('a-b', '-- a+b'), 'failed'],
  ['signs that a tool leaves out, and no other test', top("it('a+b', run)", 'c'), vitest('a b'), 'passed'],
  ['its group in the title of another', group('a', top("it('works', run)")) + "it('a > works', run);\n", vitest('-- a > works'), 'failed'],
  ['one of the same title elsewhere', top("it('works', run)") + group('b', "it('works', run);\n"), vitest('works'), 'passed'],

  ['a title that fits its places', group('x', top("it.each([1])('adds %s', run)", 'adds nothing')), vitest('x > adds nothing'), 'nothing'],
  [
    'a title that fits its places, without a file',
    group('x', top("it.each([1])('adds %s', run)", 'adds nothing')),
    jest('x adds nothing'),
    'nothing',
  ],
  ['a title that fits its substitutions', top('test(`adds ${n}`, run)', 'adds 1 and fails'), vitest('adds 1 and fails'), 'nothing'],
  [
    'rows and such a title',
    group('x', top("it.each([1])('adds %s', run)", 'adds nothing')),
    vitest('x > adds nothing', '-- x > adds 1'),
    'failed',
  ],
  ['rows of another with more words', top("it.each([1])('adds %s', run)", 'adds %i to %i'), vitest('-- adds 1 to 2', 'adds 1'), 'passed'],

  ['rows that begin with a place', top("it.each(['a', 'b'])('%s is refused', run)"), vitest('a is refused', '-- b is refused'), 'failed'],
  ['rows that begin with a place of several words', top("it.each(['a b'])('%s is refused', run)"), vitest('a b is refused'), 'passed'],
  [
    'rows that begin with two places',
    top("it.each([['a', 'x']])('%s and %s is refused', run)"),
    vitest('a and x is refused', '-- b c and y is refused'),
    'failed',
  ],
  ['rows with a sign between places', top("it.each([['a', 'x']])('%s > %s is refused', run)"), vitest('-- a > x is refused'), 'failed'],
  ['rows with signs in what fills a place', top("it.each(['/etc'])('%s is refused', run)"), vitest('-- /etc/a.b: c is refused'), 'failed'],
  ['rows of a table', top("it.each`a\n${1}`('$a is refused', run)"), vitest('1 is refused'), 'passed'],
  ['rows of a loop', top('it(`${name} is refused`, run)'), vitest('-- x is refused'), 'failed'],
  ['rows in a group', group('s', top("it.each(['a'])('%s is refused', run)")), vitest('-- s > a is refused'), 'failed'],
  ['rows in a group without a file', group('s', top("it.each(['a'])('%s is refused', run)")), jest('s a is refused'), 'passed'],
  [
    'no rows, but the test of a group',
    top("it.each(['a'])('%s is refused', run)") + group('b', "it('c is refused', run);\n"),
    vitest('b > c is refused'),
    'nothing',
  ],
  [
    'no rows, but the test of a group within',
    group('s', top("it.each(['a'])('%s is refused', run)") + group('b', "it('c', run);\n")),
    vitest('s > b > c is refused'),
    'nothing',
  ],
  ['rows that nothing places', top("it.each(['a'])('%s is refused', run)"), jest('Orders is refused'), 'nothing'],

  [
    'rows that are nothing but places',
    group('sizes', top("it.each(['a', 'b'])('%s', run)")),
    vitest('sizes > a', '-- sizes > b'),
    'failed',
  ],
  [
    'rows that are nothing but places, beside another test',
    group('sizes', top("it.each(['a'])('%s', run)", 'works')),
    vitest('sizes > works'),
    'nothing',
  ],
  [
    'rows that are nothing but places, beside other rows',
    group('sizes', top("it.each(['a'])('%s', run)", 'has %s')),
    vitest('sizes > has a'),
    'nothing',
  ],
  ['rows that are nothing but places, in no group', top("it.each(['a'])('%s', run)"), vitest('-- a'), 'failed'],
  ['no rows that are nothing but places, but those of a group', top("it.each(['a'])('%s', run)"), vitest('b > a'), 'nothing'],
  ['rows that are nothing but places and that nothing places', top("it.each(['a'])('%s', run)"), jest('b'), 'nothing'],
];

describe('A test beside others with nearly its title', () => {
  for (const [what, code, results, outcome] of CASES) {
    it(`has its own results: ${what}`, () => assert.equal(linkResults({ [PATH]: code }, { 'junit.xml': results }), `AC1 ${outcome}`));
  }
});
