import assert from 'node:assert/strict';
import { junit, outcomes } from '../../support/index/matching.ts';

const JAVA = `class OrderTest {
  // @verifies IP-1/AC1
  @Test
  void accepts() {
  }

  // @verifies IP-1/AC2
  @ParameterizedTest
  void rejects(int count) {
  }

  // @verifies IP-1/AC3
  @Test
  void later() {
  }
}
`;

const PYTHON = `class TestOrders:
    # @verifies IP-1/AC1
    @pytest.mark.parametrize("x", [1, 2])
    def test_rejects(self, x):
        assert x == 1


# @verifies IP-1/AC2
def test_rejects():
    pass
`;

const TYPESCRIPT = `describe('Orders', () => {
  // @verifies IP-1/AC1
  it('rejects', () => {});
  describe('empty', () => {
    // @verifies IP-1/AC2
    it('rejects', () => {});
  });
});
// @verifies IP-1/AC3
it('rejects', () => {});
`;

const GO = `package stock

// @verifies IP-1/AC1
func TestReserve(t *testing.T) {
	// @verifies IP-1/AC2
	t.Run("rejects an empty order", func(t *testing.T) {
	})
}
`;

const RUST = `#[cfg(test)]
mod tests {
    // @verifies IP-1/AC1
    #[test]
    fn rejects() {}
}
`;

const CPP = `// @verifies IP-1/AC1
TEST(StockTest, Rejects) {
}

// @verifies IP-1/AC2
TEST_P(StockTest, Accepts) {
}
`;

const PHP = `<?php
class OrderTest extends TestCase
{
    // @verifies IP-1/AC1
    public function testRejects(int $count): void
    {
    }
}
`;

const CSHARP = `public class OrderTests
{
    // @verifies IP-1/AC1
    [Theory]
    public void Rejects(int count)
    {
    }
}
`;

