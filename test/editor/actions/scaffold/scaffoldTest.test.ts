import assert from 'node:assert/strict';
import { scaffoldTest } from '../../../../src/editor/actions/scaffold/scaffoldTest.ts';
import { applyEdits } from '../../../../src/editor/edits.ts';
import { LineMap } from '../../../../src/text/lineMap.ts';
import { LAUNCH, workspace } from '../../../support/editor/workspace.ts';

const MORE = 'docs/launch#IP-1.1/AC2';

/** The file with the test, `▮` where its body is to be written; or why there is none. */
function scaffolded(path: string, text: string, key = MORE, documents: Record<string, string> = {}): string {
  const { view, reading } = workspace({ 'docs/launch.md': LAUNCH, ...documents, [path]: text });
  const item = view.item(key);
  assert.ok(item);
  const made = scaffoldTest(view, reading, item, path, text);
  if ('refusal' in made) return made.refusal;
  const after = applyEdits(text, made.edits);
  const lines = new LineMap(after);
  assert.match(lines.lineText(made.line), /\S/u, 'a test begins on the line that is told');
  const at = lines.startOf(made.body.line) + made.body.character;
  // It names the item, and does not count before it is written.
  const written = workspace({ 'docs/launch.md': LAUNCH, ...documents, [path]: after.replaceAll('|', '') }).view;
  assert.ok(written.referencesTo(key).some((one) => one.path === path && one.annotation?.declaration?.off !== undefined));
  assert.ok(written.coverage(key).missing.includes('verifies'));
  return `${after.slice(0, at)}▮${after.slice(at)}`;
}

