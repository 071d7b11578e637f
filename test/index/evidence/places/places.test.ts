import assert from 'node:assert/strict';
import { junit, linkResults } from '../../../support/index/linkResults.ts';
import type { Texts } from '../../../support/index/linkResults.ts';

/** A test called `works` that verifies one criterion. */
const works = (criterion: string): string => `// @verifies IP-1/${criterion}\ntest('works', () => {});\n`;
const python = (criterion: string): string => `# @verifies IP-1/${criterion}\ndef test_works():\n    pass\n`;
const java = (criterion: string): string =>
  `package shop;\nclass OrderTest {\n  // @verifies IP-1/${criterion}\n  @Test\n  void works() {\n  }\n}\n`;
const go = (criterion: string): string => `package p\n\n// @verifies IP-1/${criterion}\nfunc TestWorks(t *testing.T) {}\n`;
const rust = (criterion: string): string =>
  `#[cfg(test)]\nmod tests {\n    // @verifies IP-1/${criterion}\n    #[test]\n    fn works() {}\n}\n`;
const ruby = (criterion: string): string => `describe 'Stock' do\n  # @verifies IP-1/${criterion}\n  it 'works' do\n  end\nend\n`;

const INDEX: Texts = { 'packages/a/test/index.test.js': works('AC1'), 'packages/b/test/index.test.js': works('AC2') };
const VITEST = 'suite="test/index.test.js" classname="test/index.test.js" name="works"';

const robotTest = (criterion: string): string => `*** Test Cases ***\nAdds One\n    [Tags]    IP-1/${criterion}\n    Log    x\n`;
/** An `output.xml` of Robot Framework: stems of files and how their test went. */
const robot = (...runs: readonly string[]): string =>
  `<robot generator="Robot 7.1"><suite name="Tests" source="/project/tests">${runs
    .flatMap((stem, at) =>
      at % 2 === 0
        ? [
            `<suite name="${stem.replace('my_s', 'My S')}" source="/project/tests/${stem}.robot"><test name="Adds One"><status status="${runs[at + 1] ?? ''}"/></test></suite>`,
          ]
        : [],
    )
    .join('')}</suite></robot>`;
const javaTest = (criterion: string): string =>
  `package shop;\nclass StockTest {\n  // @verifies IP-1/${criterion}\n  @Test\n  void works() {\n  }\n}\n`;
/** A `testng-results.xml`: classes and how their method went. */
const testng = (...runs: readonly string[]): string =>
  `<testng-results><suite name="Suite"><test name="Test">${runs
    .flatMap((name, at) =>
      at % 2 === 0 ? [`<class name="${name}"><test-method name="works" status="${runs[at + 1] ?? ''}"/></class>`] : [],
    )
    .join('')}</test></suite></testng-results>`;