/** What is shown, path, code, results, and what the links get. */
const CASES: readonly (readonly [what: string, path: string, code: string, results: string, outcome: string])[] = [
  [
    'Surefire',
    'src/test/java/shop/OrderTest.java',
    JAVA,
    junit(
      ['passed', 'classname="shop.OrderTest" name="accepts"'],
      ['passed', 'classname="shop.OrderTest" name="rejects(int)[1]"'],
      ['failed', 'classname="shop.OrderTest" name="rejects(int)[2]"'],
      ['skipped', 'classname="shop.OrderTest" name="later"'],
    ),
    'AC1 passed, AC2 failed, AC3 skipped',
  ],
  [
    'Gradle',
    'src/test/java/shop/OrderTest.java',
    JAVA,
    junit(['failed', 'classname="shop.OrderTest" name="accepts()"'], ['passed', 'classname="shop.OrderTest" name="rejects(int)[1]"']),
    'AC1 failed, AC2 passed, AC3 nothing',
  ],
  [
    'the class of another package',
    'src/test/java/shop/OrderTest.java',
    JAVA,
    junit(['failed', 'classname="bank.AccountTest" name="accepts"']),
    'AC1 nothing, AC2 nothing, AC3 nothing',
  ],
  [
    'two classes of one name',
    'src/test/java/shop/OrderTest.java',
    JAVA,
    junit(['failed', 'classname="bank.OrderTest" name="accepts"'], ['passed', 'classname="shop.OrderTest" name="accepts"']),
    'AC1 passed, AC2 nothing, AC3 nothing',
  ],
  [
    'pytest',
    'tests/test_orders.py',
    PYTHON,
    junit(
      ['passed', 'classname="tests.test_orders.TestOrders" name="test_rejects[1]"'],
      ['failed', 'classname="tests.test_orders.TestOrders" name="test_rejects[2]"'],
      ['passed', 'classname="tests.test_orders" name="test_rejects"'],
    ),
    'AC1 failed, AC2 passed',
  ],
  [
    'pytest with files',
    'tests/test_orders.py',
    PYTHON,
    junit(
      ['skipped', 'file="tests/test_orders.py" classname="tests.test_orders.TestOrders" name="test_rejects[a-b]"'],
      ['failed', 'file="tests/test_other.py" classname="tests.test_other" name="test_rejects"'],
    ),
    'AC1 skipped, AC2 nothing',
  ],
  [
    'Vitest',
    'test/orders.test.ts',
    TYPESCRIPT,
    junit(
      ['passed', 'classname="test/orders.test.ts" name="Orders &gt; rejects"'],
      ['failed', 'classname="test/orders.test.ts" name="Orders &gt; empty &gt; rejects"'],
      ['skipped', 'classname="test/orders.test.ts" name="rejects"'],
    ),
    'AC1 passed, AC2 failed, AC3 skipped',
  ],
  [
    'jest-junit',
    'test/orders.test.ts',
    TYPESCRIPT,
    junit(['failed', 'classname="Orders empty rejects" name="Orders empty rejects"']),
    'AC1 nothing, AC2 failed, AC3 nothing',
  ],
  [
    'mocha',
    'test/orders.test.ts',
    TYPESCRIPT,
    'ok 1 Orders rejects\nnot ok 2 Orders empty rejects\nok 3 rejects # SKIP\n1..3\n',
    'AC1 passed, AC2 failed, AC3 skipped',
  ],
  [
    'node --test',
    'test/orders.test.ts',
    TYPESCRIPT,
    '1..2\n    ok 1 - rejects\n        not ok 1 - rejects\n    not ok 2 - empty\nnot ok 1 - Orders\nok 2 - rejects\n',
    'AC1 passed, AC2 failed, AC3 passed',
  ],
  [
    'Jest JSON of compiled tests',
    'test/orders.test.ts',
    TYPESCRIPT,
    JSON.stringify({
      testResults: [
        {
          name: '/repo/out/test/orders.test.js',
          assertionResults: [{ ancestorTitles: ['Orders', 'empty'], title: 'rejects', status: 'failed' }],
        },
      ],
    }),
    'AC1 nothing, AC2 failed, AC3 nothing',
  ],
  [
    'gotestsum',
    'stock/stock_test.go',
    GO,
    junit(
      ['failed', 'classname="example.com/shop/stock" name="TestReserve"'],
      ['failed', 'classname="example.com/shop/stock" name="TestReserve/rejects_an_empty_order"'],
      ['passed', 'classname="example.com/shop/cart" name="TestReserve"'],
    ),
    'AC1 failed, AC2 failed',
  ],
  [
    'gotestsum, of another package',
    'stock/stock_test.go',
    GO,
    junit(['failed', 'classname="example.com/shop/cart" name="TestReserve"']),
    'AC1 nothing, AC2 nothing',
  ],
  [
    'gotestsum, twice',
    'stock/stock_test.go',
    GO,
    junit(['passed', 'classname="example.com/shop/stock" name="TestReserve/rejects_an_empty_order#01"']),
    'AC1 passed, AC2 passed',
  ],
  [
    'cargo-nextest',
    'src/stock.rs',
    RUST,
    junit(['failed', 'classname="shop" name="stock::tests::rejects"'], ['passed', 'classname="shop" name="orders::tests::rejects"']),
    'AC1 failed',
  ],
  [
    'cargo-nextest, of another module',
    'src/stock.rs',
    RUST,
    junit(['failed', 'classname="shop" name="orders::tests::rejects"']),
    'AC1 nothing',
  ],
  ['cargo-nextest, of the crate', 'src/lib.rs', RUST, junit(['failed', 'classname="shop" name="tests::rejects"']), 'AC1 failed'],
  [
    'GoogleTest',
    'test/stock_test.cc',
    CPP,
    junit(
      ['failed', 'name="Rejects" file="../test/stock_test.cc" status="run" classname="StockTest"'],
      ['passed', 'name="Accepts/0" value_param="1" classname="Sizes/StockTest"'],
      ['failed', 'name="Accepts/1" value_param="2" classname="Sizes/StockTest"'],
    ),
    'AC1 failed, AC2 failed',
  ],
  [
    'PHPUnit',
    'tests/OrderTest.php',
    PHP,
    junit(
      ['passed', 'name="testRejects with data set #0" file="/repo/tests/OrderTest.php" class="Shop\\OrderTest"'],
      ['failed', 'name="testRejects with data set &quot;two&quot;" file="/repo/tests/OrderTest.php" class="Shop\\OrderTest"'],
    ),
    'AC1 failed',
  ],
  [
    '.NET',
    'Shop.Tests/OrderTests.cs',
    CSHARP,
    junit(
      ['passed', 'classname="Shop.Tests.OrderTests" name="Rejects(count: 1)"'],
      ['failed', 'classname="Shop.Tests.OrderTests" name="Rejects(count: 2)"'],
    ),
    'AC1 failed',
  ],
  [
    'CTest, by the name of the file',
    'test/stock_rejects.c',
    '/* @verifies IP-1/AC1 */\n#include "stock.h"\n',
    junit(['failed', 'name="stock_rejects" classname="stock_rejects"']),
    'AC1 failed',
  ],
  [
    'a group in JavaScript that begins as a package does',
    'test/a.test.js',
    "describe('package.json', () => {\n  // @verifies IP-1/AC1\n  it('is valid', () => {});\n});\n",
    junit(['passed', 'file="test/a.test.js" classname="package.json" name="is valid"']),
    'AC1 passed',
  ],
  [
    'a group in Ruby that begins as a module does, and one of another',
    'spec/orders_spec.rb',
    "describe 'mod of an order' do\n  # @verifies IP-1/AC1\n  it 'is valid' do\n  end\nend\ndescribe 'a stock' do\n  it 'is valid' do\n  end\nend\n",
    junit(['passed', 'file="./spec/orders_spec.rb" classname="spec.orders_spec" name="a stock is valid"']),
    'AC1 nothing',
  ],
  [
    'bats',
    'test/orders.bats',
    '# @verifies IP-1/AC1\n@test "rejects an empty order" {\n}\n',
    '1..1\nnot ok 1 rejects an empty order\n',
    'AC1 failed',
  ],
];