/** What is put in, `…` for what was there. */
function added(text: string, after: string): string {
  let start = 0;
  while (start < text.length && text[start] === after[start]) start += 1;
  let end = 0;
  while (end < text.length - start && text.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.slice(start, after.length - end);
}

describe('scaffoldTest', () => {
  const frameworks: [what: string, path: string, text: string, expected: string][] = [
    [
      'Mocha, behind a group that names nothing else',
      'test/a.test.ts',
      "it('is there', () => {});\n",
      "\nit.skip('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'Mocha, as functions',
      'test/a.test.js',
      "it('a', function () {\n  a();\n});\n",
      "\nit.skip('IP-1.1/AC2 An order of more is rejected', function () {\n  ▮\n});\n",
    ],
    [
      'Vitest, without semicolons',
      'src/a.spec.js',
      'import { test } from "vitest"\n\ntest("a", () => {\n    expect(1)\n})\n',
      '\ntest.skip("IP-1.1/AC2 An order of more is rejected", () => {\n    ▮\n})\n',
    ],
    [
      'Jest',
      'src/a.test.js',
      "jest.mock('./b');\n\ntest('a', () => {\n  b(1);\n});\n",
      "\ntest.skip('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'Jasmine',
      'src/a.spec.js',
      "const a = jasmine.any(Number);\nit('a', () => {});\n",
      "\nxit('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'Playwright',
      'e2e/a.spec.ts',
      "import { test } from '@playwright/test';\ntest('a', async ({ page }) => {});\n",
      "\ntest.skip('IP-1.1/AC2 An order of more is rejected', async ({ page }) => {\n  ▮\n});\n",
    ],
    [
      'Deno',
      'src/a_test.test.ts',
      "Deno.test('a', () => {});\n",
      "\nDeno.test.ignore('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'node:test',
      'test/a.test.mjs',
      "import { test } from 'node:test';\n",
      "\ntest.skip('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'pytest',
      'tests/test_a.py',
      'import pytest\n\n\ndef test_a():\n    assert True\n',
      '\n\n# @verifies IP-1.1/AC2\n@pytest.mark.skip(reason="not written yet")\ndef test_an_order_of_more_is_rejected():\n    ▮pass\n',
    ],
    [
      'pytest, in a class',
      'tests/test_a.py',
      'import pytest\n\n\nclass TestA:\n    def test_a(self):\n        assert True\n',
      '\n    # @verifies IP-1.1/AC2\n    @pytest.mark.skip(reason="not written yet")\n    def test_an_order_of_more_is_rejected(self):\n        ▮pass\n',
    ],
    [
      'unittest',
      'tests/test_a.py',
      'import unittest\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass\n',
      '\n    # @verifies IP-1.1/AC2\n    @unittest.skip("not written yet")\n    def test_an_order_of_more_is_rejected(self):\n        ▮pass\n',
    ],
    [
      'unittest, before what starts the tests',
      'tests/test_a.py',
      'import unittest\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass\n\n\nif __name__ == "__main__":\n    unittest.main()\n',
      '\n    # @verifies IP-1.1/AC2\n    @unittest.skip("not written yet")\n    def test_an_order_of_more_is_rejected(self):\n        ▮pass\n',
    ],
    [
      'unittest, in a class without a test',
      'tests/test_a.py',
      'import unittest\n\nclass A(unittest.TestCase):\n    size = 1\n',
      '\n    # @verifies IP-1.1/AC2\n    @unittest.skip("not written yet")\n    def test_an_order_of_more_is_rejected(self):\n        ▮pass\n',
    ],
    [
      'JUnit',
      'src/test/java/ATest.java',
      'import org.junit.jupiter.api.*;\nclass ATest {\n    @Test\n    void a() {}\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    @Test\n    @Disabled("not written yet")\n    void anOrderOfMoreIsRejected() {\n        ▮\n    }\n',
    ],
    [
      'JUnit 4',
      'src/test/java/ATest.java',
      'import org.junit.Test;\npublic class ATest {\n  @Test\n  public void a() {}\n}\n',
      '\n  // @verifies IP-1.1/AC2\n  @Test\n  @org.junit.Ignore("not written yet")\n  public void anOrderOfMoreIsRejected() {\n    ▮\n  }\n',
    ],
    [
      'TestNG',
      'src/test/java/ATest.java',
      'import org.testng.annotations.Test;\nclass ATest {\n    @Test\n    void a() {}\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    @Test(enabled = false)\n    void anOrderOfMoreIsRejected() {\n        ▮\n    }\n',
    ],
    [
      'JUnit, in a class without a test',
      'src/test/java/ATest.java',
      'import org.junit.jupiter.api.*;\nclass ATest {\n}\n',
      '    // @verifies IP-1.1/AC2\n    @Test\n    @Disabled("not written yet")\n    void anOrderOfMoreIsRejected() {\n        ▮\n    }\n',
    ],
    [
      'JUnit in Kotlin',
      'src/test/kotlin/ATest.kt',
      'import org.junit.jupiter.api.Disabled\nclass ATest {\n    @Test\n    fun a() {}\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    @Test\n    @Disabled("not written yet")\n    fun anOrderOfMoreIsRejected() {\n        ▮\n    }\n',
    ],
    [
      'Go, with a name that is free',
      'a_test.go',
      'package a\n\nfunc TestAnOrderOfMoreIsRejected(t *testing.T) {\n\tt.Log()\n}\n',
      '\n// @verifies IP-1.1/AC2\nfunc TestAnOrderOfMoreIsRejected2(t *testing.T) {\n\tt.Skip("not written yet")\n\t▮\n}\n',
    ],
    [
      'Rust, in the module of tests',
      'tests/a.rs',
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    #[test]\n    #[ignore = "not written yet"]\n    fn an_order_of_more_is_rejected() {\n        ▮\n    }\n',
    ],
    [
      'Rust, outside of every module',
      'tests/a.rs',
      '',
      '// @verifies IP-1.1/AC2\n#[test]\n#[ignore = "not written yet"]\nfn an_order_of_more_is_rejected() {\n    ▮\n}\n',
    ],
    [
      'xUnit.net, in a namespace of a file',
      'tests/StockTests.cs',
      'using Xunit;\n\nnamespace Shop.Tests;\n\npublic class StockTests\n{\n    [Fact]\n    public void A()\n    {\n        B();\n    }\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    [Fact(Skip = "not written yet")]\n    public void AnOrderOfMoreIsRejected()\n    {\n        ▮\n    }\n',
    ],
    [
      'xUnit.net, in a class without a test, in a namespace',
      'tests/StockTests.cs',
      'namespace Shop.Tests\n{\n    public class StockTests\n    {\n    }\n}\n',
      '        // @verifies IP-1.1/AC2\n        [Fact(Skip = "not written yet")]\n        public void AnOrderOfMoreIsRejected()\n        {\n            ▮\n        }\n',
    ],
    [
      'NUnit, with braces behind heads',
      'tests/StockTests.cs',
      'using NUnit.Framework;\n\n/**\n * Tests.\n */\npublic class StockTests {\n  [Test]\n  public void A() {\n    B();\n  }\n}\n',
      '\n  // @verifies IP-1.1/AC2\n  [Test]\n  [Ignore("not written yet")]\n  public void AnOrderOfMoreIsRejected() {\n    ▮\n  }\n',
    ],
    [
      'MSTest',
      'tests/StockTests.cs',
      '[TestClass]\npublic class StockTests\n{\n\t[TestMethod]\n\tpublic void A()\n\t{\n\t}\n}\n',
      '\n\t// @verifies IP-1.1/AC2\n\t[TestMethod]\n\t[Ignore("not written yet")]\n\tpublic void AnOrderOfMoreIsRejected()\n\t{\n\t\t▮\n\t}\n',
    ],
    [
      'PHPUnit',
      'tests/StockTest.php',
      '<?php\n\nuse PHPUnit\\Framework\\TestCase;\n\nfinal class StockTest extends TestCase\n{\n    public function testA(): void\n    {\n        $this->assertTrue(true);\n    }\n}\n',
      "\n    // @verifies IP-1.1/AC2\n    public function testAnOrderOfMoreIsRejected(): void\n    {\n        $this->markTestIncomplete('not written yet');\n        ▮\n    }\n",
    ],
    [
      'PHPUnit, in a class without a test, before what ends the file',
      'tests/StockTest.php',
      '<?php\nclass StockTest extends TestCase\n{\n}\n?>\n',
      "    // @verifies IP-1.1/AC2\n    public function testAnOrderOfMoreIsRejected(): void\n    {\n        $this->markTestIncomplete('not written yet');\n        ▮\n    }\n",
    ],
    [
      'Pest',
      'tests/StockTest.php',
      "<?php\n\ntest('a', function () {\n    expect(true)->toBeTrue();\n});\n",
      "\ntest('IP-1.1/AC2 An order of more is rejected', function () {\n    ▮\n})->skip();\n",
    ],
    [
      'RSpec',
      'spec/stock_spec.rb',
      'RSpec.describe "stock" do\n  it "a" do\n    expect(1).to eq 1\n  end\nend\n',
      '\n  it "IP-1.1/AC2 An order of more is rejected" do\n    skip \'not written yet\'\n    ▮\n  end\n',
    ],
    [
      'RSpec, in a group without a test',
      'spec/stock_spec.rb',
      "require 'spec_helper'\n\nRSpec.describe Stock do\nend\n",
      "  it 'IP-1.1/AC2 An order of more is rejected' do\n    skip 'not written yet'\n    ▮\n  end\n",
    ],
    [
      'Minitest',
      'test/stock_test.rb',
      "require 'minitest/autorun'\n\nclass StockTest < Minitest::Test\n  def test_a\n    assert true\n  end\nend\n",
      "\n  # @verifies IP-1.1/AC2\n  def test_an_order_of_more_is_rejected\n    skip 'not written yet'\n    ▮\n  end\n",
    ],
    [
      'Minitest, in a class without a test, in a module',
      'test/stock_test.rb',
      'module Shop\n  class StockTest < Minitest::Test\n  end\nend\n',
      "    # @verifies IP-1.1/AC2\n    def test_an_order_of_more_is_rejected\n      skip 'not written yet'\n      ▮\n    end\n",
    ],
    [
      'Rails',
      'test/stock_test.rb',
      'class StockTest < ActiveSupport::TestCase\n  test "a" do\n    assert true\n  end\nend\n',
      '\n  test "IP-1.1/AC2 An order of more is rejected" do\n    skip \'not written yet\'\n    ▮\n  end\n',
    ],
    [
      'Dart',
      'test/stock_test.dart',
      "import 'package:test/test.dart';\n\nvoid main() {\n  test('a', () {\n    expect(1, 1);\n  });\n}\n",
      "\n  test('IP-1.1/AC2 An order of more is rejected', () {\n    ▮\n  }, skip: 'not written yet');\n",
    ],
    [
      'Dart, without a test',
      'test/stock_test.dart',
      "import 'package:test/test.dart';\n\nvoid main() {\n}\n",
      "  test('IP-1.1/AC2 An order of more is rejected', () {\n    ▮\n  }, skip: 'not written yet');\n",
    ],
    [
      'Dart, without anything',
      'test/stock_test.dart',
      '',
      "void main() {\n  test('IP-1.1/AC2 An order of more is rejected', () {\n    ▮\n  }, skip: 'not written yet');\n}\n",
    ],
    [
      'Flutter',
      'test/stock_test.dart',
      "void main() {\n  testWidgets('a', (tester) async {\n    expect(1, 1);\n  });\n}\n",
      "\n  testWidgets('IP-1.1/AC2 An order of more is rejected', (tester) async {\n    ▮\n  }, skip: true);\n",
    ],
    [
      'XCTest',
      'Tests/StockTests.swift',
      'import XCTest\n\nfinal class StockTests: XCTestCase {\n    func testA() {\n        XCTAssert(true)\n    }\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    func testAnOrderOfMoreIsRejected() throws {\n        throw XCTSkip("not written yet")\n        ▮\n    }\n',
    ],
    [
      'Swift Testing',
      'Tests/StockTests.swift',
      'import Testing\n\nstruct StockTests {\n    @Test func a() {\n        #expect(true)\n    }\n}\n',
      '\n    // @verifies IP-1.1/AC2\n    @Test(.disabled("not written yet"))\n    func anOrderOfMoreIsRejected() {\n        ▮\n    }\n',
    ],
    [
      'Swift Testing, outside of every type',
      'Tests/StockTests.swift',
      'import Testing\n\n@Test func a() {\n    #expect(true)\n}\n',
      '\n// @verifies IP-1.1/AC2\n@Test(.disabled("not written yet"))\nfunc anOrderOfMoreIsRejected() {\n    ▮\n}\n',
    ],
    [
      'Quick',
      'Tests/StockTests.swift',
      'import Quick\n\nfinal class StockTests: QuickSpec {\n    override class func spec() {\n        it("a") {\n            b()\n        }\n    }\n}\n',
      '\n        xit("IP-1.1/AC2 An order of more is rejected") {\n            ▮\n        }\n',
    ],
    ['an empty file', 'test/a.test.ts', '', "it.skip('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n"],
    [
      'a file without an end of its last line',
      'test/a.test.ts',
      "it('a', f);",
      "\n\nit.skip('IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n",
    ],
    [
      'lines of Windows',
      'test/a.test.ts',
      "it('a', f);\r\n",
      "\r\nit.skip('IP-1.1/AC2 An order of more is rejected', () => {\r\n  ▮\r\n});\r\n",
    ],
  ];
  for (const [what, path, text, expected] of frameworks) {
    it(what, () => {
      const after = scaffolded(path, text);
      assert.ok(after.includes(expected), after);
      assert.equal(after.length, text.length + expected.length, after);
    });
  }

  const PAIR = { 'docs/other.md': LAUNCH.replaceAll('IP-1.2', 'IP-2.2') };
  const places: [what: string, path: string, text: string, documents: Record<string, string>, expected: string][] = [
    [
      'in the group that names the requirement, called as its neighbours are',
      'test/a.test.ts',
      "describe('IP-1.1', () => {\n  it('AC1 all', () => {});\n});\n\ndescribe('IP-1.2', () => {\n  it('b', () => {});\n});\n",
      {},
      "describe('IP-1.1', () => {\n  it('AC1 all', () => {});\n\n  it.skip('AC2 An order of more is rejected', () => {\n    ▮\n  });\n});\n",
    ],
    [
      'in a group that names the requirement with its document',
      'test/a.test.ts',
      "describe('launch#IP-1.1', () => {\n  it('AC1 all', () => {\n    a();\n  });\n});\n",
      PAIR,
      "  });\n\n  it.skip('AC2 An order of more is rejected', () => {\n    ▮\n  });\n});\n",
    ],
    [
      'in a group that names the requirement and has no test of it',
      'test/a.test.ts',
      "describe('IP-1.1', () => {\n  const a = 1;\n});\n",
      {},
      "  const a = 1;\n\n  it.skip('AC2 An order of more is rejected', () => {\n    ▮\n  });\n});\n",
    ],
    [
      'in a group of a group',
      'test/a.test.ts',
      "describe('stock', () => {\n  describe('IP-1.1', () => {\n    it('AC1 all', () => {});\n  });\n});\n",
      {},
      "    it('AC1 all', () => {});\n\n    it.skip('AC2 An order of more is rejected', () => {\n      ▮\n    });\n  });\n",
    ],
    [
      'with the document, where neighbours have it',
      'test/a.test.ts',
      "it('launch#IP-1.1/AC1 all', () => {});\nit('other', () => {});\n",
      {},
      "it('launch#IP-1.1/AC1 all', () => {});\n\nit.skip('launch#IP-1.1/AC2 An order of more is rejected', () => {\n  ▮\n});\n\nit('other'",
    ],
    [
      'with the document, where tests of others have it',
      'test/a.test.ts',
      "it('launch#IP-1.2 all', () => {});\n",
      {},
      "\n\nit.skip('launch#IP-1.1/AC2 An order of more is rejected'",
    ],
    [
      'with the document, where another has the same id',
      'test/a.test.ts',
      "it('a', () => {});\n",
      PAIR,
      "\n\nit.skip('launch#IP-1.1/AC2 An order of more is rejected'",
    ],
    [
      'outside of a group of another requirement',
      'test/a.test.ts',
      "describe('IP-1.2', () => {\n  it('b', () => {});\n});\n",
      {},
      "});\n\nit.skip('IP-1.1/AC2 An order of more is rejected'",
    ],
    [
      'within a group that names no requirement',
      'test/a.test.ts',
      "describe('stock', () => {\n  it('b', () => {});\n});\n",
      {},
      "  it('b', () => {});\n\n  it.skip('IP-1.1/AC2 An order of more is rejected', () => {\n    ▮\n  });\n});\n",
    ],
    [
      'behind a loop and not in it',
      'test/a.test.ts',
      'for (const row of rows) {\n  it(`IP-1.1/AC1 ${row}`, () => {});\n}\nf();\n',
      {},
      '}\n\nit.skip(`IP-1.1/AC2 An order of more is rejected`, () => {\n  ▮\n});\n\nf();\n',
    ],
    [
      'in the class of C# whose methods verify the requirement',
      'tests/Tests.cs',
      'using Xunit;\n\npublic class A\n{\n    // @verifies launch#IP-1.1/AC1\n    [Fact]\n    public void One()\n    {\n    }\n}\n\npublic class B\n{\n    [Fact]\n    public void Two()\n    {\n    }\n}\n',
      {},
      '    public void One()\n    {\n    }\n\n    // @verifies launch#IP-1.1/AC2\n    [Fact(Skip = "not written yet")]\n    public void AnOrderOfMoreIsRejected()\n    {\n        ▮\n    }\n}\n\npublic class B',
    ],
    [
      'in the group of RSpec that names the requirement',
      'spec/a_spec.rb',
      "RSpec.describe 'stock' do\n  describe 'IP-1.1' do\n    it 'AC1 all' do\n      a\n    end\n  end\n\n  describe 'IP-1.2' do\n    it 'b' do\n      a\n    end\n  end\nend\n",
      {},
      "    it 'AC1 all' do\n      a\n    end\n\n    it 'AC2 An order of more is rejected' do\n      skip 'not written yet'\n      ▮\n    end\n  end\n",
    ],
    [
      'in the group around all, behind one of another requirement',
      'spec/a_spec.rb',
      "RSpec.describe 'stock' do\n  describe 'IP-1.2' do\n    it 'b' do\n      a\n    end\n  end\nend\n",
      {},
      "    end\n  end\n\n  it 'IP-1.1/AC2 An order of more is rejected' do\n    skip 'not written yet'\n    ▮\n  end\nend\n",
    ],
    [
      'in the main function of Dart, behind a group of another requirement',
      'test/a_test.dart',
      "void main() {\n  group('IP-1.2', () {\n    test('b', () {\n      a();\n    });\n  });\n}\n",
      {},
      "    });\n  });\n\n  test('IP-1.1/AC2 An order of more is rejected', () {\n    ▮\n  }, skip: 'not written yet');\n}\n",
    ],
    [
      'in the group of Dart that names the requirement',
      'test/a_test.dart',
      "void main() {\n  group('launch#IP-1.1', () {\n    test('AC1 all', () {\n      a();\n    });\n  });\n}\n",
      {},
      "    });\n\n    test('AC2 An order of more is rejected', () {\n      ▮\n    }, skip: 'not written yet');\n  });\n}\n",
    ],
    [
      'in the group of Pest that names the requirement',
      'tests/ATest.php',
      "<?php\n\ndescribe('IP-1.1', function () {\n    it('AC1 all', function () {\n        a();\n    });\n});\n",
      {},
      "    });\n\n    it('AC2 An order of more is rejected', function () {\n        ▮\n    })->skip();\n});\n",
    ],
    [
      'in the class of PHPUnit, with the document as its neighbours',
      'tests/ATest.php',
      '<?php\n\nclass ATest extends TestCase\n{\n    // @verifies launch#IP-1.1/AC1\n    public function testA()\n    {\n        a();\n    }\n\n    private function help()\n    {\n    }\n}\n',
      {},
      '        a();\n    }\n\n    // @verifies launch#IP-1.1/AC2\n    public function testAnOrderOfMoreIsRejected(): void\n    {\n',
    ],
    [
      'in the struct of Swift, behind its neighbours',
      'Tests/ATests.swift',
      'import Testing\n\nstruct A {\n    // @verifies IP-1.1/AC1\n    @Test func a() {\n        b()\n    }\n\n    func help() {}\n}\n',
      {},
      '        b()\n    }\n\n    // @verifies IP-1.1/AC2\n    @Test(.disabled("not written yet"))\n',
    ],
    [
      'in the class of its neighbours',
      'tests/test_a.py',
      'import unittest\n\nclass A(unittest.TestCase):\n    # @verifies IP-1.1/AC1\n    def test_a(self):\n        pass\n\nclass B(unittest.TestCase):\n    def test_b(self):\n        pass\n',
      {},
      '    def test_a(self):\n        pass\n\n    # @verifies IP-1.1/AC2\n    @unittest.skip("not written yet")\n    def test_an_order_of_more_is_rejected(self):\n        ▮pass\n\nclass B',
    ],
    [
      'with the document in a comment, where neighbours have it',
      'tests/test_a.py',
      'import pytest\n\n\n# @verifies launch#IP-1.1/AC1\ndef test_a():\n    pass\n',
      {},
      '\n# @verifies launch#IP-1.1/AC2\n@pytest.mark.skip',
    ],
    [
      'with what it has to import, below the other imports',
      'tests/test_a.py',
      '"""Tests."""\nimport os\n\n\ndef test_a():\n    pass\n',
      {},
      'import os\nimport pytest\n\n\ndef test_a',
    ],
    [
      'with what it has to import, below what has to stand first',
      'tests/test_a.py',
      '#!/usr/bin/env python3\n"""Tests."""\n\ndef test_a():\n    pass\n',
      {},
      '"""Tests."""\nimport pytest\n',
    ],
  ];
  for (const [what, path, text, documents, expected] of places) {
    it(`stands ${what}`, () => {
      const after = scaffolded(path, text, MORE, documents);
      assert.ok(after.includes(expected), after);
    });
  }

  it('says in a comment what its title does not: Given, When and Then, each on a line', () => {
    const documents = {
      'docs/a.md':
        '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- **Given** an order of somebody who has an account already, **When** it is paid, **Then** it ships **And** a mail goes out to the customer\n',
    };
    assert.match(
      added('package a\n', scaffolded('a_test.go', 'package a\n', 'docs/a#REQ-1/AC1', documents)),
      /\t\/\/ Given an order of somebody who has an account already\n\t\/\/ When it is paid\n\t\/\/ Then it ships\n\t\/\/ And a mail goes out to the customer\n/u,
    );
  });

  it('names an item by a comment where no title can', () => {
    const documents = { 'docs/a.md': "## Pay\n\n**Acceptance Criteria**:\n- It's `${paid}`\n" };
    const made = scaffolded('test/a.test.ts', "it('a', () => {});\n", 'docs/a#pay/AC1', documents);
    assert.match(made, /\n\/\/ @verifies a#pay\/AC1\nit\.skip\('It\\'s \\\$\{paid\}', \(\) => \{\n/u);
  });

  it('is a snippet whose first stop is the body and whose second is what switches it off', () => {
    const { view, reading } = workspace({ 'docs/launch.md': LAUNCH, 'test/a.test.ts': '' });
    const item = view.item(MORE);
    assert.ok(item);
    const made = scaffoldTest(view, reading, item, 'test/a.test.ts', '');
    assert.ok(!('refusal' in made));
    assert.equal(made.snippet, "it${2:.skip}('IP-1.1/AC2 An order of more is rejected', () => {\n  $1\n\\});\n$0");
  });

  it('refuses what is no test, and what it does not know', () => {
    assert.match(scaffolded('src/a.ts', ''), /not a test file/u);
    assert.match(scaffolded('test/a.lua', ''), /How tests are written in test\/a\.lua is not known/u);
    assert.match(scaffolded('test/a.test.ts', '// reqtrace-ignore-file\n'), /would not count/u);
  });
});
