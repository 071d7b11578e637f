import assert from 'node:assert/strict';
import { resultsOf } from '../../../support/formats/evidenceBrief.ts';

const suite = (inner: string, attributes = ''): string => `<testsuites><testsuite ${attributes}>${inner}</testsuite></testsuites>`;
const failed = (attributes: string, element = '<failure/>'): string => `<testcase ${attributes}>${element}</testcase>`;

/** Tool, what it writes, and its results. */
const WHOLES: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'a file that Vitest cannot load',
    suite(failed('classname="test/a.test.js" name="test/a.test.js"', '<failure message="Cannot find"/>'), 'name="test/a.test.js"'),
    ['failed whole file test/a.test.js | '],
  ],
  [
    'a hook of Vitest',
    suite(
      `${failed('classname="test/a.test.js" name="hooks"')}<testcase classname="test/a.test.js" name="REQ-1 &gt; hooks &gt; x"><skipped/></testcase>`,
      'name="test/a.test.js"',
    ),
    ['failed whole group test/a.test.js | hooks > ', 'skipped test/a.test.js | REQ-1 > hooks > x'],
  ],
  [
    'no hook, where a test of the group failed',
    suite(`${failed('name="Orders"')}${failed('name="Orders &gt; x"')}`, 'name="test/a.test.js"'),
    ['failed test/a.test.js | Orders', 'failed test/a.test.js | Orders > x'],
  ],
  [
    'a file that node --test cannot run',
    `<testsuites>${failed('name="/p/test/a.test.mjs" classname="test" file="/p/test/a.test.mjs"')}</testsuites>`,
    ['failed whole file /p/test/a.test.mjs | '],
  ],
  [
    'a file that jest-junit cannot load',
    suite(failed('classname="Test suite failed to run" name="/p/test/a.test.js"', '<error/>'), 'name="x"'),
    ['failed whole file /p/test/a.test.js | '],
  ],
  [
    'a hook of jest-junit',
    suite(
      failed(
        `classname=" Test execution failure: could be caused by test hooks like 'afterAll'." name=" Test execution failure: could be caused by test hooks like 'afterAll'."`,
      ),
      'name="REQ-1"',
    ),
    ['failed whole group REQ-1 > '],
  ],
  [
    'a module that pytest cannot import',
    suite(failed('classname="" name="tests.test_a"', '<error message="collection failure"/>'), 'name="pytest"'),
    ['failed whole file tests.test_a > '],
  ],
  [
    'a class of unittest',
    suite(failed('classname="unittest.suite._ErrorHolder" name="setUpClass (tests.test_a.TestX)"', '<error/>')),
    ['failed whole group tests.test_a.TestX > '],
  ],
  [
    'a module of unittest',
    suite(failed('classname="" name="setUpModule (tests.test_a)"', '<error/>')),
    ['failed whole file tests.test_a > '],
  ],
  [
    'a module that unittest-xml-reporting cannot import',
    suite(
      failed('classname="unittest.loader._FailedTest.tests" name="test_a" file="/usr/lib/python3.11/unittest/loader.py"', '<error/>'),
      'file="unittest/loader.py"',
    ),
    ['failed whole file tests.test_a > '],
  ],
  [
    'a hook of unittest-xml-reporting',
    suite(failed('classname="" name="setUpClass (tests.test_a.TestA)"', '<error/>'), 'file="unittest/suite.py"'),
    ['failed whole group tests.test_a.TestA > '],
  ],
  [
    'an import of unittest',
    suite(failed('classname="unittest.loader._FailedTest" name="tests.test_a"', '<error/>')),
    ['failed whole file tests.test_a > '],
  ],
  [
    'an import of subunit2junitxml',
    suite(failed('classname="" name="unittest.loader._FailedTest.tests.test_a"', '<error/>')),
    ['failed whole file tests.test_a > '],
  ],
  [
    'a class of Surefire',
    suite(failed('name="" classname="shop.OrderTest"', '<error/>'), 'name="shop.OrderTest"'),
    ['failed whole group shop.OrderTest > '],
  ],
  [
    'a class of JUnit 4',
    suite(failed('name="shop.OrderTest" classname="shop.OrderTest"', '<error/>'), 'name="shop.OrderTest"'),
    ['failed whole group shop.OrderTest > '],
  ],
  [
    'a class of Gradle',
    suite(failed('name="initializationError" classname="shop.OrderTest"'), 'name="shop.OrderTest"'),
    ['failed whole group shop.OrderTest > '],
  ],
  [
    'a hook of mocha',
    suite(failed('classname="outer inner" name="&quot;before each&quot; hook for &quot;never&quot;" file="/p/a.test.mjs"')),
    ['failed whole group /p/a.test.mjs | outer inner > '],
  ],
  [
    'a hook of mocha-junit-reporter',
    suite(
      failed(
        'name="outer &quot;before all&quot; hook: setup for &quot;never&quot;" classname="&quot;before all&quot; hook: setup for &quot;never&quot;"',
      ),
      'file="/p/a.test.mjs"',
    ),
    ['failed whole group /p/a.test.mjs | outer > '],
  ],
  [
    'a hook of mocha around all',
    suite(failed('classname="" name="&quot;before all&quot; hook in &quot;{root}&quot;" file="/p/a.test.mjs"')),
    ['failed whole file /p/a.test.mjs | '],
  ],
  [
    'a package of Go',
    suite(failed('classname="example.com/shop" name="TestMain"'), 'name="example.com/shop"'),
    ['failed whole group example.com/shop > '],
  ],
  [
    'a package of Go that does not build',
    suite(failed('classname="example.com/shop" name="[build failed]"', '<error/>'), 'name="example.com/shop"'),
    ['failed whole group example.com/shop > '],
  ],
  [
    'a group of bun',
    suite(failed('name="(unnamed)" classname="part &amp;gt; REQ-1"'), 'name="a.test.js"').replace(
      '<testsuites>',
      '<testsuites name="bun test">',
    ),
    ['failed whole group a.test.js | REQ-1 > part > '],
  ],
  ['an error of a suite', suite('<error message="x"/>', 'name="REQ-1"'), ['failed whole group REQ-1 > ']],
  ['an error of a file', suite('<error message="x"/>', 'name="spec/a_spec.lua"'), ['failed whole file spec/a_spec.lua | ']],
  [
    'what testthat runs outside of tests',
    suite(failed('name="(code run outside of `test_that()`)" classname="stock"', '<error/>'), 'name="stock"'),
    ['failed whole file stock > '],
  ],
];

