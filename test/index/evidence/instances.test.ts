import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';

const PY = 'tests/test_a.py';
const PYTHON = '# @verifies IP-1/AC1\n@pytest.mark.parametrize("n", [1, 2])\ndef test_rows(n):\n    pass\n';
const PHP = '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1/AC1\n  public function testRows($n) {}\n}\n';
const CS = 'public class ATests\n{\n    // @verifies IP-1/AC1\n    [Theory]\n    public void Rows(int n)\n    {\n    }\n}\n';
const JAVA = 'class ATest {\n  // @verifies IP-1/AC1\n  @ParameterizedTest\n  void rows(String n) {\n  }\n}\n';
const CPP = '// @verifies IP-1/AC1\nTYPED_TEST(Stock, Rows) {}\n';
const JS = "describe('Orders', () => {\n  // @verifies IP-1/AC1\n  test('rows', () => {});\n});\n";
const FEATURE =
  'Feature: Stock\n  @IP-1/AC1\n  Scenario Outline: buys <n> things\n    Given row <n>\n    Examples:\n      | n |\n      | 1 |\n';

/** Of each an instance that passed, one that failed, and the test: the link must be failing whichever comes first. */
const INSTANCES: readonly (readonly [what: string, path: string, code: string, passed: string, failed: string])[] = [
  ['rows of QUnit', 'test/a.test.js', JS, 'classname="Orders" name="rows [0: 1]"', 'classname="Orders" name="rows [1: [2]]"'],
  ['a list in brackets', PY, PYTHON, 'classname="tests.test_a" name="test_rows[ok]"', 'classname="tests.test_a" name="test_rows[a[0]]"'],
  [
    'a type in brackets',
    PY,
    PYTHON,
    'classname="tests.test_a" name="test_rows[x]"',
    'classname="tests.test_a" name="test_rows[list[int]]"',
  ],
  [
    'a bracket that nothing opens',
    PY,
    PYTHON,
    'classname="tests.test_a" name="test_rows[x]"',
    'classname="tests.test_a" name="test_rows[a]b]"',
  ],
  [
    'a bracket that nothing closes',
    PY,
    PYTHON,
    'classname="tests.test_a" name="test_rows[x]"',
    'classname="tests.test_a" name="test_rows[a[b]"',
  ],
  ['subtests', PY, PYTHON, 'classname="tests.test_a" name="test_rows"', 'classname="tests.test_a" name="test_rows [msg] (i=1)"'],
  ['slashes and colons', PY, PYTHON, 'classname="tests.test_a" name="test_rows[x]"', 'classname="tests.test_a" name="test_rows[a::b/c-1]"'],
  [
    'quotes in quotes',
    'tests/ATest.php',
    PHP,
    'class="ATest" name="testRows with data set #0"',
    'class="ATest" name="testRows with data set &quot;a &quot;b&quot;&quot;"',
  ],
  [
    'brackets in quotes',
    'tests/ATest.php',
    PHP,
    'class="ATest" name="testRows with data set &quot;a&quot;"',
    'class="ATest" name="testRows with data set &quot;f(1) [x&quot;"',
  ],
  [
    'calls in arguments',
    'ATests.cs',
    CS,
    'classname="N.ATests" name="Rows(x: 1)"',
    'classname="N.ATests" name="Rows(x: &quot;f(1)&quot;)"',
  ],
  [
    'arguments that are cut',
    'ATests.cs',
    CS,
    'classname="N.ATests" name="Rows(x: 1)"',
    'classname="N.ATests" name="Rows(x: &quot;a)b(&quot;···)"',
  ],
  [
    'whole names',
    'ATests.cs',
    CS,
    'classname="N.ATests" name="N.ATests.Rows(x: 1)"',
    'classname="N.ATests" name="N.ATests.Rows(x: &quot;[&quot;)"',
  ],
  ['types of arguments', 'ATest.java', JAVA, 'classname="p.ATest" name="rows(String)[1]"', 'classname="p.ATest" name="rows(String)[2]"'],
  ['values behind types', 'ATest.java', JAVA, 'classname="p.ATest" name="rows(String)[1] a"', 'classname="p.ATest" name="rows(String)[2]"'],
  ['platforms behind classes', 'ATest.java', JAVA, 'classname="p.ATest" name="rows"', 'classname="p.ATest(H2)" name="rows"'],
  [
    'platforms behind classes, with words',
    'ATest.java',
    JAVA,
    'classname="p.ATest(Postgres 17)" name="rows"',
    'classname="p.ATest(H2)" name="rows"',
  ],
  [
    'types of groups',
    'a_test.cc',
    CPP,
    'suite="Stock/0" classname="Stock/0" name="Rows"',
    'suite="Stock/1" classname="Stock/1" name="Rows"',
  ],
  [
    'types by name',
    'a_test.cc',
    CPP,
    'suite="Stock/int" type_param="int" classname="Stock/int" name="Rows"',
    'suite="Stock/T" type_param="T" classname="Stock/T" name="Rows"',
  ],
  [
    'browsers',
    'a.test.js',
    JS,
    'suite="chromium" file="a.test.js" name="Orders rows"',
    'suite="firefox" file="a.test.js" name="Orders rows"',
  ],
  [
    'rows of behave',
    'features/a.feature',
    FEATURE,
    'classname="a.Stock" name="buys 1 things -- @1.1 "',
    'classname="a.Stock" name="buys 2 things -- @1.2 "',
  ],
  [
    'rows of Cucumber',
    'features/a.feature',
    FEATURE,
    'classname="Stock" name="buys &lt;n&gt; things - #1.1: buys 1 things"',
    'classname="Stock" name="buys &lt;n&gt; things - large - #1.2: buys 2 things"',
  ],
  [
    'rows of Cucumber for Java',
    'features/a.feature',
    FEATURE,
    'classname="Stock" name="buys &lt;n&gt; things - Example #1.1"',
    'classname="Stock" name="buys &lt;n&gt; things - large - Example #1.2"',
  ],
  ['two cases of one name', PY, PYTHON, 'classname="tests.test_a" name="test_rows"', 'classname="tests.test_a" name="test_rows"'],
];

