import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { linkResults } from '../support/index/linkResults.ts';
import type { Texts } from '../support/index/linkResults.ts';

const PAGE = new URL('../../docs/runners.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');

/** One thing that a runner was seen to write, and what is read of it: the page shows all but the test and what stands around the quote. */
interface Seen {
  readonly runner: string;
  readonly what: string;
  /** What stands in the file with results. */
  readonly quote: string;
  /** The path of the test and its text, with `@verifies IP-1/AC1`. */
  readonly test: Texts;
  /** What stands before and behind the quote. */
  readonly around?: readonly [before: string, behind: string];
  readonly outcome: string;
}

const JS = (code: string, path = 'test/a.test.js'): Texts => ({ [path]: `// @verifies IP-1/AC1\n${code}\n` });
const PY = (code: string): Texts => ({ 'tests/test_a.py': `# @verifies IP-1/AC1\n${code}\n` });
const JAVA: Texts = {
  'src/test/java/shop/MoreTest.java': `class MoreTest {
  @Nested class WhenFull {
    // @verifies IP-1/AC1
    @Test void works() {}
  }
  @Nested class WhenEmpty {
    // @verifies IP-1/AC2
    @Test void works() {}
  }
}
`,
};
const XML = ['<testsuites><testsuite name="', '</testsuite></testsuites>'] as const;
const TAP = ['TAP version 13\n', '\n'] as const;
const PROJECTS = (first: string, second: string): string =>
  `"ok": true, "tests": [{"projectName": "chromium", "expectedStatus": "passed", "status": "${first}", "results": [{"status": "passed"}]}, {"projectName": "webkit", "expectedStatus": "passed", "status": "${second}", "results": [{"status": "failed"}]}]`;

