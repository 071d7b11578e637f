import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const JAVA = 'package shop;\nabstract class StockContract {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n    check();\n  }\n}\n';
const KOTLIN = 'package shop\nabstract class StockContract {\n  // @verifies IP-1/AC1\n  @Test\n  fun works() {\n    check()\n  }\n}\n';
const CSHARP =
  'public abstract class StockContract\n{\n    // @verifies IP-1/AC1\n    [Fact]\n    public void Works()\n    {\n        Check();\n    }\n}\n';
const PYTHON = 'class StockContract:\n    # @verifies IP-1/AC1\n    def test_works(self):\n        check()\n';
const PHP =
  '<?php\nabstract class StockContract extends TestCase\n{\n    // @verifies IP-1/AC1\n    public function testWorks(): void\n    {\n        check();\n    }\n}\n';
const TYPESCRIPT = 'export abstract class StockContract {\n  // @verifies IP-1/AC1\n  @test\n  works() {\n    check();\n  }\n}\n';

/**
 * What is shown, the file with the test, the report of a class that inherits it. Which class inherits from which nobody knows without reading every file, so that results
 * of such a class say nothing: neither that the test holds nor that it fails.
 */
const CASES: readonly (readonly [what: string, tests: Texts, result: string, others?: readonly string[]])[] = [
  ['Java', { 'src/test/java/shop/StockContract.java': JAVA }, 'classname="shop.SmallStockTest" name="works"'],
  [
    'Java, where the class lies beside it',
    { 'src/test/java/shop/StockContract.java': JAVA },
    'classname="shop.SmallStockTest" name="works"',
    ['src/test/java/shop/SmallStockTest.java'],
  ],
  [
    'Gradle',
    { 'src/test/java/shop/StockContract.java': JAVA },
    'suite="shop.SmallStockTest" classname="shop.SmallStockTest" name="works()"',
  ],
  ['a class in no package', { 'src/test/java/StockContract.java': JAVA }, 'suite="SmallStockTest" classname="SmallStockTest" name="works"'],
  ['a nested class', { 'src/test/java/shop/StockContract.java': JAVA }, 'classname="shop.SmallStockTest$Contract" name="works"'],
  ['Kotlin', { 'src/test/kotlin/shop/StockContract.kt': KOTLIN }, 'classname="shop.SmallStockTest" name="works"'],
  ['C#', { 'test/StockContract.cs': CSHARP }, 'classname="Shop.Tests.SmallStockTests" name="Works"'],
  [
    'C#, with the class in the title',
    { 'test/StockContract.cs': CSHARP },
    'classname="Shop.Tests.SmallStockTests" name="Shop.Tests.SmallStockTests.Works"',
  ],
  ['Python, in another file', { 'tests/contract.py': PYTHON }, 'classname="tests.test_small.TestSmallStock" name="test_works"'],
  [
    'Python, in another file that is named',
    { 'tests/contract.py': PYTHON },
    'classname="TestSmallStock" file="tests/test_small.py" name="test_works"',
    ['tests/test_small.py'],
  ],
  [
    'Python, in that file',
    { 'tests/test_stock.py': `${PYTHON}\n\nclass TestSmallStock(StockContract):\n    pass\n` },
    'classname="tests.test_stock.TestSmallStock" name="test_works"',
  ],
  [
    'PHP',
    { 'tests/StockContract.php': PHP },
    'class="SmallStockTest" classname="SmallStockTest" file="/repo/tests/SmallStockTest.php" name="testWorks"',
    ['tests/SmallStockTest.php'],
  ],
  [
    'PHP, with a namespace',
    { 'tests/StockContract.php': PHP },
    'class="Shop\\Tests\\SmallStockTest" classname="Shop.Tests.SmallStockTest" file="/repo/tests/StockContract.php" name="testWorks"',
  ],
  ['TypeScript', { 'test/stockContract.ts': TYPESCRIPT }, 'suite="SmallStock" classname="SmallStock" name="works"'],
  [
    'TypeScript, where the file of the test is named',
    { 'test/stockContract.ts': TYPESCRIPT },
    'suite="SmallStock" classname="SmallStock" file="test/stockContract.ts" name="works"',
  ],
];

describe('a test that classes inherit', () => {
  for (const [what, tests, result, others = []] of CASES)
    it(`is told nothing by their results: ${what}`, () => {
      const found = ['passed', 'failed'].map((outcome) => linkResults(tests, { 'results.xml': junit(`${outcome} ${result}`) }, others));
      assert.deepEqual(found, ['AC1 nothing', 'AC1 nothing']);
    });

  it('is told by those of its own class', () => {
    const both = junit('passed classname="shop.StockContract" name="works"', 'failed classname="shop.SmallStockTest" name="works"');
    assert.equal(linkResults({ 'src/test/java/shop/StockContract.java': JAVA }, { 'results.xml': both }), 'AC1 passed');
  });
});