/** What is told of a single case, the case, its outcome. */
const OUTCOMES: readonly (readonly [what: string, text: string, outcome: string])[] = [
  ['a todo of node --test that fails', failed('name="a"', '<skipped type="todo"/><failure/>'), 'skipped a'],
  ['a test of Catch2 that may fail', failed('name="a"', '<skipped message="TEST_CASE tagged with !mayfail"/><failure/>'), 'skipped a'],
  ['a todo of OUnit', failed('name="a"', '<failure type="OUnit.Todo"/>'), 'skipped a'],
  ['a skipped test whose teardown broke', failed('name="a"', '<skipped/><error/>'), 'failed a'],
  ['a test of EUnit that took too long', failed('name="a"', '<skipped type="timeout"/>'), 'failed a'],
  [
    'a test of CTest without its program',
    failed('name="a" status="notrun"', '<skipped message="Unable to find executable: x"/>'),
    'failed a',
  ],
  ['a skip of node-tap', failed('name="a"', '<properties><property name="skip" value="x"/></properties>'), 'skipped a'],
  ['a todo of node-tap that fails', failed('name="a"', '<failure/><properties><property name="todo" value=""/></properties>'), 'skipped a'],
  ['no skip of node-tap', failed('name="a"', '<properties><property name="skip" value="false"/></properties>'), 'passed a'],
  ['a status alone', failed('name="a" status="failed"', ''), 'failed a'],
  [
    'a test that the pattern of node --test leaves out',
    failed('name="a"', '<skipped type="skipped" message="test name does not match pattern"/>'),
    '',
  ],
  ['a test of EUnit', failed('name="stock_tests:0 fails_test"', ''), 'passed fails_test'],
  ['a test that EUnit generates', failed('name="stock_tests:10 -titled_test_/0-fun-1- (title)"', ''), 'passed titled_test_ (title)'],
  [
    'a test of Pest',
    failed('name="`Stock` → it adds" class="Tests\\ATest" file="tests/ATest.php::`Stock` → it adds"', ''),
    'passed tests/ATest.php | Tests\\ATest > `Stock` → adds',
  ],
  ['a test of ExUnit', failed('name="test adds one" classname="Elixir.Shop.StockTest"', ''), 'passed Elixir.Shop.StockTest > adds one'],
  ['a value of GoogleTest', failed('name="Adds/small" value_param="1" classname="Sizes/Stock"', ''), 'passed Sizes/Stock > Adds[1]'],
  ['the number that minitest gives', failed('name="test_0001_adds one" classname="Minitest::Result"', ''), 'passed adds one'],
  ['a path with a line as a class', failed('name="a" classname="spec/a_spec.lua:12"', ''), 'passed spec/a_spec.lua | a'],
];

/** What only the suite around says. */
const AROUND: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'the file in a property of WebdriverIO',
    suite(`<properties><property name="file" value="file://./test/a.test.js"/></properties>${failed('name="REQ 1 adds"', '')}`),
    ['passed file://./test/a.test.js | REQ 1 adds'],
  ],
  [
    'that bun has the innermost group first',
    suite(failed('name="adds" classname="part &amp;gt; REQ-1"', ''), 'name="a.test.js"').replace(
      '<testsuites>',
      '<testsuites name="bun test">',
    ),
    ['passed a.test.js | REQ-1 > part > adds'],
  ],
];

/** Outcomes of cases of one name in one suite, and of what there is of them. */
const RERUNS: readonly (readonly [what: string, text: string, results: string])[] = [
  ['of Go, run again until it passed', 'example.org/shop TestA failed, passed', 'passed'],
  ['of Go, run again for nothing', 'example.org/shop TestA failed, failed', 'failed, failed'],
  ['of Go, all run twice', 'example.org/shop TestA passed, failed, passed', 'passed, failed, passed'],
  ['of another tool', 'shop.OrderTest TestA failed, passed', 'failed, passed'],
  ['of Go, but not by their names', 'example.org/shop works failed, passed', 'failed, passed'],
];

describe('JUnit XML', () => {
  // @verifies RT-3.2/AC5~7f477a
  for (const [what, text, results] of [...WHOLES, ...AROUND]) it(`tells ${what}`, () => assert.deepEqual(resultsOf(text), results));

  for (const [what, text, outcome] of OUTCOMES) {
    it(`tells ${what}`, () => assert.equal(resultsOf(suite(text)).join(), outcome));
  }

  for (const [what, text, outcomes] of RERUNS) {
    it(`holds two cases of one name for a rerun or for two tests: ${what}`, () => {
      const [name = '', title = '', ...each] = text.replaceAll(',', '').split(' ');
      const cases = each.map((one) => `<testcase classname="${name}" name="${title}">${one === 'failed' ? '<failure/>' : ''}</testcase>`);
      const results = resultsOf(suite(cases.join(''), `name="${name}"`));
      assert.equal(results.map((result) => result.split(' ')[0]).join(', '), outcomes);
    });
  }
});
