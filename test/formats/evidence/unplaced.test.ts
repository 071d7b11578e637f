import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { inEnglish } from '../../../src/model/message.ts';

const suite = (inner: string): string => `<testsuites><testsuite name="Root Suite">${inner}</testsuite></testsuites>`;
const lost = (name: string): string => `"${name}" failed, and neither a test nor a file is named`;

/** What failed, the report, and what of it is lost. */
const CASES: readonly (readonly [what: string, text: string, lost: string])[] = [
  ['a file, QUnit', 'TAP version 13\nnot ok 1 global failure\n1..1\n', lost('global failure')],
  [
    'a file, QUnit with its error',
    'TAP version 13\nok 1 a > b\nnot ok 2 global failure: Uncaught Error: no\n1..2\n',
    lost('global failure: Uncaught Error: no'),
  ],
  [
    'a hook outside of groups, TAP of Mocha',
    'not ok 1 "before all" hook for "works"\nok 2 b works\n1..2\n',
    lost('"before all" hook for "works"'),
  ],
  [
    'a hook outside of groups, xunit of Mocha',
    `<testsuite name="Mocha Tests"><testcase classname="" name="&quot;after each&quot; hook for &quot;works&quot;"><failure/></testcase></testsuite>`,
    lost('"after each" hook for "works"'),
  ],
  [
    'what nobody caught, Mocha',
    suite('<testcase classname="" name="Uncaught error outside test suite"><failure/></testcase>'),
    lost('Uncaught error outside test suite'),
  ],
  [
    'what nobody caught, Cypress',
    suite('<testcase classname="" name="An uncaught error was detected outside of a test"><failure/></testcase>'),
    lost('An uncaught error was detected outside of a test'),
  ],
  [
    'a hook outside of groups, bun',
    '<testsuites name="bun test"><testcase name="(unnamed)" classname=""><failure/></testcase></testsuites>',
    lost('(unnamed)'),
  ],
  [
    'a hook, jest-junit',
    '<testsuites><testsuite name="undefined"><testcase classname="" name=" Test execution failure: could be caused by test hooks like \'afterAll\'."><failure/></testcase></testsuite></testsuites>',
    lost("Test execution failure: could be caused by test hooks like 'afterAll'."),
  ],
  [
    'a file, jest-junit',
    suite('<testcase classname="Test suite failed to run" name="Test suite failed to run"><error/></testcase>'),
    lost('Test suite failed to run'),
  ],
  [
    'a script, TAP::Formatter::JUnit',
    '<testsuites><testsuite name="db_load_t"><error message="Dubious, test returned 2"/></testsuite></testsuites>',
    lost('db_load_t'),
  ],
  [
    'a test, TAP::Formatter::JUnit',
    '<testsuites><testsuite name="stock_t"><testcase name="2 - fails"><failure/></testcase></testsuite></testsuites>',
    lost('stock_t'),
  ],
  [
    'a test of a suite that is called like a script',
    '<testsuites><testsuite name="stock_t"><testcase name="fails"><failure/></testcase></testsuite></testsuites>',
    '',
  ],
  [
    'a test of no class, minitest-reporters',
    '<testsuite name="Minitest::Result"><testcase classname="Minitest::Result" name="test_x"><failure/></testcase></testsuite>',
    'it has an error that is of no test',
  ],
  [
    'a hook, busted',
    "<testsuites><testsuite name='Run 1 of 2'><error>not today</error><testcase name='a b' classname='spec/a_spec.lua:3'/></testsuite></testsuites>",
    'it has an error that is of no test',
  ],
  ['a test', suite('<testcase classname="" name="works"><failure/></testcase>'), ''],
  ['a file that is named', suite('<testcase classname="Test suite failed to run" name="/repo/test/a.test.js"><error/></testcase>'), ''],
  ['a hook of a group', 'not ok 1 Stock "before all" hook for "works"\n1..1\n', ''],
  [
    'a hook in a file',
    '<testsuite name="Mocha Tests"><testcase classname="" file="/repo/test/a.js" name="&quot;before all&quot; hook"><failure/></testcase></testsuite>',
    '',
  ],
  ['nothing', 'ok 1 "before all" hook for "works"\n1..1\n', ''],
  ['a test whose group is called so', suite('<testcase classname="Global failure handler" name="works"><failure/></testcase>'), ''],
];

describe('a failure that names neither a test nor a file', () => {
  for (const [what, text, expected] of CASES)
    it(`${expected === '' ? 'is none' : 'is a loss'}: ${what}`, () => {
      const { lost = [], problems } = readEvidence('results', text, 0);
      assert.equal(lost.map(inEnglish).join(), expected);
      assert.equal(problems.length, lost.length);
    });
});
