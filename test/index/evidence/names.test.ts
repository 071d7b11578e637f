import assert from 'node:assert/strict';
import { linkResults } from '../../support/index/linkResults.ts';

const suite = (attributes: string, ...cases: string[]): string =>
  `<testsuites><testsuite ${attributes}>${cases.join('')}</testsuite></testsuites>`;
const failed = (attributes: string): string => `<testcase ${attributes}><failure/></testcase>`;
const passed = (attributes: string): string => `<testcase ${attributes}/>`;

const NESTED = `class MoreTest {
  @Nested
  class WhenFull {
    // @verifies IP-1/AC1
    @Test
    void works() {
    }
  }
  @Nested
  class WhenEmpty {
    // @verifies IP-1/AC2
    @Test
    void works() {
    }
  }
}
`;
const GO = `package stock

// @verifies IP-1/AC1
func (s *StockSuite) TestReserve() {}

func TestStock(t *testing.T) {
	t.Run("outer", func(t *testing.T) {
		// @verifies IP-1/AC2
		t.Run("inner one", func(t *testing.T) {})
	})
	// @verifies IP-1/AC3
	t.Run("AC2: a/b", func(t *testing.T) {})
}
`;
const FEATURE = 'Feature: Stock\n  @IP-1/AC1\n  Scenario: Takes 2 units\n    Given x\n';
const CATCH = '// @verifies IP-1/AC1\nTEST_CASE("adds", "[x]") { SECTION("one") {} }\n';