const SEEN: readonly Seen[] = [
  {
    runner: 'Surefire 3.5.4 to 3.5.6',
    what: 'with `rerunFailingTestsCount`, a method that always fails is gone where another `@Nested` class has one of its name that passes',
    quote: '<testcase name="works" classname="shop.MoreTest$WhenEmpty"><flakyFailure/><flakyFailure/></testcase>',
    test: JAVA,
    around: ['<testsuite name="shop.MoreTest">', '</testsuite>'],
    outcome: 'AC1 nothing, AC2 passed',
  },
  {
    runner: 'Surefire 3.5.4 to 3.5.6',
    what: 'a class with `@DisplayName` has it for its name',
    quote: '<testcase name="works" classname="More of the stock"><failure/></testcase>',
    test: { 'src/test/java/shop/MoreTest.java': 'class MoreTest {\n  // @verifies IP-1/AC1\n  @Test void works() {}\n}\n' },
    around: ['<testsuite name="shop.MoreTest">', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'WebdriverIO 9.32.0',
    what: 'letters and signs are gone from titles, and the file is a property',
    quote: '<testcase classname="IP 1" name="AC1 gr e 1 2"><failure/></testcase>',
    test: { 'test/a.test.js': "describe('IP-1', () => {\n  it('AC1 größe: 1/2', () => {});\n});\n" },
    around: [
      '<testsuites><testsuite name="IP 1"><properties><property name="file" value="file://./test/a.test.js"/></properties>',
      '</testsuite></testsuites>',
    ],
    outcome: 'AC1 failed',
  },
  {
    runner: 'TestCafe 3.7.6 with xunit 2.2.3',
    what: '`fixture` is a class; what passed at the second attempt says so in its title',
    quote: '<testcase classname="Shop" file="/p/test/a.js" name="buys (unstable)"/>',
    test: { 'test/a.js': "fixture('Shop');\n// @verifies IP-1/AC1\ntest('buys', async (t) => {});\n" },
    around: ['<testsuite name="x">', '</testsuite>'],
    outcome: 'AC1 passed',
  },
  {
    runner: 'jasmine 7.0.0',
    what: 'a test outside of groups',
    quote: '<testcase classname="focused specs" name="works"><failure/></testcase>',
    test: JS("it('works', () => {});", 'spec/aSpec.js'),
    around: [`${XML[0]}focused specs">`, XML[1]],
    outcome: 'AC1 failed',
  },
  {
    runner: 'jest-junit 17.0.0',
    what: 'an `afterAll` that fails is a case of its own, in a suite with the name of its first group, `undefined` without',
    quote: '<testcase classname="" name=" Test execution failure: could be caused by test hooks like \'afterAll\'."><failure/></testcase>',
    test: { 'test/a.test.js': "describe('two', () => {\n  // @verifies IP-1/AC1\n  it('works', () => {});\n});\n" },
    around: ['<testsuites><testsuite name="one"><testcase classname="two works" name="two works"/>', '</testsuite></testsuites>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'vitest 5.1.2',
    what: 'a `beforeAll` that fails has the name of the inner group only',
    quote: '<testcase classname="test/a.test.js" name="hooks"><failure/></testcase>',
    test: {
      'test/a.test.js':
        "describe('outer', () => {\n  describe('hooks', () => {\n    // @verifies IP-1/AC1\n    it('works', () => {});\n  });\n});\n",
    },
    around: [
      `${XML[0]}test/a.test.js">`,
      '<testcase classname="test/a.test.js" name="outer &gt; hooks &gt; works"><skipped/></testcase></testsuite></testsuites>',
    ],
    outcome: 'AC1 failed',
  },
  {
    runner: 'Playwright 1.65.1',
    what: 'JSON calls a test `ok` that failed in the second project',
    quote: '"ok": true',
    test: JS("test('works', async () => {});", 'tests/a.spec.js'),
    around: [
      '{"config": {"rootDir": "/p/tests"}, "suites": [{"file": "a.spec.js", "title": "a.spec.js", "specs": [{"title": "works", "file": "a.spec.js", "line": 2, ',
      `${PROJECTS('expected', 'unexpected').slice('"ok": true'.length)}}]}], "errors": [], "stats": {"startTime": "2026-01-01T00:00:00.000Z"}}`,
    ],
    outcome: 'AC1 failed',
  },
  {
    runner: 'QUnit 3.0.0',
    what: 'the second test of one name has a blank behind it',
    quote: 'not ok 2 works \n',
    test: JS("QUnit.test('works', () => {});"),
    around: ['TAP version 13\nok 1 works\n', '1..2\n'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'lab 26.0.1',
    what: 'stops at a test of which a hook failed: the plan has more tests',
    quote: '1..2',
    test: JS("lab.test('works', () => {});"),
    around: ['', '\nok 1 (1) others work\n'],
    outcome: 'AC1 nothing',
  },
  {
    runner: 'Deno 2.9.6',
    what: 'tests of `node:test` are in a file of Deno itself',
    quote: '<testcase name="works" classname="ext:deno_node/testing.ts"/>',
    test: JS("it('works', () => {});", 'test/a_test.ts'),
    around: [`${XML[0]}ext:deno_node/testing.ts">`, XML[1]],
    outcome: 'AC1 nothing',
  },
  {
    runner: 'cucumber-js 13.3.0',
    what: 'a scenario of a `Rule`',
    quote: '<testcase classname="Stock" name="part - adds"><failure/></testcase>',
    test: { 'features/a.feature': 'Feature: Stock\nRule: part\n@IP-1/AC1\nScenario: adds\nGiven x\n' },
    around: ['<testsuite name="Cucumber">', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'behave 1.2.6',
    what: 'a row has its table and number behind the title, with a blank',
    quote: '<testcase classname="a.Stock" name="buys 1 things -- @1.1 " status="failed"><failure/></testcase>',
    test: {
      'features/a.feature':
        'Feature: Stock\n  @IP-1/AC1\n  Scenario Outline: buys <n> things\n    Given row <n>\n    Examples:\n      | n |\n      | 1 |\n',
    },
    around: ['<testsuite name="a.Stock">', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'pytest-bdd 5.0.0',
    what: 'a scenario is a function',
    quote: '<testcase classname="tests.test_a" name="test_takes_units"><failure/></testcase>',
    test: {
      'features/a.feature': 'Feature: Stock\n  @IP-1/AC1\n  Scenario: Takes units\n    Given x\n',
      'tests/test_a.py': "from pytest_bdd import scenarios\nscenarios('../features/a.feature')\n",
    },
    around: [`${XML[0]}pytest">`, XML[1]],
    outcome: 'AC1 failed',
  },
  {
    runner: 'pytest 9.0.3',
    what: 'subtests are failures of one case',
    quote: '<testcase classname="tests.test_a" name="test_x"><failure/><failure/></testcase>',
    test: PY('def test_x(subtests): pass'),
    around: [
      '<testsuites name="pytest tests"><testsuite name="pytest" timestamp="2026-01-01T00:00:00.000000+00:00">',
      '</testsuite></testsuites>',
    ],
    outcome: 'AC1 failed',
  },
  {
    runner: 'subunit2junitxml',
    what: 'what cannot be imported',
    quote: '<testcase classname="unittest.loader._FailedTest" name="tests.test_a"><failure/></testcase>',
    test: PY('class A(TestCase):\n    def test_x(self): pass'),
    around: ['<testsuite>', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'rspec_junit_formatter 0.4.1',
    what: 'a file that does not load leaves no case',
    quote: '<testsuite name="rspec" tests="0" errors="0"></testsuite>',
    test: { 'spec/a_spec.rb': "describe 'a' do\n  # @verifies IP-1/AC1\n  it('b') { }\nend\n" },
    outcome: 'AC1 nothing',
  },
  {
    runner: 'rspec_junit_formatter 0.4.1',
    what: 'a group that is a class',
    quote: '<testcase classname="spec.a_spec" name="Stock adds" file="./spec/a_spec.rb"><failure/></testcase>',
    test: { 'spec/a_spec.rb': "RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it('adds') { raise 'no' }\nend\n" },
    around: ['<testsuite name="rspec">', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'EUnit of OTP 25',
    what: 'a test that takes too long is skipped by name',
    quote: '<testcase name="a_tests:0 slow_test"><skipped type="timeout"/></testcase>',
    test: { 'test/a_tests.erl': '%% @verifies IP-1/AC1\nslow_test() -> ok.\n' },
    around: ['<testsuite name="module \'a_tests\'">', '</testsuite>'],
    outcome: 'AC1 failed',
  },
  {
    runner: 'EUnit of OTP 25',
    what: 'a fixture whose set-up fails does not name a test: the module fails',
    quote: '<testcase name="fixture setup [1,5]"><error type="throw"/></testcase>',
    test: {
      'test/a_tests.erl': '%% @verifies IP-1/AC1\nworks_test() -> ok.\n',
      'test/b_tests.erl': '%% @verifies IP-1/AC2\nworks_test() -> ok.\n',
    },
    around: [
      '<testsuites><testsuite name="module \'b_tests\'"><testcase name="b_tests:0 works_test (module \'b_tests\')"/></testsuite><testsuite name="module \'a_tests\'"><testcase name="a_tests:0 works_test"/>',
      '</testsuite></testsuites>',
    ],
    outcome: 'AC1 failed, AC2 passed',
  },
  {
    runner: 'gotestsum 1.8.2 with --rerun-fails',
    what: 'two cases of one name, the failure first',
    quote: '<testcase classname="shop/stock" name="TestFlaky"><failure/></testcase><testcase classname="shop/stock" name="TestFlaky"/>',
    test: { 'stock/a_test.go': 'package stock\n\n// @verifies IP-1/AC1\nfunc TestFlaky(t *testing.T) {}\n' },
    around: [`${XML[0]}shop/stock">`, XML[1]],
    outcome: 'AC1 passed',
  },
  {
    runner: 'testthat 3.1.6 of R',
    what: 'signs are `_`, and letters that are not of ASCII are gone',
    quote: '<testcase classname="stock" name="IP_1_AC1_gr_e"><failure/></testcase>',
    test: { 'tests/testthat/test-stock.R': 'test_that("IP-1/AC1 größe", { expect_true(FALSE) })\n' },
    around: [`${XML[0]}stock">`, XML[1]],
    outcome: 'AC1 failed',
  },
  {
    runner: 'bats 1.8.2',
    what: 'quotes are gone from titles, and colours of the output are references',
    quote: '<testcase classname="a.bats" name="has quotes"><failure>&#27;[31mred</failure></testcase>',
    test: { 'test/a.bats': '# @verifies IP-1/AC1\n@test "has \\"quotes\\"" { false; }\n' },
    around: [`${XML[0]}a.bats">`, XML[1]],
    outcome: 'AC1 failed',
  },
  {
    runner: 'bats 1.8.2',
    what: 'a `/` in `# bats test_tags=` makes all tests of the file vanish',
    quote: '<testsuite name="a.bats" tests="0"></testsuite>',
    test: { 'test/a.bats': '# @verifies IP-1/AC1\n@test "works" { false; }\n' },
    around: [
      '<testsuites>',
      '<testsuite name="b.bats" tests="1"><testcase classname="b.bats" name="begin 8 works"/></testsuite></testsuites>',
    ],
    outcome: 'AC1 nothing',
  },
  {
    runner: 'GoogleTest 1.12.1',
    what: 'a typed test has its type behind the suite',
    quote: '<testcase name="Works" type_param="int" file="test/a_test.cc" classname="Typed/0"><failure/></testcase>',
    test: { 'test/a_test.cc': '// @verifies IP-1/AC1\nTYPED_TEST(Typed, Works) {}\n' },
    around: [`${XML[0]}Typed/0">`, XML[1]],
    outcome: 'AC1 failed',
  },
  {
    runner: 'raku 2022.12',
    what: 'the title of what is left out comes after the directive',
    quote: 'ok 1 - # SKIP adds',
    test: { 't/a.rakutest': "# @verifies IP-1/AC1\nsubtest 'adds' => { ok 1; }\n" },
    around: [TAP[0], '\n1..1\n'],
    outcome: 'AC1 skipped',
  },
  {
    runner: '@web/test-runner 1.0.0 with junit 0.8.0',
    what: 'a test whose `before` failed is written as one that passed; nothing else in the file tells',
    quote: '<testcase name="works" classname="hooked" file="test/a.test.js"/>',
    test: { 'test/a.test.js': "describe('hooked', () => {\n  // @verifies IP-1/AC1\n  it('works', () => {});\n});\n" },
    around: [`${XML[0]}Chrome" failures="0">`, XML[1]],
    outcome: 'AC1 passed',
  },
];

/** What the page shows of a text that is quoted. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll('\n', '')}\``;
}

describe('what runners were seen to write', () => {
  for (const { runner, what, quote, test, around: [before, behind] = ['', ''], outcome } of SEEN)
    it(`is read as ${outcome}: ${runner}, ${what}`, () => {
      const results = `${before}${quote}${behind}`;
      assert.equal(linkResults(test, { 'out/report': results }), outcome);
    });

  it('is in docs/runners.md', () => {
    const rows = SEEN.map(({ runner, what, quote, outcome }) =>
      [runner, what, code(quote), outcome.replace(/^AC1 ([^,]+)$/, '$1').replaceAll('nothing', 'none')].join(' | '),
    );
    const table = ['runner | what | written | is read as', '--- | --- | --- | ---', ...rows].map((row) => `| ${row} |`).join('\n');
    const whole = page.replace(/(?<=<!-- seen -->\n)[\s\S]*?(?=\n<!-- end -->)/, () => table);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(PAGE, whole);
    else assert.equal(page, whole);
    assert.ok(whole.includes(table));
  });
});
