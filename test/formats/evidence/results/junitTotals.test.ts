import assert from 'node:assert/strict';
import { problemsOf } from '../../../support/formats/evidenceBrief.ts';

const CASE = '<testcase classname="test/z.test.js" name="z"/>';
const FAILED = '<testcase classname="test/z.test.js" name="z"><failure/></testcase>';

/** Reports, and what is lost of them: line, counted from 0, and reason. */
const CASES: readonly [what: string, text: string, lost: string][] = [
  [
    'errors without a case',
    '<testsuites tests="0" errors="1">\n<testsuite name="rspec" tests="0" errors="1"/></testsuites>',
    '1: it announces 1 failures more than it tells of',
  ],
  [
    'a failure without a case',
    `<testsuites tests="3" failures="1"><testsuite name="x" tests="3">${CASE}</testsuite></testsuites>`,
    '0: it announces 1 failures more than it tells of',
  ],
  [
    'a failure without a case in the suite',
    `<testsuites>\n<testsuite name="x" failures="1">${CASE}</testsuite></testsuites>`,
    '1: it announces 1 failures more than it tells of',
  ],
  [
    'more failures than cases that failed',
    `<testsuites failures="3"><testsuite name="x">${FAILED}</testsuite></testsuites>`,
    '0: it announces 2 failures more than it tells of',
  ],
  [
    'failures and errors',
    `<testsuite name="x" failures="1" errors="2">${FAILED}</testsuite>`,
    '0: it announces 2 failures more than it tells of',
  ],
  [
    'failures of one of two suites',
    `<testsuites failures="1"><testsuite name="a" failures="1"/>\n<testsuite name="b" failures="0">${CASE}</testsuite></testsuites>`,
    '0: it announces 1 failures more than it tells of',
  ],
  [
    'failures of the second document',
    `<testsuite name="a" failures="1">${FAILED}</testsuite>\n<testsuite name="b" failures="1">${CASE}</testsuite>\n`,
    '1: it announces 1 failures more than it tells of',
  ],
  [
    'an error outside of suites',
    '<testsuites errors="1">\n<error message="could not collect"/></testsuites>',
    '1: it has an error that is of no test',
  ],
  [
    'an error in a suite without a name',
    '<testsuites><testsuite name="">\n<error/></testsuite></testsuites>',
    '1: it has an error that is of no test',
  ],
  [
    'a crash of Karma',
    '<testsuite name="Chrome" tests="0" errors="1" failures="0"><system-err>Disconnected</system-err></testsuite>',
    '0: it announces 1 failures more than it tells of',
  ],
  [
    'an error within pytest',
    '<testsuites><testsuite name="pytest" errors="1"><testcase classname="pytest" name="internal"><error message="internal error"/></testcase></testsuite></testsuites>',
    '0: it has an error that is of no test',
  ],
  [
    'all that failed',
    `<testsuites failures="2" errors="0"><testsuite name="x" failures="2">${FAILED}${FAILED}</testsuite></testsuites>`,
    '',
  ],
  ['a failure by its status', '<testsuite name="x" failures="1"><testcase name="a" status="failed"/></testsuite>', ''],
  ['two failures in one case', '<testsuite name="x" failures="2"><testcase name="a"><failure/><failure/></testcase></testsuite>', ''],
  [
    'a failure and an error of pytest in one case',
    '<testsuite name="x" failures="1" errors="1"><testcase name="a"><failure/><error/></testcase></testsuite>',
    '',
  ],
  ['the same number twice, as mocha had it', `<testsuite name="x" failures="1" errors="1">${FAILED}</testsuite>`, ''],
  [
    'a todo that failed and is counted',
    '<testsuite name="x" failures="1"><testcase name="a"><skipped type="todo"/><failure/></testcase></testsuite>',
    '',
  ],
  ['attempts before the last', '<testsuite name="x" failures="2"><testcase name="a"><failure/><rerunFailure/></testcase></testsuite>', ''],
  ['a suite that failed whole', '<testsuites errors="1"><testsuite name="test/a.test.js" errors="1"><error/></testsuite></testsuites>', ''],
  ['numbers that are none', `<testsuite name="x" failures="" errors="none">${CASE}</testsuite>`, ''],
  [
    'assertions of node-tap',
    `<testsuites name="TAP Tests" failures="3"><testsuite name="a" failures="2">${FAILED}</testsuite></testsuites>`,
    '',
  ],
];

describe('JUnit XML that announces what failed', () => {
  for (const [what, text, lost] of CASES)
    it(`${lost === '' ? 'tells of' : 'loses'} ${what}`, () =>
      assert.equal(
        problemsOf(text)
          .map((one) => one.replace(/malformed-evidence (\d+): .* was lost: (.*)\. Rerun.*/u, '$1: $2'))
          .join(),
        lost,
      ));
});
