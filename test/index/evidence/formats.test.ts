import assert from 'node:assert/strict';
import { linkResults } from '../../support/index/linkResults.ts';

const CS = `namespace Shop;
public class OrderTests
{
    // @verifies IP-1/AC1
    [Theory]
    [InlineData(1)]
    public void Rejects(int x)
    {
    }

    // @verifies IP-1/AC2
    [Fact(DisplayName = "takes an order")]
    public void Takes()
    {
    }

    // @verifies IP-1/AC3
    [Fact]
    public void RejectsAll()
    {
    }
}
`;
const GO = `package shop

// @verifies IP-1/AC1
func TestReserve(t *testing.T) {
	// @verifies IP-1/AC2
	t.Run("an empty order", func(t *testing.T) {})
}
`;
const FEATURE = `Feature: Cart

  # @verifies IP-1/AC1
  Scenario: Takes an item
    Given a cart

  # @verifies IP-1/AC2
  Scenario Outline: Takes <n> items
    Given <n> items

    Examples:
      | n |
      | 2 |
`;
const PLAYWRIGHT = `test.describe('Login', () => {
  // @verifies IP-1/AC1
  test('works', async ({ page }) => {});
});
// @verifies IP-1/AC2
test('works', async ({ page }) => {});
`;
const PY = `class TestOrders:
    # @verifies IP-1/AC1
    @pytest.mark.parametrize("x", [1, 2])
    def test_rejects(self, x):
        pass

    # @verifies IP-1/AC2
    def test_takes(self):
        pass
`;
const RUST = `mod tests {
    // @verifies IP-1/AC1
    #[test]
    fn adds() {}

    // @verifies IP-1/AC2
    #[test]
    #[should_panic]
    fn panics() {}
}
`;
const BOOST = `BOOST_AUTO_TEST_SUITE(stock)
// @verifies IP-1/AC1
BOOST_AUTO_TEST_CASE(adds) {}
// @verifies IP-1/AC2
BOOST_AUTO_TEST_CASE(fails) {}
BOOST_AUTO_TEST_SUITE_END()
`;
const MOCHA = `describe('Stock', () => {
  // @verifies IP-1/AC1
  it('adds', () => {});
  // @verifies IP-1/AC2
  it('later', () => {});
});
`;

const trx = (...results: readonly (readonly [name: string, method: string, outcome: string])[]): string =>
  `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>${results.map(([name, , outcome], at) => `<UnitTestResult testId="${at}" testName="${name}" outcome="${outcome}"/>`).join('')}</Results><TestDefinitions>${results.map(([, method], at) => `<UnitTest id="${at}"><TestMethod className="Shop.OrderTests" name="${method}"/></UnitTest>`).join('')}</TestDefinitions></TestRun>`;
const nunit = (...cases: readonly string[]): string =>
  `<test-run><test-suite type="TestFixture" fullname="Shop.OrderTests">${cases.join('')}</test-suite></test-run>`;
const events = (...lines: readonly object[]): string => lines.map((line) => JSON.stringify(line)).join('\n');
const go = (Action: string, Test?: string): object => ({ Action, Package: 'example.com/shop', ...(Test !== undefined && { Test }) });
const play = (...statuses: readonly string[]): object => ({
  title: 'works',
  ok: true,
  file: 'login.spec.ts',
  tests: statuses.map((status) => ({ status, results: [{ status: status === 'expected' ? 'passed' : 'failed' }] })),
});

