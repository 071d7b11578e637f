import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

/** A linked test `works` in the group `stock`, and one that no link stands on. */
const linked = (criterion: string, title = 'works'): string =>
  `describe('stock', () => {\n  // @verifies IP-1/${criterion}\n  it('${title}', () => {});\n});\n`;
const silent = (group: string, title = 'works'): string => `describe('${group}', () => {\n  it('${title}', () => {});\n});\n`;
const alone = "// @verifies IP-1/AC1\ntest('works', () => {});\n";
/** As jest-junit names no file, and leaves out files that do not load. */
const jest = (...outcomes: readonly string[]): string =>
  junit(...outcomes.map((outcome) => `${outcome} classname="stock works" name="stock works"`));
const tap = (...points: readonly string[]): string =>
  `TAP version 13\n${points.map((point, at) => point.replace('ok', `ok ${at + 1} -`)).join('\n')}\n1..${points.length}\n`;
const feature = (first: string): string => `${first}Feature: Stock\n  @IP-1/AC1\n  Scenario: takes units\n    Given a stock\n`;

/** What may be meant, files, reports in the order of their runs, and what the links get. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: Texts, outcome: string])[] = [
  // One result, two tests.
  [
    'a test of a file without links',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'junit.xml': jest('passed') },
    'AC1 nothing',
  ],
  [
    'another linked test',
    { 'a.test.js': linked('AC1'), 'b.test.js': linked('AC2') },
    { 'junit.xml': jest('passed') },
    'AC1 nothing, AC2 nothing',
  ],
  [
    'a test of another package',
    { 'packages/a/test/i.test.js': alone, 'packages/b/test/i.test.js': "test('works', () => {});\n" },
    { 'results.tap': tap('ok works') },
    'AC1 nothing',
  ],
  [
    'a test with a longer title',
    { 'a.test.js': linked('AC1'), 'b.test.js': "it('stock works', () => {});\n" },
    { 'junit.xml': jest('passed') },
    'AC1 nothing',
  ],
  [
    'a test with fewer groups',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('the stock') },
    { 'results.tap': tap('ok stock works') },
    'AC1 passed',
  ],
  [
    'a test in deeper groups',
    {
      'a.test.js': linked('AC1'),
      'b.test.js': "describe('stock', () => {\n  describe('empty', () => {\n    it('works', () => {});\n  });\n});\n",
    },
    { 'junit.xml': jest('passed') },
    'AC1 passed',
  ],
  [
    'one of several rows',
    { 'a.test.js': linked('AC1', 'adds 1'), 'b.test.js': "describe('stock', () => {\n  it.each([1])('adds %i', () => {});\n});\n" },
    { 'results.tap': tap('ok stock adds 1') },
    'AC1 nothing',
  ],
  [
    'a row of either',
    { 'a.test.js': linked('AC1').replace("it('works'", "it.each([1])('adds %i'"), 'b.test.js': silent('stock', 'adds 1') },
    { 'results.tap': tap('ok stock adds 1') },
    'AC1 nothing',
  ],
  [
    'a test that is switched off',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock').replace('it(', 'it.skip(') },
    { 'junit.xml': jest('passed') },
    'AC1 nothing',
  ],
  [
    'a scenario of another feature',
    { 'features/a.feature': feature(''), 'features/b.feature': 'Feature: Stock\n  Scenario: takes units\n    Given a stock\n' },
    { 'junit.xml': junit('passed classname="Stock" name="takes units"') },
    'AC1 nothing',
  ],
  [
    'a group of that name',
    { 'a.test.js': '// @verifies IP-1/AC1\n' + silent('stock', 'one'), 'b.test.js': silent('stock', 'two') },
    { 'junit.xml': junit('passed classname="stock two" name="stock two"') },
    'AC1 nothing',
  ],
  [
    'a group of that name, of which both ran',
    { 'a.test.js': '// @verifies IP-1/AC1\n' + silent('stock', 'one'), 'b.test.js': silent('stock', 'two') },
    { 'junit.xml': junit('passed classname="stock two" name="stock two"', 'passed classname="stock one" name="stock one"') },
    'AC1 passed',
  ],
  // As many results as tests.
  [
    'each of two that passed',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'junit.xml': jest('passed', 'passed') },
    'AC1 passed',
  ],
  [
    'each of two linked ones that passed',
    { 'a.test.js': linked('AC1'), 'b.test.js': linked('AC2') },
    { 'junit.xml': jest('passed', 'passed') },
    'AC1 passed, AC2 passed',
  ],
  [
    'two of three',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock'), 'c.test.js': silent('stock') },
    { 'junit.xml': jest('passed', 'passed') },
    'AC1 nothing',
  ],
  [
    'one of two that was skipped',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'junit.xml': jest('passed', 'skipped') },
    'AC1 nothing',
  ],
  // A failure may be of either.
  [
    'one of two that failed',
    { 'a.test.js': linked('AC1'), 'b.test.js': linked('AC2') },
    { 'junit.xml': jest('passed', 'failed') },
    'AC1 failed, AC2 failed',
  ],
  [
    'the only one, which failed',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'junit.xml': jest('failed') },
    'AC1 failed',
  ],
  [
    'a test of which an older report names the file',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'x/junit.xml': junit('failed file="a.test.js" classname="stock" name="works"'), 'junit.xml': jest('passed') },
    'AC1 failed',
  ],
  // Nothing but that test.
  [
    'a test of another name',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock', 'breaks') },
    { 'junit.xml': jest('passed') },
    'AC1 passed',
  ],
  ['a test of another group', { 'a.test.js': linked('AC1'), 'b.test.js': silent('cart') }, { 'junit.xml': jest('passed') }, 'AC1 passed'],
  [
    'a test of a package that the report is not of',
    { 'packages/a/test/i.test.js': alone, 'packages/b/test/i.test.js': "test('works', () => {});\n" },
    { 'packages/a/results.tap': tap('ok works') },
    'AC1 passed',
  ],
  [
    'a comment that looks like a test',
    { 'a.test.js': linked('AC1'), 'b.test.js': "/* describe('stock', () => { it('works', () => {}); }); */\n" },
    { 'junit.xml': jest('passed') },
    'AC1 passed',
  ],
  [
    'a test whose file the result names',
    { 'a.test.js': linked('AC1'), 'b.test.js': silent('stock') },
    { 'junit.xml': junit('passed file="a.test.js" classname="stock" name="works"') },
    'AC1 passed',
  ],
];

describe('a result that names no file', () => {
  for (const [what, tests, reports, outcome] of CASES) {
    it(`gives ${outcome} where it may mean ${what}`, () => assert.equal(linkResults(tests, reports), outcome));
  }
});