/** Tool and what is shown, path, code, results, and what the links get. */
const CASES: readonly (readonly [what: string, path: string, code: string, results: string, outcome: string])[] = [
  [
    'suites of testify and subtests in subtests',
    'stock/stock_test.go',
    GO,
    suite(
      'name="ex.org/shop/stock"',
      ...['TestStockSuite/TestReserve', 'TestStock/outer/inner_one', 'TestStock/AC2:_a/b'].map((name) =>
        failed(`classname="ex.org/shop/stock" name="${name}"`),
      ),
    ),
    'AC1 failed, AC2 failed, AC3 failed',
  ],
  [
    'nested classes of Surefire',
    'src/test/java/shop/MoreTest.java',
    NESTED,
    suite(
      'name="shop.MoreTest"',
      failed('classname="shop.MoreTest$WhenFull" name="works"'),
      passed('classname="shop.MoreTest$WhenEmpty" name="works"'),
    ),
    'AC1 failed, AC2 passed',
  ],
  [
    'a class that Surefire displays under another name',
    'src/test/java/shop/MoreTest.java',
    'class MoreTest {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n  }\n}\n',
    suite('name="shop.MoreTest"', failed('classname="More of the stock" name="works"')),
    'AC1 failed',
  ],
  [
    'two classes of one file that Surefire displays under other names',
    'src/test/java/shop/MoreTest.java',
    'class MoreTest {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n  }\n}\n',
    suite('name="shop.MoreTest"', passed('classname="More of the stock" name="works"'), passed('classname="when empty" name="works"')),
    'AC1 nothing',
  ],
  [
    'a test of RSpec without a title',
    'spec/stock_spec.rb',
    'RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it { is_expected.to be_full }\n  # @verifies IP-1/AC2\n  it { is_expected.not_to be_full }\n  # @verifies IP-1/AC3\n  it do\n    f\n  end\nend\n',
    suite(
      'name="rspec"',
      failed('classname="spec.stock_spec" name="Stock is expected to be full" file="./spec/stock_spec.rb"'),
      passed('classname="spec.stock_spec" name="Stock is expected not to be full" file="./spec/stock_spec.rb"'),
      passed('classname="spec.stock_spec" name="Stock adds" file="./spec/stock_spec.rb"'),
    ),
    'AC1 failed, AC2 passed, AC3 nothing',
  ],
  [
    'a test of RSpec whose title is made otherwise',
    'spec/stock_spec.rb',
    'RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it { is_expected.to validate_presence_of(:name) }\n  it("adds") { f }\nend\n',
    suite(
      'name="rspec"',
      passed(
        'classname="spec.stock_spec" name="Stock is expected to validate that :name cannot be empty/falsy" file="./spec/stock_spec.rb"',
      ),
      passed('classname="spec.stock_spec" name="Stock adds" file="./spec/stock_spec.rb"'),
    ),
    'AC1 nothing',
  ],
  [
    'subjects of ScalaTest',
    'src/test/scala/StockSpec.scala',
    'class StockSpec extends AnyFlatSpec {\n  "A stock" should "add" in {\n    f()\n  }\n  // @verifies IP-1/AC1\n  it should "take" in {\n    f()\n  }\n  // @verifies IP-1/AC2\n  "A cart" should "add" in {\n    f()\n  }\n}\n',
    suite(
      'name="shop.StockSpec"',
      passed('classname="shop.StockSpec" name="A stock should add"'),
      failed('classname="shop.StockSpec" name="A stock should take"'),
      failed('classname="shop.StockSpec" name="A cart should add"'),
    ),
    'AC1 failed, AC2 nothing',
  ],
  [
    'RSpec.describe of a class',
    'spec/stock_spec.rb',
    "RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it('adds') { }\nend\n",
    suite('name="rspec"', failed('classname="spec.stock_spec" name="Stock adds" file="./spec/stock_spec.rb"')),
    'AC1 failed',
  ],
  [
    'RSpec.describe of a class, where two tests fit',
    'spec/stock_spec.rb',
    "RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it('adds') { }\nend\n",
    suite(
      'name="rspec"',
      passed('classname="spec.stock_spec" name="Stock when empty adds" file="./spec/stock_spec.rb"'),
      passed('classname="spec.stock_spec" name="Stock when full adds" file="./spec/stock_spec.rb"'),
    ),
    'AC1 nothing',
  ],
  [
    'minitest',
    'test/stock_test.rb',
    "describe Stock do\n  # @verifies IP-1/AC1\n  it 'adds' do\n  end\nend\n",
    suite('name="Stock"', failed('name="test_0001_adds" classname="Minitest::Result" file="test/stock_test.rb"')),
    'AC1 failed',
  ],
  [
    'scenarios of pytest-bdd',
    'features/a.feature',
    FEATURE,
    suite('name="pytest"', failed('classname="tests.test_a" name="test_takes_2_units"')),
    'AC1 failed',
  ],
  [
    'scenarios of pytest-bdd, where two tests fit',
    'features/a.feature',
    FEATURE,
    suite(
      'name="pytest"',
      passed('classname="tests.test_a" name="test_takes_2_units"'),
      passed('classname="tests.test_b" name="test_takes_2_units"'),
    ),
    'AC1 nothing',
  ],
  [
    'scenarios of behave',
    'features/shop/a.feature',
    FEATURE,
    suite('name="shop.a.Stock"', failed('classname="shop.a.Stock" name="Takes 2 units"')),
    'AC1 failed',
  ],
  [
    'scenarios of Cucumber',
    'features/a.feature',
    FEATURE,
    suite('name="Cucumber"', failed('classname="Stock" name="Takes 2 units"'), passed('classname="Cart" name="Takes 2 units"')),
    'AC1 failed',
  ],
  [
    'a program of Catch2 that is not called like the file',
    'test/stock_test.cpp',
    CATCH,
    suite('name="tests"', failed('classname="tests.global" name="adds"')),
    'AC1 failed',
  ],
  [
    'a section of Catch2',
    'test/stock_test.cpp',
    CATCH,
    suite('name="tests"', passed('classname="tests.global" name="adds"'), failed('classname="tests.global" name="adds/one"')),
    'AC1 failed',
  ],
  [
    'a test of GoogleTest whose name ends in that of its suite',
    'test/a_test.cc',
    '// @verifies IP-1/AC1\nTEST(Stock, AddsStock) {}\n',
    suite('name="Stock"', failed('name="AddsStock" classname="Stock"')),
    'AC1 failed',
  ],
  [
    'a test of GoogleTest that is called like its suite',
    'test/a_test.cc',
    '// @verifies IP-1/AC1\nTEST(Stock, Stock) {}\n',
    suite('name="Stock"', failed('name="Stock" classname="Stock"')),
    'AC1 failed',
  ],
  [
    'a namespace around a test of GoogleTest',
    'test/a_test.cc',
    'namespace shop {\n// @verifies IP-1/AC1\nTEST(Stock, Adds) {}\n}\n',
    suite('name="Stock"', failed('name="Adds" classname="Stock"')),
    'AC1 failed',
  ],
  [
    'EUnit',
    'test/stock_tests.erl',
    '%% @verifies IP-1/AC1\nfails_test() -> ?assert(false).\n',
    suite(`name="module 'stock_tests'"`, failed('name="stock_tests:0 fails_test"')),
    'AC1 failed',
  ],
  [
    'tests that EUnit generates',
    'test/stock_tests.erl',
    '%% @verifies IP-1/AC1\ntitled_test_() -> x.\n',
    suite(`name="module 'stock_tests'"`, failed('name="stock_tests:10 -titled_test_/0-fun-1- (title)"')),
    'AC1 failed',
  ],
  [
    'titles of Spock that are filled in',
    'src/test/groovy/p/StockSpec.groovy',
    'class StockSpec extends Specification {\n  // @verifies IP-1/AC1\n  def "adds #n"() {\n  }\n}\n',
    suite(
      'name="p.StockSpec"',
      passed('classname="p.StockSpec" name="adds 1"'),
      failed('classname="p.StockSpec" name="adds 2 [n: 2, #1]"'),
    ),
    'AC1 failed',
  ],
  [
    'titles of Spock that are not',
    'src/test/groovy/p/StockSpec.groovy',
    'class StockSpec extends Specification {\n  // @verifies IP-1/AC1\n  def "adds #n"() {\n  }\n}\n',
    suite('name="p.StockSpec"', failed('classname="p.StockSpec" name="adds #n"')),
    'AC1 failed',
  ],
  [
    'jest-junit without files',
    'test/a.test.js',
    "describe('size', () => {\n  // @verifies IP-1/AC1\n  it.skip('x', () => {});\n  // @verifies IP-1/AC2\n  test(`adds ${n} to it`, () => {});\n});\n",
    suite(
      'name="size"',
      failed('classname="size adds 1 to it" name="size adds 1 to it"'),
      passed('classname="size adds 1 to it twice" name="size adds 1 to it twice"'),
    ),
    'AC1 nothing, AC2 failed',
  ],
  [
    'AVA',
    'test/a.test.js',
    "// @verifies IP-1/AC1\ntest('adds', t => {});\n",
    'TAP version 13\nok 1 - b › adds\nnot ok 2 - a › adds\n1..2\n',
    'AC1 failed',
  ],
  [
    'tape',
    'test/a.test.js',
    "// @verifies IP-1/AC1\ntest('adds', (t) => {});\n// @verifies IP-1/AC2\ntest('other', (t) => {});\n",
    'TAP version 13\n# adds\nok 1 should be equal\nnot ok 2 should be 3\n# other\nok 3 (unnamed assert)\n\n1..3\n',
    'AC1 failed, AC2 passed',
  ],
  [
    'karma',
    'test/a.spec.js',
    "describe('Orders', () => {\n  // @verifies IP-1/AC1\n  it('works', () => {});\n});\n",
    suite('name="Chrome 120.0 (Linux)"', failed('classname="Chrome_120_0_(Linux).Orders" name="Orders works"')),
    'AC1 failed',
  ],
];

describe('names of tests in results', () => {
  for (const [what, path, code, results, outcome] of CASES) {
    it(`are told: ${what}`, () => assert.equal(linkResults({ [path]: code }, { 'junit.xml': results }), outcome));
  }
});