/** A format, a test file, a report, and what it says of the links. */
const CASES: readonly (readonly [what: string, path: string, code: string, report: string, found: string])[] = [
  [
    'TRX of xUnit.net',
    'tests/OrderTests.cs',
    CS,
    trx(
      ['Shop.OrderTests.Rejects(x: 1)', 'Rejects', 'Passed'],
      ['Shop.OrderTests.Rejects(x: 2)', 'Rejects', 'Failed'],
      ['takes an order', 'Takes', 'Passed'],
      ['Shop.OrderTests.RejectsAll', 'RejectsAll', 'NotExecuted'],
    ),
    'AC1 failed, AC2 passed, AC3 skipped',
  ],
  [
    'TRX of another class',
    'tests/OrderTests.cs',
    CS,
    trx(['Rejects', 'Rejects', 'Passed']).replace('Shop.OrderTests', 'Shop.CartTests'),
    'AC1 nothing, AC2 nothing, AC3 nothing',
  ],
  [
    'xUnit.net XML',
    'tests/OrderTests.cs',
    CS,
    '<assemblies><assembly run-date="2026-11-20"><collection><test name="Shop.OrderTests.Rejects(x: 1)" type="Shop.OrderTests" method="Rejects" result="Pass"/><test name="takes an order" type="Shop.OrderTests" method="Takes" result="Fail"/></collection></assembly></assemblies>',
    'AC1 passed, AC2 failed, AC3 nothing',
  ],
  [
    'a class of xUnit.net whose fixture threw',
    'tests/OrderTests.cs',
    CS,
    '<assemblies><assembly run-date="2026-11-20"><errors><error type="test-class-cleanup" name="Shop.OrderTests"/></errors><collection><test name="Shop.OrderTests.Rejects(x: 1)" type="Shop.OrderTests" method="Rejects" result="Pass"/></collection></assembly></assemblies>',
    'AC1 failed, AC2 failed, AC3 failed',
  ],
  [
    'NUnit XML',
    'tests/OrderTests.cs',
    CS,
    nunit(
      '<test-case name="Rejects(1)" fullname="Shop.OrderTests.Rejects(1)" methodname="Rejects" classname="Shop.OrderTests" result="Passed"/>',
      '<test-case name="Takes" methodname="Takes" classname="Shop.OrderTests" result="Inconclusive"/>',
    ),
    'AC1 passed, AC2 skipped, AC3 nothing',
  ],
  [
    'a fixture of NUnit whose tear-down threw',
    'tests/OrderTests.cs',
    CS,
    nunit('<test-case name="Rejects(1)" methodname="Rejects" classname="Shop.OrderTests" result="Passed"/>').replace(
      '<test-suite ',
      '<test-suite result="Failed" site="TearDown" ',
    ),
    'AC1 failed, AC2 failed, AC3 failed',
  ],
  [
    'NUnit 2 XML',
    'tests/OrderTests.cs',
    CS,
    '<test-results not-run="0"><test-suite name="OrderTests"><test-case name="Shop.OrderTests.Rejects(1)" executed="True" result="Success"/><test-case name="Shop.OrderTests.Takes" executed="True" result="Error"/></test-suite></test-results>',
    'AC1 passed, AC2 failed, AC3 nothing',
  ],
  [
    'go test',
    'shop/shop_test.go',
    GO,
    events(
      go('run', 'TestReserve'),
      go('run', 'TestReserve/an_empty_order'),
      go('fail', 'TestReserve/an_empty_order'),
      go('fail', 'TestReserve'),
      go('fail'),
    ),
    'AC1 failed, AC2 failed',
  ],
  ['a package of Go that is not built', 'shop/shop_test.go', GO, events(go('start'), go('fail')), 'AC1 failed, AC2 failed'],
  [
    'Cucumber JSON',
    'features/cart.feature',
    FEATURE,
    JSON.stringify([
      {
        keyword: 'Feature',
        name: 'Cart',
        uri: 'features/cart.feature',
        elements: [
          { name: 'Takes an item', steps: [{ result: { status: 'passed' } }] },
          { name: 'Takes 2 items', steps: [{ result: { status: 'undefined' } }] },
        ],
      },
    ]),
    'AC1 passed, AC2 skipped',
  ],
  [
    'Cucumber messages',
    'features/cart.feature',
    FEATURE,
    events(
      { meta: {} },
      { gherkinDocument: { feature: { name: 'Cart', children: [{ scenario: { id: 's' } }] } } },
      { pickle: { id: '1', uri: 'features/cart.feature', name: 'Takes 2 items', astNodeIds: ['s', 'r'], steps: [{}] } },
      { testCase: { id: '2', pickleId: '1' } },
      { testCaseStarted: { id: '3', testCaseId: '2' } },
      { testStepFinished: { testCaseStartedId: '3', testStepResult: { status: 'FAILED' } } },
      { testCaseFinished: { testCaseStartedId: '3' } },
      { testRunFinished: {} },
    ),
    'AC1 nothing, AC2 failed',
  ],
  [
    'Playwright JSON',
    'e2e/login.spec.ts',
    PLAYWRIGHT,
    JSON.stringify({
      config: { rootDir: '/repo/e2e' },
      suites: [{ file: 'login.spec.ts', specs: [play('expected')], suites: [{ title: 'Login', specs: [play('expected', 'unexpected')] }] }],
    }),
    'AC1 failed, AC2 passed',
  ],
  [
    'pytest JSON',
    'tests/test_orders.py',
    PY,
    JSON.stringify({
      created: 1,
      exitcode: 1,
      root: '/repo',
      tests: [
        { nodeid: 'tests/test_orders.py::TestOrders::test_rejects[1]', outcome: 'passed', call: { outcome: 'passed' } },
        { nodeid: 'tests/test_orders.py::TestOrders::test_rejects[2]', outcome: 'failed' },
        { nodeid: 'tests/test_orders.py::TestOrders::test_takes', outcome: 'passed', call: { outcome: 'passed' } },
      ],
    }),
    'AC1 failed, AC2 passed',
  ],
  [
    'a module that pytest cannot import',
    'tests/test_orders.py',
    PY,
    JSON.stringify({
      created: 1,
      exitcode: 2,
      root: '/repo',
      collectors: [{ nodeid: 'tests/test_orders.py', outcome: 'failed' }],
      tests: [],
    }),
    'AC1 failed, AC2 failed',
  ],
  [
    'libtest JSON',
    'src/stock.rs',
    RUST,
    '{ "type": "suite", "event": "started", "test_count": 2 }\n{ "type": "test", "event": "ok", "name": "stock::tests::adds" }\n{ "type": "test", "event": "failed", "name": "stock::tests::panics - should panic" }\n{ "type": "suite", "event": "failed" }\n',
    'AC1 passed, AC2 failed',
  ],
  [
    'cargo-nextest JSON',
    'src/stock.rs',
    RUST,
    '{"type":"suite","event":"started","test_count":2}\n{"type":"test","event":"ok","name":"shop$stock::tests::adds"}\n{"type":"suite","event":"ok"}\n',
    'AC1 passed, AC2 nothing',
  ],
  [
    'a suite of Boost.Test whose fixture threw',
    'test/stock.cpp',
    BOOST,
    '<TestLog><TestSuite name="Shop"><TestSuite name="stock" file="test/stock.cpp"><TestCase name="adds" file="test/stock.cpp"/><Exception/></TestSuite></TestSuite></TestLog>',
    'AC1 failed, AC2 failed',
  ],
  [
    'mocha JSON',
    'test/stock.js',
    MOCHA,
    JSON.stringify({
      stats: { passes: 1 },
      passes: [{ title: 'adds', fullTitle: 'Stock adds', file: '/repo/test/stock.js' }],
      pending: [{ title: 'later', fullTitle: 'Stock later', file: '/repo/test/stock.js' }],
      failures: [],
    }),
    'AC1 passed, AC2 skipped',
  ],
  [
    'a hook of mocha',
    'test/stock.js',
    MOCHA,
    JSON.stringify({
      stats: { passes: 0 },
      passes: [],
      failures: [{ title: '"before all" hook for "adds"', fullTitle: 'Stock "before all" hook for "adds"', file: '/repo/test/stock.js' }],
    }),
    'AC1 failed, AC2 failed',
  ],
];

describe('results of every format', () => {
  for (const [what, path, code, report, found] of CASES) {
    it(`meet links: ${what}`, () => assert.equal(linkResults({ [path]: code }, { 'report.any': report }, ['go.mod']), found));
  }
});