describe('results of tests and the links that they are about', () => {
  for (const [what, path, code, results, outcome] of CASES) {
    // @verifies RT-3.2/AC2~f66a8e
    it(`meet: ${what}`, () => assert.equal(outcomes(path, code, results), outcome));
  }

  it('are found among very many of one name', () => {
    const many = junit(
      ...Array.from({ length: 300 }, (_, at) => [at === 299 ? 'failed' : 'passed', `classname="shop.C${at}Test" name="works"`] as const),
    );
    const code = 'class C299Test {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n  }\n}\n';
    assert.equal(outcomes('src/shop/C299Test.java', code, many), 'AC1 failed');
    const files = junit(
      ...Array.from({ length: 300 }, (_, at) => [at === 299 ? 'failed' : 'passed', `file="test/c${at}.test.ts" name="works"`] as const),
    );
    assert.equal(outcomes('test/c299.test.ts', '// @verifies IP-1/AC1\nit("works", () => {});', files), 'AC1 failed');
  });

  it("are nobody's where very many have one name and nothing tells which is meant", () => {
    const many = Array.from({ length: 300 }, (_, at) => `ok ${at + 1} works\n`).join('');
    assert.equal(outcomes('a.test.ts', '// @verifies IP-1/AC1\nit("works", () => {});', many), 'AC1 nothing');
  });

  it('are those of the newest run', () => {
    const code = '// @verifies IP-1/AC1\nit("works", () => {});';
    const [good, bad] = ['1..1\nok 1 works\n', '1..1\nnot ok 1 works\n'];
    assert.equal(outcomes('a.test.ts', code, bad, good), 'AC1 passed');
    assert.equal(outcomes('a.test.ts', code, good, bad), 'AC1 failed');
    const other = '1..1\nnot ok 1 another\n';
    assert.equal(outcomes('a.test.ts', code, good, other), 'AC1 passed');
  });

  it('are those of the newest run for each test of a group', () => {
    const code = '// @verifies IP-1/AC1\ndescribe("Orders", () => {\n  it("a", () => {});\n  it("b", () => {});\n});';
    const first = '1..2\nnot ok 1 Orders a\nok 2 Orders b\n';
    assert.equal(outcomes('a.test.ts', code, first, '1..1\nok 1 Orders a\n'), 'AC1 passed');
    assert.equal(outcomes('a.test.ts', code, first, '1..1\nok 1 Orders b\n'), 'AC1 failed');
  });
});