/** What is shown, tests, reports in the order of their runs, what the links get, other files of the project. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: Texts, outcome: string, others?: readonly string[]])[] = [
  [
    'relative paths, by the folder of the report',
    INDEX,
    { 'packages/a/junit.xml': junit(`passed ${VITEST}`), 'packages/b/junit.xml': junit(`failed ${VITEST}`) },
    'AC1 passed, AC2 failed',
  ],
  [
    'relative paths, whichever run is newer',
    INDEX,
    { 'packages/b/junit.xml': junit(`failed ${VITEST}`), 'packages/a/junit.xml': junit(`passed ${VITEST}`) },
    'AC1 passed, AC2 failed',
  ],
  ['relative paths, of one package only', INDEX, { 'packages/a/junit.xml': junit(`passed ${VITEST}`) }, 'AC1 passed, AC2 nothing'],
  [
    'relative paths, from folders below that of the run',
    INDEX,
    { 'packages/a/reports/unit/junit.xml': junit(`passed ${VITEST}`), 'packages/b/coverage/junit.xml': junit(`failed ${VITEST}`) },
    'AC1 passed, AC2 failed',
  ],
  [
    'paths below the root, from a folder of reports',
    INDEX,
    { 'reports/junit.xml': junit('failed file="packages/b/test/index.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'a package in a package',
    { 'test/index.test.js': works('AC1'), 'packages/a/test/index.test.js': works('AC2') },
    { 'junit.xml': junit(`passed ${VITEST}`), 'packages/a/junit.xml': junit(`failed ${VITEST}`) },
    'AC1 passed, AC2 failed',
  ],
  [
    'a package in a package, of which only one ran',
    { 'test/index.test.js': works('AC1'), 'packages/a/test/index.test.js': works('AC2') },
    { 'packages/a/junit.xml': junit(`passed ${VITEST}`) },
    'AC1 nothing, AC2 passed',
  ],
  [
    'the end of a path that one file has',
    { 'a/test/x.test.js': works('AC1') },
    { 'r/j.xml': junit('failed file="test/x.test.js" name="works"') },
    'AC1 failed',
  ],
  ['the end of a path that two files have', INDEX, { 'out/junit.xml': junit(`passed ${VITEST}`) }, 'AC1 nothing, AC2 nothing'],
  [
    'absolute paths of another machine',
    INDEX,
    { 'junit.xml': junit('failed file="/ci/build/packages/b/test/index.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'absolute paths of Windows',
    INDEX,
    { 'junit.xml': junit('failed file="D:\\ci\\packages\\b\\test\\index.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'paths that go up',
    { 'packages/a/test/x.test.js': works('AC1'), 'packages/b/test/x.test.js': works('AC2') },
    { 'packages/b/build/junit.xml': junit('failed file="../test/x.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'addresses of files',
    INDEX,
    { 'packages/b/junit.xml': junit('failed file="file://./test/index.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'a path whose file is gone',
    { 'packages/a/test/x.test.js': works('AC1') },
    { 'packages/b/junit.xml': junit('passed file="/repo/packages/b/test/x.test.js" name="works"') },
    'AC1 nothing',
  ],
  [
    'titles without any path',
    INDEX,
    { 'packages/a/r.tap': '1..1\nok 1 works\n', 'packages/b/r.tap': '1..1\nnot ok 1 works\n' },
    'AC1 passed, AC2 failed',
  ],
  ['titles without any path, of one package only', INDEX, { 'packages/a/r.tap': '1..1\nok 1 works\n' }, 'AC1 passed, AC2 nothing'],
  [
    'titles without any path, beside the tests',
    INDEX,
    { 'packages/a/test/results/r.tap': '1..1\nok 1 works\n' },
    'AC1 passed, AC2 nothing',
  ],
  [
    'classes of Surefire',
    { 'svc1/src/test/java/shop/OrderTest.java': java('AC1'), 'svc2/src/test/java/shop/OrderTest.java': java('AC2') },
    {
      'svc1/target/surefire-reports/TEST-shop.OrderTest.xml': junit('passed classname="shop.OrderTest" name="works"'),
      'svc2/target/surefire-reports/TEST-shop.OrderTest.xml': junit('failed classname="shop.OrderTest" name="works"'),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'classes, of one service only',
    { 'svc1/src/test/java/shop/OrderTest.java': java('AC1'), 'svc2/src/test/java/shop/OrderTest.java': java('AC2') },
    { 'svc1/target/surefire-reports/TEST-shop.OrderTest.xml': junit('passed classname="shop.OrderTest" name="works"') },
    'AC1 passed, AC2 nothing',
  ],
  [
    'classes of which nothing tells one from the other',
    { 'svc1/src/test/java/shop/OrderTest.java': java('AC1'), 'svc2/src/test/java/shop/OrderTest.java': java('AC2') },
    { 'all/TEST-shop.OrderTest.xml': junit('passed classname="shop.OrderTest" name="works"') },
    'AC1 nothing, AC2 nothing',
  ],
  [
    'a class that has a namesake without annotations',
    { 'svc1/src/test/java/shop/OrderTest.java': java('AC1') },
    { 'svc2/build/test-results/test/TEST-shop.OrderTest.xml': junit('passed classname="shop.OrderTest" name="works"') },
    'AC1 nothing',
    ['svc2/src/test/java/shop/OrderTest.java'],
  ],
  [
    'sets of tests of one module, by the folder that has their name',
    { 'src/test/java/shop/OrderTest.java': java('AC1'), 'src/slowTest/java/shop/OrderTest.java': java('AC2') },
    {
      'build/test-results/test/TEST-shop.OrderTest.xml': junit('passed classname="shop.OrderTest" name="works"'),
      'build/test-results/slowTest/TEST-shop.OrderTest.xml': junit('failed classname="shop.OrderTest" name="works"'),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'modules of Python',
    { 'py1/tests/test_m.py': python('AC1'), 'py2/tests/test_m.py': python('AC2') },
    {
      'py1/junit.xml': junit('passed classname="tests.test_m" name="test_works"'),
      'py2/junit.xml': junit('failed classname="tests.test_m" name="test_works"'),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'modules of Python with their package',
    { 'py1/tests/test_m.py': python('AC1'), 'py2/tests/test_m.py': python('AC2') },
    { 'junit.xml': junit('failed classname="py2.tests.test_m" name="test_works"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'modules of Python of which nothing tells one from the other',
    { 'py1/tests/test_m.py': python('AC1'), 'py2/tests/test_m.py': python('AC2') },
    { 'junit.xml': junit('passed classname="tests.test_m" name="test_works"') },
    'AC1 nothing, AC2 nothing',
  ],
  [
    'packages of Go',
    { 'svc1/p/p_test.go': go('AC1'), 'svc2/p/p_test.go': go('AC2') },
    {
      'svc1/junit.xml': junit('passed suite="example.com/p" classname="example.com/p" name="TestWorks"'),
      'svc2/junit.xml': junit('failed suite="example.com/p" classname="example.com/p" name="TestWorks"'),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'packages of Go with the path of the module',
    { 'svc1/p/p_test.go': go('AC1'), 'svc2/p/p_test.go': go('AC2') },
    { 'junit.xml': junit('failed suite="example.com/svc2/p" classname="example.com/svc2/p" name="TestWorks"') },
    'AC1 nothing, AC2 failed',
  ],
  [
    'packages of Go of which nothing tells one from the other',
    { 'svc1/p/p_test.go': go('AC1'), 'svc2/p/p_test.go': go('AC2') },
    { 'junit.xml': junit('passed suite="example.com/p" classname="example.com/p" name="TestWorks"') },
    'AC1 nothing, AC2 nothing',
  ],
  [
    'the package of a module of Go',
    { 'stock_test.go': go('AC1'), 'sub/a_test.go': go('AC2') },
    {
      'junit.xml': junit(
        'failed suite="example.com/shop" classname="example.com/shop" name="TestWorks"',
        'passed suite="example.com/shop/sub" classname="example.com/shop/sub" name="TestWorks"',
      ),
    },
    'AC1 failed, AC2 passed',
    ['go.mod'],
  ],
  [
    'the package of a module of Go that did not run',
    { 'stock_test.go': go('AC1'), 'sub/a_test.go': go('AC2') },
    { 'junit.xml': junit('passed suite="example.com/shop/sub" classname="example.com/shop/sub" name="TestWorks"') },
    'AC1 nothing, AC2 passed',
    ['go.mod'],
  ],
  [
    'the package of a module of Go in a folder',
    { 'svc/a_test.go': go('AC1') },
    { 'svc/junit.xml': junit('failed suite="example.com/shop" classname="example.com/shop" name="TestWorks"') },
    'AC1 failed',
    ['svc/go.mod'],
  ],
  [
    'two modules of Go of which nothing tells one from the other',
    { 'svc1/a_test.go': go('AC1'), 'svc2/a_test.go': go('AC2') },
    { 'junit.xml': junit('passed suite="example.com/shop" classname="example.com/shop" name="TestWorks"') },
    'AC1 nothing, AC2 nothing',
    ['svc1/go.mod', 'svc2/go.mod'],
  ],
  [
    'the files of testthat',
    {
      'tests/testthat/test-stock.R': '# @verifies IP-1/AC1\ntest_that("adds one: x", {\n})\n',
      'tests/testthat/test-b.R': '# @verifies IP-1/AC2\ntest_that("adds one: x", {\n})\n',
    },
    { 'junit.xml': junit('passed suite="b" classname="b" name="adds_one_x"') },
    'AC1 nothing, AC2 passed',
  ],
  [
    'modules of Elixir',
    { 'test/stock_test.exs': 'defmodule Shop.StockTest do\n  # @verifies IP-1/AC1\n  test "one" do\n  end\nend\n' },
    {
      '_build/junit.xml': junit(
        'failed classname="Elixir.Shop.StockTest" name="test one"',
        'passed classname="Elixir.Shop.CartTest" name="test one"',
      ),
    },
    'AC1 failed',
  ],
  [
    'suites of Robot Framework',
    { 'tests/my_stock.robot': '*** Test Cases ***\nAdds One\n    [Tags]    IP-1/AC1\n    Log    x\n' },
    { 'xunit.xml': junit('failed classname="Tests.My Stock" name="Adds One"', 'passed classname="Tests.Cart" name="Adds One"') },
    'AC1 failed',
  ],
  [
    'files of Robot Framework',
    { 'tests/my_stock.robot': robotTest('AC1'), 'tests/cart.robot': robotTest('AC2') },
    { 'output.xml': robot('my_stock', 'FAIL', 'cart', 'PASS') },
    'AC1 failed, AC2 passed',
  ],
  [
    'files of Robot Framework, after a report that passed',
    { 'tests/my_stock.robot': robotTest('AC1') },
    { 'results/xunit.xml': junit('passed classname="Tests.My Stock" name="Adds One"'), 'output.xml': robot('my_stock', 'FAIL') },
    'AC1 failed',
  ],
  [
    'names of suites of Robot Framework, where the files lay elsewhere',
    { 'e2e/my_stock.robot': robotTest('AC1'), 'e2e/cart.robot': robotTest('AC2') },
    { 'output.xml': robot('my_stock', 'FAIL', 'cart', 'PASS') },
    'AC1 failed, AC2 nothing',
  ],
  [
    'classes of TestNG',
    { 'src/test/java/shop/StockTest.java': javaTest('AC1'), 'src/test/java/cart/StockTest.java': javaTest('AC2').replace('shop', 'cart') },
    {
      'target/surefire-reports/testng-results.xml': testng('shop.StockTest', 'FAIL', 'cart.StockTest', 'PASS'),
    },
    'AC1 failed, AC2 passed',
  ],
  [
    'classes of TestNG whose configuration failed, after they passed',
    { 'src/test/java/shop/StockTest.java': javaTest('AC1') },
    {
      'build/TEST-a.xml': junit('passed classname="shop.StockTest" name="works"'),
      'test-output/testng-results.xml': testng('shop.StockTest', 'FAIL').replace('name="works"', 'name="opens" is-config="true"'),
    },
    'AC1 failed',
  ],
  [
    'crates',
    { 'crates/a/src/lib.rs': rust('AC1'), 'crates/b/src/lib.rs': rust('AC2') },
    {
      'target/nextest/junit.xml': junit(
        'passed suite="a" classname="a" name="tests::works"',
        'failed suite="b" classname="b" name="tests::works"',
      ),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'specs of Ruby',
    { 'engines/a/spec/stock_spec.rb': ruby('AC1'), 'engines/b/spec/stock_spec.rb': ruby('AC2') },
    {
      'engines/a/rspec.xml': junit('passed classname="spec.stock_spec" name="Stock works" file="./spec/stock_spec.rb"'),
      'engines/b/rspec.xml': junit('failed classname="spec.stock_spec" name="Stock works" file="./spec/stock_spec.rb"'),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'compiled tests of two packages',
    { 'packages/a/test/x.test.ts': works('AC1'), 'packages/b/test/x.test.ts': works('AC2') },
    {
      'junit.xml': junit(
        'passed file="/repo/packages/a/out/test/x.test.js" name="works"',
        'failed file="/repo/packages/b/out/test/x.test.js" name="works"',
      ),
    },
    'AC1 passed, AC2 failed',
  ],
  [
    'a file of the same name in another folder of the package',
    { 'test/unit/x.test.js': works('AC1'), 'test/e2e/x.test.js': works('AC2') },
    { 'junit.xml': junit('failed file="test/e2e/x.test.js" name="works"') },
    'AC1 nothing, AC2 failed',
  ],
];

describe('results belong to the test', () => {
  for (const [what, tests, reports, outcome, others] of CASES) {
    // @verifies RT-3.2/AC2~f66a8e
    it(`that is told by ${what}`, () => assert.equal(linkResults(tests, reports, others), outcome));
  }
});