describe('a test of which one instance failed', () => {
  for (const [what, path, code, passed, failed] of INSTANCES) {
    // @verifies RT-3.2/AC3~fb1a24
    it(`is failing: ${what}`, () => {
      const both = [`passed ${passed}`, `failed ${failed}`];
      assert.equal(linkResults({ [path]: code }, { 'junit.xml': junit(...both) }), 'AC1 failed');
      assert.equal(linkResults({ [path]: code }, { 'junit.xml': junit(...both.toReversed()) }), 'AC1 failed');
      assert.equal(linkResults({ [path]: code }, { 'junit.xml': junit(`passed ${passed}`, `passed ${failed}`) }), 'AC1 passed');
    });
  }

  it('is failing while that instance has not passed, whatever others do later', () => {
    const at = (...cases: string[]): string =>
      junit(...cases.map((one) => one.replace(' ', ' classname="tests.test_a" name="test_rows') + '"'));
    const first = at('passed [a]', 'failed [b]');
    const results = (...later: string[]): string =>
      linkResults({ [PY]: PYTHON }, Object.fromEntries([first, ...later].map((text, run) => [`${'x/'.repeat(run)}r.xml`, text])));
    assert.equal(results(at('passed [a]')), 'AC1 failed');
    assert.equal(results(at('passed [b]')), 'AC1 passed');
    assert.equal(results(at('skipped [b]')), 'AC1 failed');
  });
});

describe('a group of which the title is filled in', () => {
  const code = "describe.each([1, 2])('size %i', (n) => {});\n";
  it('shows no result of its own', () => assert.equal(linkResults({ 'a.test.js': code }, { 'r.tap': '1..1\nok 1 size 1 works\n' }), ''));
});
